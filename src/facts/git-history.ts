/** Reads the history of a commit, once per run and only when a rule asks. */
import { posix } from 'node:path';
import { type Environment, nulFields, runGit } from '../tree/git.ts';
import type { NoFacts } from './git-commit.ts';
import { readLog, type Touch, type Version } from './git-log.ts';
import { type GitSpot, gitState } from './git-state.ts';
import { type History, isKnown, touchesByPath } from './git-versions.ts';

/** Asks for the history; git runs at the first call, and once. */
export type AskHistory = () => Promise<History | NoFacts>;

type Naming = (path: string) => string;

/** From paths of the repository to paths of a folder in it. */
const naming = (prefix: string): Naming => (prefix === '' ? (path) => path : (path) => posix.relative(prefix, path));

const namedTouch = (touch: Touch, named: Naming): Touch => ({
  ...touch,
  path: named(touch.path),
  from: touch.from.map(({ path, blob }) => ({ path: named(path), blob })),
});

/** An entry of `git ls-tree -z`: `<mode> <type> <id>`, a tab, the path. */
const fileOf = (field: string): Version => {
  const tab = field.indexOf('\t');
  return { path: field.slice(tab + 1), blob: field.slice(0, tab).split(' ').at(-1) ?? '' };
};

const readFiles = async (root: string, rev: string, env?: Environment): Promise<Version[]> =>
  nulFields(await runGit(root, ['ls-tree', '-r', '-z', '--full-tree', '--end-of-options', rev], { env })).map(fileOf);

const readHistory = async (spot: GitSpot): Promise<History | NoFacts> => {
  const { root, rev = 'HEAD', env } = spot;
  // All at once, the slowest first: what is read in vain, of a shallow clone or outside git, is little.
  const [touches, files, state] = await Promise.allSettled([readLog(root, rev, env), readFiles(root, rev, env), gitState(spot)]);
  if (state.status === 'rejected') throw state.reason;
  if (!isKnown(state.value)) return state.value;
  if (touches.status === 'rejected') throw touches.reason;
  if (files.status === 'rejected') throw files.reason;
  const { commit, prefix } = state.value;
  const named = naming(prefix);
  return {
    commit,
    files: new Map(files.value.map(({ path, blob }) => [named(path), blob])),
    touches: touchesByPath(prefix === '' ? touches.value : touches.value.map((touch) => namedTouch(touch, named))),
  };
};

/**
 * The history of a folder's repository. It is always read whole: limited to some paths, git takes a rename for an addition.
 * What a damaged repository says is a UsageError.
 */
export const gitHistory = (spot: GitSpot): AskHistory => {
  let answer: Promise<History | NoFacts> | undefined;
  return () => (answer ??= readHistory(spot));
};
