/** The hooks of a repository: where git looks for them, who says so, and what lies there. */
import { lstat, readdir, readFile, stat } from 'node:fs/promises';
import { isAbsolute, join, resolve } from 'node:path';
import { UsageError } from '../model/usage-error.ts';
import { type Environment, nulFields, repositoryRoot, runGit, tryGit } from './git.ts';

/** `core.hooksPath`; `everywhere`: from the configuration of the user or the machine. */
interface HooksPath {
  readonly value: string;
  readonly everywhere: boolean;
}

export interface GitHooks {
  /** Absolute path of the top of the work tree. */
  readonly top: string;
  /** Where the current folder stands below the top, POSIX, without slashes at its ends. */
  readonly prefix: string;
  /** Absolute path of the folder that git takes hooks from; it need not exist. */
  readonly folder: string;
  /** Names in that folder. */
  readonly names: readonly string[];
  /** The text of `pre-commit` there; bytes that are not UTF-8 are replaced. Undefined without one. */
  readonly current?: string;
  readonly configured?: HooksPath;
  /** Whether this is a linked work tree. */
  readonly linked: boolean;
  /** Absolute paths of the work trees in which a relative `core.hooksPath` names no folder. */
  readonly unhooked: readonly string[];
}

const lineOf = (output: Buffer): string => output.toString('utf8').replace(/\r?\n$/, '');

const hooksPath = async (top: string, env?: Environment): Promise<HooksPath | undefined> => {
  const { code, stdout } = await tryGit(top, ['config', '--show-scope', '-z', '--get', 'core.hooksPath'], { env });
  const [scope, value] = nulFields(stdout);
  if (code !== 0 || value === undefined) return undefined;
  return { value, everywhere: scope === 'global' || scope === 'system' };
};

const isFolder = async (path: string): Promise<boolean> => (await stat(path).catch(() => undefined))?.isDirectory() === true;

const unhooked = async (top: string, { value }: HooksPath, env?: Environment): Promise<readonly string[]> => {
  if (isAbsolute(value) || value.startsWith('~')) return [];
  const lines = lineOf(await runGit(top, ['worktree', 'list', '--porcelain'], { env })).split(/\r?\n/);
  const worktrees = lines.filter((line) => line.startsWith('worktree ')).map((line) => line.slice('worktree '.length));
  const hooked = await Promise.all(worktrees.map((path) => isFolder(join(path, value))));
  return worktrees.filter((_, index) => !hooked[index]);
};

const namesIn = async (folder: string): Promise<readonly string[]> => {
  try {
    return await readdir(folder);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw new UsageError(`Cannot read the hooks of git in ${folder}. Check that it is a folder, and its permissions.`);
  }
};

// A link that leads nowhere is there, and says nothing.
const hookText = async (path: string): Promise<string> => {
  if ((await lstat(path)).isDirectory()) throw new UsageError(`${path} is a folder, so git runs no hook. Remove it first.`);
  return readFile(path, 'utf8').catch(() => '');
};

const isLinked = async (top: string, env?: Environment): Promise<boolean> => {
  const [own, common] = await Promise.all(
    ['--absolute-git-dir', '--git-common-dir'].map(async (flag) => lineOf(await runGit(top, ['rev-parse', flag], { env }))),
  );
  return resolve(top, own ?? '') !== resolve(top, common ?? '');
};

/** What git says of the hooks of the work tree that a folder stands in. */
export const gitHooks = async (cwd: string, env?: Environment): Promise<GitHooks> => {
  const top = await repositoryRoot(cwd, env);
  const folder = resolve(top, lineOf(await runGit(top, ['rev-parse', '--git-path', 'hooks'], { env })));
  const [prefix, configured, names, linked] = await Promise.all([
    runGit(cwd, ['rev-parse', '--show-prefix'], { env }),
    hooksPath(top, env),
    namesIn(folder),
    isLinked(top, env),
  ]);
  const current = names.includes('pre-commit') ? await hookText(join(folder, 'pre-commit')) : undefined;
  return {
    top,
    prefix: lineOf(prefix).replace(/\/$/, ''),
    folder,
    names,
    linked,
    unhooked: configured === undefined ? [] : await unhooked(top, configured, env),
    ...(current !== undefined && { current }),
    ...(configured && { configured }),
  };
};
