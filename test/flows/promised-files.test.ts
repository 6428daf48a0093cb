/** Files that are promised: none that is missing, and none behind a link, passes unread. */
import { rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../src/config/config.ts';
import { findTargets } from '../../src/flows/targets.ts';
import { diskTree } from '../../src/tree/disk.ts';
import { indexTree } from '../../src/tree/git-index.ts';
import { memoryTree } from '../../src/tree/memory.ts';
import type { Tree } from '../../src/tree/tree.ts';
import { folder, git, isolated, write } from '../tree/sandbox.ts';

const item = '# Checklist\n\n- [ ] a\n';

const found = async (tree: Tree, more: { readonly paths?: readonly string[]; readonly changed?: readonly string[] } = {}) =>
  (await findTargets({ tree, config: await loadConfig(tree), paths: [], ...more })).map(({ path }) => path);

const governing = (...files: readonly string[]): string =>
  JSON.stringify({ documents: files.map((file) => ({ files: file, kind: 'checklist' })) });

describe('a path that the configuration names', () => {
  const tree = (files: readonly string[], there: readonly string[] = ['docs/a.md']): Tree =>
    memoryTree({ 'docgate.config.json': governing(...files), ...Object.fromEntries(there.map((path) => [path, item])) });

  it('has to be there, even if another file is', async () => {
    await expect(found(tree(['docs/a.md', 'docs/b.md']))).rejects.toThrow(
      /^docgate\.config\.json:1:\d+: There is no docs\/b\.md in the memory, .*Restore it/,
    );
  });

  it('may be optional, a glob for files still to come, or be ignored', async () => {
    const optional = JSON.stringify({ documents: [{ files: ['docs/a.md', 'docs/b.md'], kind: 'checklist', optional: true }] });
    expect(await found(memoryTree({ 'docgate.config.json': optional, 'docs/a.md': item }))).toEqual(['docs/a.md']);
    expect(await found(tree(['docs/a.md', 'docs/later/*.md']))).toEqual(['docs/a.md']);
    const ignoring = JSON.stringify({ ...JSON.parse(governing('docs/a.md', 'docs/b.md')), ignore: ['docs/b.md'] });
    expect(await found(memoryTree({ 'docgate.config.json': ignoring, 'docs/a.md': item }))).toEqual(['docs/a.md']);
  });

  it('is asked of a commit that takes it away, and of no other', async () => {
    const names = ['docs/a.md', 'docs/b.md'];
    await expect(found(tree(names), { changed: ['docs/b.md'] })).rejects.toThrow(/There is no docs\/b\.md/);
    await expect(found(tree(names), { changed: ['docgate.config.json'] })).rejects.toThrow(/There is no docs\/b\.md/);
    expect(await found(tree(names), { changed: ['docs/a.md'] })).toEqual(['docs/a.md']);
  });

  it('is not asked for where files are named', async () =>
    expect(await found(tree(['docs/a.md', 'docs/b.md']), { paths: ['docs/a.md'] })).toEqual(['docs/a.md']));
});

it('a glob of the command line has to match, even if another does', async () => {
  const tree = memoryTree({ 'docs/a.md': item });
  await expect(found(tree, { paths: ['docs/a.md', 'docs/z*.md'] })).rejects.toThrow('No file matched: docs/z*.md.');
});

const staged = async (root: string): Promise<Tree> => {
  git(root, ['add', '-A']);
  return indexTree(root, isolated);
};

describe.each([
  ['the work tree', async (root: string) => diskTree(root)],
  ['the index', staged],
] as const)('a symbolic link of %s', (_, treeOf) => {
  const linked = (target: string, ...files: readonly string[]): string => {
    const root = folder();
    git(root, ['init', '-q']);
    write(root, { 'docs/a.md': item, 'shared/s.md': item, 'docgate.config.json': governing(...files) });
    symlinkSync(target, join(root, 'docs/link.md'));
    return root;
  };

  it('does not hide what it leads to', async () =>
    expect(found(await treeOf(linked('../shared/s.md', 'docs/*.md')))).rejects.toThrow(
      /^docs\/link\.md: This symbolic link leads to shared\/s\.md, which is not governed/,
    ));

  it('is one name too many where its target is governed', async () => {
    expect(await found(await treeOf(linked('a.md', 'docs/*.md')))).toEqual(['docs/a.md']);
    expect(await found(await treeOf(linked('../shared/s.md', 'docs/*.md', 'shared/*.md')))).toEqual(['docs/a.md', 'shared/s.md']);
  });

  it.each(['nowhere.md', '../../out.md', '/etc/hostname', 'link.md'])('that leads to %s is told', async (target) =>
    expect(found(await treeOf(linked(target, 'docs/*.md')))).rejects.toThrow(/^docs\/link\.md: This symbolic link leads to no file/),
  );

  it('takes no place of a file unseen, whatever else changes', async () => {
    const root = linked('a.md', 'docs/*.md');
    rmSync(join(root, 'docs/a.md'));
    symlinkSync('../shared/s.md', join(root, 'docs/a.md'));
    await expect(found(await treeOf(root), { changed: [] })).rejects.toThrow(/symbolic link/);
  });

  it('may be ignored', async () => {
    const root = linked('../shared/s.md', 'docs/*.md');
    write(root, { 'docgate.config.json': JSON.stringify({ ...JSON.parse(governing('docs/*.md')), ignore: ['docs/link.md'] }) });
    expect(await found(await treeOf(root))).toEqual(['docs/a.md']);
  });
});
