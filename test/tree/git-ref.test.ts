import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { UsageError } from '../../src/model/usage-error.ts';
import { refTree } from '../../src/tree/git-ref.ts';
import { commit, counted, folder, git, isolated, repository, textOf, write } from './sandbox.ts';

const twoCommits = (): { root: string; first: string } => {
  const root = repository({ 'a.md': 'first', 'gone.md': 'gone', 'sub/b.md': 'b' });
  const first = commit(root);
  write(root, { 'a.md': 'second' });
  git(root, ['rm', '-q', 'gone.md']);
  commit(root);
  git(root, ['tag', '-am', 'a tag', 'v1.2.3', first]);
  write(root, { 'a.md': 'work tree' });
  return { root, first };
};

describe('a commit', () => {
  it('is what it was, by id, tag, branch and relation', async () => {
    const { root, first } = twoCommits();
    for (const rev of [first, first.slice(0, 8), 'v1.2.3', 'HEAD~1', 'main^']) {
      const tree = await refTree(root, rev, isolated);
      expect(await tree.list(['**']), rev).toEqual(['a.md', 'gone.md', 'sub/b.md']);
      expect(textOf(await tree.read('a.md')), rev).toBe('first');
      expect(tree.name).toBe(`commit ${first.slice(0, 7)}`);
    }
    expect(textOf(await (await refTree(root, 'HEAD', isolated)).read('a.md'))).toBe('second');
  });

  it('is rooted at the given folder', async () => {
    const { root } = twoCommits();
    expect(await (await refTree(join(root, 'sub'), 'main', isolated)).list(['**'])).toEqual(['b.md']);
  });

  it('can be read in a bare repository', async () => {
    const bare = join(folder(), 'bare.git');
    git(twoCommits().root, ['clone', '-q', '--bare', '.', bare]);
    expect(textOf(await (await refTree(bare, 'v1.2.3', isolated)).read('sub/b.md'))).toBe('b');
  });

  it('lists no links and no submodules', async () => {
    const root = repository({ 'a.md': 'a' });
    symlinkSync('a.md', join(root, 'link.md'));
    const head = commit(root);
    git(root, ['update-index', '--add', '--cacheinfo', `160000,${head},lib`]);
    git(root, ['commit', '-qm', 'module']);
    const tree = await refTree(root, 'HEAD', isolated);
    expect(await tree.list(['**'])).toEqual(['a.md']);
    expect(await tree.has('lib')).toBe(true);
    expect(await tree.has('lib/readme.md')).toBeUndefined();
    expect(await tree.read('link.md')).toBeUndefined();
  });

  it('costs three processes, however many files are read', async () => {
    const { root } = twoCommits();
    const { env, calls } = counted();
    const tree = await refTree(root, 'v1.2.3', env);
    await Promise.all((await tree.list(['**'])).map((path) => tree.read(path)));
    expect(calls().map((call) => call.split(' ')[0])).toEqual(['rev-parse', 'ls-tree', 'cat-file']);
  });
});

describe('a revision that is none', () => {
  const messageOf = async (root: string, rev: string): Promise<string> => {
    const error: unknown = await refTree(root, rev, isolated).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(UsageError);
    return (error as UsageError).message;
  };

  it('is a usage error', async () => {
    const { root } = twoCommits();
    const odd = [
      'nope',
      'HEAD~9',
      '0123456789'.repeat(4),
      'HEAD:a.md',
      'HEAD^{tree}',
      'HEAD..main',
      '',
      '--all',
      '-h',
      'a\0b',
      'a\nb',
      'a b',
      'main@{99}',
    ];
    for (const rev of odd) expect(await messageOf(root, rev), rev).not.toContain('\n');
  });

  it('may be a slip of the pen', async () => {
    expect(await messageOf(twoCommits().root, 'v1.2.4')).toContain('Did you mean "v1.2.3"?');
  });

  it('may be missing because the clone is shallow', async () => {
    const { root } = twoCommits();
    const shallow = join(folder(), 'shallow');
    git(root, ['clone', '-q', '--depth', '1', `file://${root}`, shallow]);
    expect(await messageOf(shallow, 'HEAD~1')).toContain('git fetch --unshallow');
  });

  it('is HEAD before the first commit', async () => {
    expect(await messageOf(repository(), 'HEAD')).toContain('"HEAD" is not a commit');
  });

  it('is not the problem outside a repository', async () => {
    expect(await messageOf(folder(), 'HEAD')).toContain('not in a git repository');
  });
});
