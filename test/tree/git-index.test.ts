import { chmodSync, rmSync, statSync, symlinkSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { UsageError } from '../../src/model/usage-error.ts';
import { indexTree } from '../../src/tree/git-index.ts';
import { commit, counted, folder, git, isolated, repository, textOf, write } from './sandbox.ts';

const readIndex = async (root: string, path: string, env = isolated): Promise<string | undefined> =>
  textOf(await (await indexTree(root, env)).read(path));

const listIndex = async (root: string, env = isolated): Promise<readonly string[]> => (await indexTree(root, env)).list(['**']);

describe('the index', () => {
  it('is what is staged, not what the work tree says since', async () => {
    const root = repository({ 'a.md': 'committed' });
    commit(root);
    write(root, { 'a.md': 'staged' });
    git(root, ['add', 'a.md']);
    write(root, { 'a.md': 'edited later', 'untracked.md': '' });
    expect(await readIndex(root, 'a.md')).toBe('staged');
    expect(await listIndex(root)).toEqual(['a.md']);
  });

  it('keeps a file that is gone from the work tree only, and drops one that is gone from the index only', async () => {
    const root = repository({ 'a.md': 'a', 'b.md': 'b' });
    commit(root);
    rmSync(join(root, 'a.md'));
    git(root, ['rm', '-q', '--cached', 'b.md']);
    expect(await listIndex(root)).toEqual(['a.md']);
    expect(await readIndex(root, 'a.md')).toBe('a');
  });

  it('follows renames and deletions', async () => {
    const root = repository({ 'a.md': 'a', 'b.md': 'b' });
    commit(root);
    git(root, ['mv', 'a.md', 'c.md']);
    git(root, ['rm', '-q', 'b.md']);
    expect(await listIndex(root)).toEqual(['c.md']);
    expect(await readIndex(root, 'a.md')).toBeUndefined();
    expect(await readIndex(root, 'c.md')).toBe('a');
  });

  it('is there before the first commit', async () => {
    const root = repository({ 'a.md': 'a' });
    expect(await listIndex(root)).toEqual([]);
    git(root, ['add', 'a.md']);
    expect(await readIndex(root, 'a.md')).toBe('a');
  });

  it('gives the stored text where the work tree has other line ends', async () => {
    const root = repository({ '.gitattributes': '*.md text eol=crlf\n', 'a.md': 'a\r\nb\r\n' });
    git(root, ['add', '-A']);
    expect(await readIndex(root, 'a.md')).toBe('a\nb\n');
  });

  it('keeps odd names apart', async () => {
    const names = [
      'sp ace.md',
      'q"uote\'.md',
      'tab\t.md',
      'new\nline.md',
      'émoji 🚀.md',
      '-dash.md',
      ':(glob)x.md',
      'back\\slash.md',
      '*.md',
    ];
    const root = repository(Object.fromEntries(names.map((name) => [name, `text of ${name}`])));
    git(root, ['add', '-A']);
    const tree = await indexTree(root, isolated);
    expect(await tree.list(['*'])).toEqual(names.toSorted());
    expect((await Promise.all(names.map((name) => tree.read(name)))).map(textOf)).toEqual(names.map((name) => `text of ${name}`));
  });
});

describe.each(['sha1', 'sha256'])('intent to add (%s)', (format) => {
  it('is not content: absent, unlike a file that is staged empty', async () => {
    const root = repository({ 'empty.md': '', 'sub/empty.md': '', 'was.md': 'was' }, `--object-format=${format}`);
    commit(root);
    write(root, { 'new-empty.md': '', 'planned.md': 'planned', 'sub/planned.md': 'planned' });
    git(root, ['add', 'new-empty.md']);
    git(root, ['rm', '-q', '--cached', 'was.md']);
    git(root, ['add', '-N', 'planned.md', 'sub/planned.md', 'was.md']);
    const tree = await indexTree(root, isolated);
    expect(await tree.list(['**'])).toEqual(['empty.md', 'new-empty.md', 'sub/empty.md']);
    expect(await tree.has('planned.md')).toBe(false);
    expect(await tree.read('was.md')).toBeUndefined();
    expect(textOf(await tree.read('empty.md'))).toBe('');
    expect(await listIndex(join(root, 'sub'))).toEqual(['empty.md']);
  });

  it('is seen before the first commit', async () => {
    const root = repository({ 'empty.md': '', 'planned.md': 'planned' }, `--object-format=${format}`);
    git(root, ['add', 'empty.md']);
    git(root, ['add', '-N', 'planned.md']);
    expect(await listIndex(root)).toEqual(['empty.md']);
  });
});

describe('entries without text of their own', () => {
  it('are there, have no bytes, are not listed, and hide what lies beneath', async () => {
    const root = repository({ 'docs/a.md': 'a' });
    symlinkSync('a.md', join(root, 'docs/link.md'));
    symlinkSync('docs', join(root, 'latest'));
    const head = commit(root);
    git(root, ['update-index', '--add', '--cacheinfo', `160000,${head},vendor/lib`]);
    const tree = await indexTree(root, isolated);
    expect(await tree.list(['**'])).toEqual(['docs/a.md']);
    for (const path of ['docs/link.md', 'latest', 'vendor/lib', 'vendor']) expect(await tree.has(path), path).toBe(true);
    for (const path of ['docs/link.md', 'latest', 'vendor/lib', 'latest/a.md']) expect(await tree.read(path), path).toBeUndefined();
    for (const path of ['latest/a.md', 'vendor/lib/readme.md']) expect(await tree.has(path), path).toBeUndefined();
  });
});

describe('a merge conflict', () => {
  it('is a usage error that names the path', async () => {
    const root = repository({ 'docs/a.md': 'base' });
    commit(root);
    git(root, ['checkout', '-qb', 'other']);
    write(root, { 'docs/a.md': 'theirs' });
    commit(root);
    git(root, ['checkout', '-q', 'main']);
    write(root, { 'docs/a.md': 'ours' });
    commit(root);
    expect(() => git(root, ['merge', 'other'])).toThrow();
    await expect(indexTree(root, isolated)).rejects.toThrow(UsageError);
    await expect(indexTree(root, isolated)).rejects.toThrow(/^docs\/a\.md has a merge conflict/);
    git(root, ['add', 'docs/a.md']);
    expect(await readIndex(root, 'docs/a.md')).toContain('<<<<<<<');
  });
});

describe('the root', () => {
  it('may be a folder below the top: paths start there, the rest is out of the tree', async () => {
    const root = repository({ 'packages/a/docs/x.md': 'x', 'packages/b/y.md': 'y', 'z.md': 'z' });
    git(root, ['add', '-A']);
    const tree = await indexTree(join(root, 'packages/a'), isolated);
    expect(await tree.list(['**'])).toEqual(['docs/x.md']);
    expect(textOf(await tree.read('docs/x.md'))).toBe('x');
    expect(await tree.has('../b/y.md')).toBeUndefined();
    expect(await tree.has('z.md')).toBe(false);
  });

  it('may be a linked worktree, with the environment of its hook', async () => {
    const root = repository({ 'a.md': 'main', 'sub/b.md': 'b' });
    commit(root);
    const linked = join(folder(), 'linked');
    git(root, ['worktree', 'add', '-q', linked]);
    write(linked, { 'a.md': 'linked' });
    git(linked, ['add', 'a.md']);
    expect(await readIndex(linked, 'a.md')).toBe('linked');
    expect(await readIndex(root, 'a.md')).toBe('main');
    const gitDir = git(linked, ['rev-parse', '--absolute-git-dir']);
    const hook = { ...isolated, GIT_DIR: gitDir, GIT_INDEX_FILE: join(gitDir, 'index') };
    expect(await readIndex(linked, 'a.md', hook)).toBe('linked');
    expect(await listIndex(join(linked, 'sub'), hook)).toEqual(['b.md']);
  });

  it('must be in a repository', async () => {
    await expect(indexTree(folder(), isolated)).rejects.toThrow(UsageError);
    await expect(indexTree(join(folder(), 'none'), isolated)).rejects.toThrow(UsageError);
  });
});

describe('GIT_INDEX_FILE', () => {
  it('is honoured: `git commit -- path` commits from another index than the usual one', async () => {
    const root = repository({ 'a.md': 'a', 'b.md': 'b', 'sub/c.md': 'c' });
    commit(root);
    write(root, { 'a.md': 'a, this commit', 'b.md': 'b, the next one' });
    git(root, ['add', 'b.md']);
    const [hooks, saved] = [folder(), join(root, '.git/saved-index')];
    write(hooks, { 'pre-commit': `#!/bin/sh\ncp "$GIT_INDEX_FILE" '${saved}'\n` });
    chmodSync(join(hooks, 'pre-commit'), 0o755);
    git(root, ['-c', `core.hooksPath=${hooks}`, 'commit', '-qm', 'partial', '--', 'a.md']);
    const hook = { ...isolated, GIT_INDEX_FILE: '.git/saved-index' };
    expect(await readIndex(root, 'a.md', hook)).toBe('a, this commit');
    expect(await readIndex(root, 'b.md', hook)).toBe('b');
    expect(await readIndex(root, 'b.md')).toBe('b, the next one');
    expect(await readIndex(join(root, 'sub'), 'c.md', hook)).toBe('c');
  });
});

describe('processes', () => {
  it('are two for 500 files, and listing reads no blob', async () => {
    const paths = Array.from({ length: 500 }, (_, index) => `docs/${index}.md`);
    const root = repository(Object.fromEntries(paths.map((path) => [path, `text of ${path}\n`.repeat(100)])));
    git(root, ['add', '-A']);
    const { env, calls } = counted();
    const tree = await indexTree(root, env);
    expect(await tree.list(['docs/*.md'])).toHaveLength(500);
    expect(await tree.has('docs/7.md')).toBe(true);
    expect(calls()).toEqual(['ls-files --stage -z']);
    const contents = await Promise.all(paths.map(async (path) => textOf(await tree.read(path))));
    expect(contents).toEqual(paths.map((path) => `text of ${path}\n`.repeat(100)));
    expect(calls()).toEqual(['ls-files --stage -z', 'cat-file --batch --buffer']);
  });

  it('leave the index file untouched', async () => {
    const root = repository({ 'a.md': 'a' });
    git(root, ['add', '-A']);
    utimesSync(join(root, 'a.md'), 1, 1);
    const before = statSync(join(root, '.git/index')).mtimeMs;
    await readIndex(root, 'a.md');
    expect(statSync(join(root, '.git/index')).mtimeMs).toBe(before);
  });
});
