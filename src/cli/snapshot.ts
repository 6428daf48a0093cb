/** The one snapshot that a run judges: the work tree, the index or a commit. */
import { relative, sep } from 'node:path';
import { holdsConfig } from '../config/config.ts';
import { UsageError } from '../model/usage-error.ts';
import { diskTree } from '../tree/disk.ts';
import { repositoryRoot } from '../tree/git.ts';
import type { Tree } from '../tree/tree.ts';

export interface SnapshotOptions {
  readonly staged?: boolean;
  readonly ref?: string;
}

/** Refuses what cannot be meant together. */
export const checkSnapshot = ({ staged, ref }: SnapshotOptions): void => {
  if (staged === true && ref !== undefined) throw new UsageError('--staged and --ref: Choose one snapshot, the index or a commit.');
};

/** Opens the snapshot below a folder. */
export const openSnapshot = async (root: string, { staged, ref }: SnapshotOptions): Promise<Tree> => {
  if (staged === true) return (await import('../tree/git-index.ts')).indexTree(root);
  return ref === undefined ? diskTree(root) : (await import('../tree/git-ref.ts')).refTree(root, ref);
};

export const isHistorical = ({ staged, ref }: SnapshotOptions): boolean => staged === true || ref !== undefined;

/** The nearest folder upwards whose snapshot holds a configuration, else the folder itself or the repository's top; the work tree has no say. */
export const snapshotRoot = async (cwd: string, options: SnapshotOptions, elseTop: boolean): Promise<string> => {
  const top = await repositoryRoot(cwd);
  const tree = await openSnapshot(top, options);
  const steps = relative(top, cwd)
    .split(sep)
    .filter((step) => step !== '');
  for (let length = steps.length; length >= 0; length -= 1) {
    const folder = steps.slice(0, length);
    if (await holdsConfig(tree, folder.map((step) => `${step}/`).join(''))) return [top, ...folder].join(sep);
  }
  return elseTop && steps[0] !== '..' ? top : cwd;
};

/** The paths that the next commit changes, relative to a folder; a renamed file under its new name. */
export const changedPaths = async (root: string): Promise<readonly string[]> =>
  (await (await import('../tree/staged-changes.ts')).stagedChanges(root)).map(({ path }) => path);
