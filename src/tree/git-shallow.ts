/** Whether a history may have been cut off, seen without asking git: a process of its own takes longer than all that is looked at here. */
import { access, readFile, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Environment } from './git.ts';

// With any of these git looks elsewhere, or at something else.
const redirecting = ['GIT_DIR', 'GIT_COMMON_DIR', 'GIT_SHALLOW_FILE'];

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

const textOf = (path: string): Promise<string | undefined> => readFile(path, 'utf8').catch(() => undefined);

// `.git` is the folder, or in a linked work tree and a submodule a file that names it (gitrepository-layout).
const pointedAt = async (entry: string): Promise<string | undefined> => {
  const status = await stat(entry).catch(() => undefined);
  if (status === undefined || status.isDirectory()) return status && entry;
  const pointer = /^gitdir: (.+?)\r?\n?$/.exec((await textOf(entry)) ?? '')?.[1];
  return pointer === undefined ? entry : resolve(dirname(entry), pointer);
};

/** The folder of git for a folder; undefined where that cannot be told for sure, as inside a bare repository. */
const gitFolder = async (folder: string): Promise<string | undefined> => {
  const [own, bare] = await Promise.all([pointedAt(join(folder, '.git')), exists(join(folder, 'HEAD'))]);
  if (bare) return undefined;
  if (own !== undefined) return (await exists(join(own, 'HEAD'))) ? own : undefined;
  const parent = dirname(folder);
  return parent === folder ? undefined : gitFolder(parent);
};

/** False only where the whole history is seen to be there; true: git has to be asked. */
export const mayBeShallow = async (root: string, env: Environment = process.env): Promise<boolean> => {
  if (redirecting.some((name) => env[name] !== undefined)) return true;
  const own = await gitFolder(resolve(root));
  if (own === undefined) return true;
  const common = (await textOf(join(own, 'commondir')))?.trim();
  return exists(join(common === undefined ? own : resolve(own, common), 'shallow'));
};
