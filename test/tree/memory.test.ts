import { expect, it } from 'vitest';
import { UsageError } from '../../src/model/usage-error.ts';
import { memoryTree } from '../../src/tree/memory.ts';
import { textOf } from './sandbox.ts';

it('takes a path with detours for what it means', async () => {
  expect(textOf(await memoryTree({ './docs/../a.md': 'é' }).read('a.md'))).toBe('é');
});

it('refuses a file outside the tree', () => {
  expect(() => memoryTree({ '../a.md': '' })).toThrow(UsageError);
});
