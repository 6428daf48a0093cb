/** Where the real git looks for hooks. */
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { gitHooks } from '../../src/tree/git-hooks.ts';
import { commit, folder, git, isolated, repository, write } from './sandbox.ts';

test('a new repository has its hooks in .git, and none installed', async () => {
  const root = repository();
  mkdirSync(join(root, 'a/b'), { recursive: true });
  const hooks = await gitHooks(join(root, 'a/b'), isolated);
  expect(hooks).toMatchObject({ top: root, prefix: 'a/b', folder: join(root, '.git/hooks'), linked: false, unhooked: [] });
  expect(hooks).not.toHaveProperty('current');
  expect(hooks).not.toHaveProperty('configured');
});

test('a hook is read however it decodes, and a link that leads nowhere is there', async () => {
  const root = repository({ '.git/hooks/pre-commit': new Uint8Array([0x23, 0xff]) });
  expect((await gitHooks(root, isolated)).current).toBe('#\uFFFD');
  git(root, ['config', 'core.hooksPath', 'hooks']);
  mkdirSync(join(root, 'hooks'));
  symlinkSync('nowhere', join(root, 'hooks/pre-commit'));
  expect(await gitHooks(root, isolated)).toMatchObject({ current: '', names: ['pre-commit'], folder: join(root, 'hooks') });
});

test('a linked work tree shares the hooks of the repository', async () => {
  const root = repository({ 'a.md': '' });
  commit(root);
  const other = join(folder(), 'other');
  git(root, ['worktree', 'add', '-q', other]);
  expect(await gitHooks(other, isolated)).toMatchObject({ top: other, linked: true, folder: join(root, '.git/hooks'), unhooked: [] });
});

test('a relative core.hooksPath is looked for in every work tree, an absolute one is not', async () => {
  const root = repository({ 'a.md': '', '.gitignore': '.husky/_\n', '.husky/_/pre-commit': '' });
  commit(root);
  const other = join(folder(), 'other');
  git(root, ['worktree', 'add', '-q', other]);
  git(root, ['config', 'core.hooksPath', '.husky/_']);
  expect(await gitHooks(other, isolated)).toMatchObject({
    configured: { value: '.husky/_', everywhere: false },
    folder: join(other, '.husky/_'),
    unhooked: [other],
  });
  git(root, ['config', 'core.hooksPath', join(root, 'elsewhere')]);
  expect((await gitHooks(root, isolated)).unhooked).toEqual([]);
});

test('it is known who set core.hooksPath', async () => {
  const root = repository();
  write(root, { 'global.config': '[core]\n\thooksPath = /etc/hooks\n' });
  const env = { ...isolated, GIT_CONFIG_GLOBAL: join(root, 'global.config') };
  expect((await gitHooks(root, env)).configured).toEqual({ value: '/etc/hooks', everywhere: true });
  git(root, ['config', 'core.hooksPath', 'ours']);
  expect((await gitHooks(root, env)).configured).toEqual({ value: 'ours', everywhere: false });
});

test('folders in the way are wrong set-ups', async () => {
  const root = repository({ '.git/hooks/pre-commit/file': '' });
  await expect(gitHooks(root, isolated)).rejects.toThrow(/is a folder, so git runs no hook/);
  git(root, ['config', 'core.hooksPath', 'a-file']);
  write(root, { 'a-file': '' });
  await expect(gitHooks(root, isolated)).rejects.toThrow(/Check that it is a folder/);
  await expect(gitHooks(folder(), isolated)).rejects.toThrow(/not in a git repository/);
});
