/** The work tree as git sees it: where it starts, and the files that git does not ignore. */
import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import { diskTree } from './disk.ts';
import { gitFailure, nulFields, tryGit } from './git.ts';
import { select } from './paths.ts';
import type { Tree } from './tree.ts';

/** Where a folder stands in its work tree. */
export interface Standing {
  /** Absolute path of the top of the work tree; the folder itself, as it was given, where it is the top. */
  readonly top: string;
  readonly isTop: boolean;
}

/** Where a folder stands; undefined outside of a work tree. */
export const standingOf = async (folder: string): Promise<Standing | undefined> => {
  const args = ['rev-parse', '--show-toplevel', '--show-prefix'];
  const outcome = await tryGit(folder, args);
  if (outcome.code !== 0) {
    if (/not a git repository|must be run in a work tree/i.test(outcome.stderr)) return undefined;
    throw gitFailure(folder, args, outcome);
  }
  const [top = folder, prefix = ''] = outcome.stdout.toString('utf8').split(/\r?\n/);
  // git follows links; a folder keeps the name by which it was given.
  return prefix === '' ? { top: folder, isTop: true } : { top, isTop: false };
};

const isFile = async (root: string, path: string): Promise<boolean> =>
  (await lstat(join(root, path)).catch(() => undefined))?.isFile() === true;

/** The tree of the files that git knows or would take, as they are on the disk; outside of a repository, of all files. */
export const gitFilesTree = async (root: string): Promise<Tree> => {
  const disk = diskTree(root);
  const listed = await tryGit(root, ['ls-files', '-z', '--cached', '--others', '--exclude-standard']);
  if (listed.code !== 0) return disk;
  const known = [...new Set(nulFields(listed.stdout))];
  return {
    ...disk,
    list: async (patterns, ignore) => {
      const chosen = select(known, patterns, ignore);
      const files = await Promise.all(chosen.map((path) => isFile(root, path)));
      return chosen.filter((_, index) => files[index]);
    },
  };
};
