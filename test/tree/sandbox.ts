/** Throw-away folders and real git repositories, cut off from the user's own git set-up. */
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Environment } from '../../src/tree/git.ts';

const outerPath = process.env['PATH'] ?? '';

/** An environment without the GIT_* of a hook that may be running these tests. */
export const isolated: Environment = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'))),
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CEILING_DIRECTORIES: realpathSync(tmpdir()),
};

/** An empty folder that is gone when the test is. */
export const folder = (): string => {
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'docgate-tree-')));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
};

export const write = (root: string, files: Readonly<Record<string, string | Uint8Array>>): void => {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
};

/** Runs git in a folder and returns what it prints, without the last newline. */
export const git = (root: string, args: readonly string[], env: Environment = isolated): string =>
  execFileSync('git', [...args], { cwd: root, env: { ...env }, stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8' }).replace(/\n$/, '');

/** Stages everything and commits; returns the commit's id. */
export const commit = (root: string, message = 'change'): string => {
  git(root, ['add', '-A']);
  git(root, ['commit', '-q', '--allow-empty', '-m', message]);
  return git(root, ['rev-parse', 'HEAD']);
};

/** A repository with these files in its work tree and nothing staged. */
export const repository = (files: Readonly<Record<string, string | Uint8Array>> = {}, ...initFlags: string[]): string => {
  const root = folder();
  git(root, ['init', '-q', '-b', 'main', ...initFlags]);
  for (const [key, value] of [
    ['user.name', 'Test'],
    ['user.email', 'test@example.org'],
    ['commit.gpgsign', 'false'],
  ] as const) {
    git(root, ['config', key, value]);
  }
  write(root, files);
  return root;
};

/** An environment whose git writes down each call before it runs, and the calls so far. */
export const counted = (): { env: Environment; calls: () => string[] } => {
  const bin = folder();
  const log = join(bin, 'calls.log');
  const real = execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8', env: { PATH: outerPath } }).trim();
  write(bin, { 'calls.log': '', git: `#!/bin/sh\necho "$*" >> '${log}'\nexec '${real}' "$@"\n` });
  chmodSync(join(bin, 'git'), 0o755);
  const calls = (): string[] =>
    readFileSync(log, 'utf8')
      .split('\n')
      .filter((line) => line !== '');
  return { env: { ...isolated, PATH: `${bin}${delimiter}${outerPath}` }, calls };
};

export const textOf = (bytes: Uint8Array | undefined): string | undefined =>
  bytes === undefined ? undefined : Buffer.from(bytes).toString('utf8');
