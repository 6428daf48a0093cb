/** Changes of a plan on the disk: files written and renamed in order, all of them or none. */
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { UsageError } from '../model/usage-error.ts';
import type { Change, Move } from '../setup/hook/view.ts';
import { diffOfArtifacts, reversed, writeArtifacts } from './artifacts.ts';
import type { Io } from './io.ts';
import { makeSteps } from './steps.ts';

const isMove = (change: Change): change is Move => 'from' in change;

const applyChange = async (root: string, change: Change, io: Io): Promise<void> => {
  if (!isMove(change)) return writeArtifacts(root, [change], io);
  if (!(await io.renameFile(resolve(root, change.from), resolve(root, change.to))))
    throw new UsageError(`${change.to}: There is such a file already, and it is not overwritten.`);
};

const undone = (change: Change): Change => (isMove(change) ? { from: change.to, to: change.from } : reversed(change));

/** Makes the changes in order; when one fails, those before it are taken back. */
export const makeChanges = (root: string, changes: readonly Change[], io: Io): Promise<void> =>
  makeSteps(
    changes.map((change) => ({
      path: isMove(change) ? change.to : change.path,
      make: () => applyChange(root, change, io),
      undo: () => applyChange(root, undone(change), io),
    })),
  );

/** The path as people name it: relative to the root where it lies below. */
export const shortPath = (root: string, path: string): string => {
  const way = relative(root, resolve(root, path));
  return way.startsWith('..') || isAbsolute(way) ? path : way.split(sep).join('/');
};

/** What the changes would do: renamed files by name, written ones as a diff. */
export const previewOf = async (root: string, changes: readonly Change[]): Promise<string> => {
  const short = (path: string): string => shortPath(root, path);
  const parts = changes.map(async (change) =>
    isMove(change) ? `rename ${short(change.from)} to ${short(change.to)}\n` : diffOfArtifacts([{ ...change, path: short(change.path) }]),
  );
  return (await Promise.all(parts)).join('');
};
