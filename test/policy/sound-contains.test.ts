import { describe, expect, test } from 'vitest';
import { compileRules } from '../../src/policy/compile.ts';
import type { Rule } from '../../src/policy/policy.ts';
import { withSoundContains } from '../../src/policy/sound-contains.ts';
import { now } from '../checking.ts';

const rule = (schema: object): Rule => ({
  id: 'ours/a',
  name: 'a',
  shipped: false,
  description: 'X.',
  severity: 'error',
  message: 'X.',
  schema: schema as Rule['schema'],
});

const faults = (schema: object, data: unknown): number => compileRules([rule(schema)], { now })[0]?.check(data).length ?? -1;

describe('contains', () => {
  const schema = { type: 'array', items: { type: 'object', properties: { asks: { type: 'array', contains: { const: 'person' } } } } };

  test.each([
    ['behind one that holds it', [{ asks: ['person'] }, { asks: [] }]],
    ['alone', [{ asks: [] }]],
    ['before one that holds it', [{ asks: [] }, { asks: ['person'] }]],
  ])('an empty array holds nothing: %s', (_, data) => expect(faults(schema, data)).toBeGreaterThan(0));

  test('what holds it passes', () => expect(faults(schema, [{ asks: ['person'] }, { asks: ['date', 'person', 'person'] }])).toBe(0));
});

test('names of the author and literal values are left alone', () => {
  const schema = { properties: { contains: { contains: { const: { contains: 1 } } } }, items: [{ contains: true, maxContains: 2 }] };
  expect(withSoundContains(schema)).toEqual({
    properties: { contains: { contains: { const: { contains: 1 } }, maxContains: Number.MAX_SAFE_INTEGER } },
    items: [{ contains: true, maxContains: 2 }],
  });
});
