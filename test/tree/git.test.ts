import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { UsageError } from '../../src/model/usage-error.ts';
import { blobReader } from '../../src/tree/blobs.ts';
import { repositoryRoot, runGit } from '../../src/tree/git.ts';
import { counted, folder, git, isolated, repository, textOf, write } from './sandbox.ts';

const lineOf = async (action: Promise<unknown>): Promise<string> => {
  const error = await action.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(UsageError);
  const { message } = error as UsageError;
  expect(message).not.toContain('\n');
  return message;
};

describe('runGit', () => {
  it('passes bytes through untouched, more than a pipe holds', async () => {
    const root = repository();
    const input = 'é\r\n'.repeat(200_000);
    const oid = (await runGit(root, ['hash-object', '-w', '--stdin'], { input, env: isolated })).toString().trim();
    expect((await runGit(root, ['cat-file', 'blob', oid], { env: isolated })).toString()).toBe(input);
  });

  it.each([
    ['outside a repository', async () => runGit(folder(), ['ls-files'], { env: isolated }), /not in a git repository/],
    ['without git', async () => runGit(folder(), ['ls-files'], { env: { PATH: '/nowhere' } }), /git was not found/],
    ['without the folder', async () => runGit(join(folder(), 'none'), ['ls-files'], { env: isolated }), /is not a folder/],
    ['on a file', async () => runGit(join(repository({ 'a.md': '' }), 'a.md'), ['ls-files'], { env: isolated }), /is not a folder/],
    ['for a bad revision', async () => runGit(repository(), ['ls-tree', 'nope'], { env: isolated }), /^git ls-tree failed in .*nope/],
  ])('says in one line what is wrong %s', async (_where, action, message) => {
    expect(await lineOf(action())).toMatch(message);
  });

  it('says in one line what is wrong in a repository of another user', async () => {
    const env = { ...isolated, GIT_TEST_ASSUME_DIFFERENT_OWNER: '1' };
    expect(await lineOf(runGit(repository(), ['ls-files'], { env }))).toMatch(/safe\.directory/);
  });

  it('survives a git that does not read its input', async () => {
    await lineOf(runGit(repository(), ['no-such-command'], { input: 'x'.repeat(1_000_000), env: isolated }));
  });
});

describe('repositoryRoot', () => {
  it('is the top folder, from a folder below', async () => {
    const root = repository({ 'a\nb/c/d.md': '' });
    expect(await repositoryRoot(join(root, 'a\nb/c'), isolated)).toBe(root);
  });

  it('is the linked worktree, even when a hook names its git folder', async () => {
    const root = repository({ 'sub/a.md': '' });
    git(root, ['add', '-A']);
    git(root, ['commit', '-qm', 'x']);
    const linked = join(folder(), 'linked');
    git(root, ['worktree', 'add', '-q', linked]);
    const env = { ...isolated, GIT_DIR: git(linked, ['rev-parse', '--absolute-git-dir']) };
    expect(await repositoryRoot(join(linked, 'sub'), env)).toBe(linked);
  });

  it('keeps a git folder that comes with its work tree', async () => {
    const [root, place] = [repository(), folder()];
    expect(await repositoryRoot(place, { ...isolated, GIT_DIR: join(root, '.git'), GIT_WORK_TREE: place })).toBe(place);
  });

  it('is a usage error outside git, in the environment of the program too', async () => {
    await expect(repositoryRoot(folder())).rejects.toThrow(UsageError);
  });
});

describe('blobReader', () => {
  const store = (root: string, text: string): string => {
    write(root, { 'blob.txt': text });
    return git(root, ['hash-object', '-w', 'blob.txt']);
  };

  it('answers requests made together with one process, those made later with another', async () => {
    const root = repository();
    const { env, calls } = counted();
    const oids = ['one', 'two\n', '', 'two\n'].map((text) => store(root, text));
    const read = blobReader(root, env);
    const delayed = Promise.resolve().then(() => read(oids[0] ?? ''));
    expect((await Promise.all(oids.map(read))).map(textOf)).toEqual(['one', 'two\n', '', 'two\n']);
    expect(textOf(await delayed)).toBe('one');
    expect(calls()).toEqual(['cat-file --batch --buffer']);
    expect(textOf(await read(oids[1] ?? ''))).toBe('two\n');
    expect(calls()).toHaveLength(2);
  });

  it('says so when an object is missing', async () => {
    expect(await lineOf(blobReader(repository(), isolated)('0123456789'.repeat(4)))).toMatch(/incomplete or damaged/);
  });
});
