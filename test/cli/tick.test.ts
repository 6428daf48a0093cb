import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runTick } from '../../src/cli/tick.ts';
import { planTick, writeEdit } from '../../src/flows/edit.ts';
import { UsageError } from '../../src/model/usage-error.ts';
import { diskTree } from '../../src/tree/disk.ts';
import { desk } from './editing.ts';

const files = { 'docs/list.md': '# R\r\n\r\n- [ ] a\r\n- [ ] b\r\n' };

describe('docgate tick', () => {
  it('ticks the item and says where', async () => {
    const { io, text, printed } = desk(files);
    expect(await runTick({ place: 'docs/list.md:4' }, io)).toBe(0);
    expect(text('docs/list.md')).toBe('# R\r\n\r\n- [ ] a\r\n- [x] b\r\n');
    expect(printed()).toBe('docs/list.md:4: ticked: "b"\n');
    expect(await runTick({ place: 'docs/list.md:4:3' }, io)).toBe(0);
    expect(printed()).toBe('docs/list.md: already ticked: "b"\n');
  });

  it('writes from a subfolder', async () => {
    const { io, text } = desk({ ...files, 'docgate.config.yaml': 'documents: [{ files: docs/*.md }]\n' });
    await runTick({ place: 'list.md:3', notApplicable: true, reason: 'no database', cwd: 'docs' }, io);
    expect(text('docs/list.md')).toContain('- [x] a (N/A: no database)\r\n');
  });

  it('shows and does not write in a dry run', async () => {
    const { io, text, printed } = desk(files);
    await runTick({ place: 'docs/list.md:3', dryRun: true }, io);
    expect(text('docs/list.md')).toBe(files['docs/list.md']);
    expect(printed()).toBe('--- a/docs/list.md\n+++ b/docs/list.md\n@@ -3,1 +3,1 @@\n-- [ ] a\n+- [x] a\n');
  });

  it.each([
    [{ place: 'docs/list.md' }, /FILE:LINE/],
    [{ place: 'docs/none.md:1' }, /no such file/],
    [{ place: 'docs/list.md:1' }, /no item/],
    [{ place: 'docs/list.md:3', reason: 'x' }, /--reason/],
    [{ place: 'docs/list.md:3', open: true as const, notApplicable: true as const }, /exclude/],
  ])('refuses %j', async (options, message) => {
    const { io } = desk(files);
    const error = await runTick(options, io).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(UsageError);
    expect((error as UsageError).message).toMatch(message);
  });

  it('leaves a file alone that changed meanwhile', async () => {
    const { root, text } = desk(files);
    const planned = await planTick({ tree: diskTree(root), path: 'docs/list.md' }, { line: 3, state: 'done' });
    writeFileSync(join(root, 'docs/list.md'), 'mine');
    await expect(writeEdit(planned, async () => expect.unreachable())).rejects.toThrow(/changed while/);
    expect(text('docs/list.md')).toBe('mine');
  });
});
