/** Reads the history of a commit, once per run and only when a rule asks. */
import { posix } from 'node:path';
import { nulFields, runGit } from '../tree/git.ts';
import type { NoFacts } from './git-commit.ts';
import { type LogSpot, readLog, type Touch } from './git-log.ts';
import { type GitSpot, gitState } from './git-state.ts';
import { collectingTouches, type History, isKnown, touchesByPath } from './git-versions.ts';

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
const fileOf = (field: string): readonly [path: string, blob: string] => {
  const tab = field.indexOf('\t');
  return [field.slice(tab + 1), field.slice(field.lastIndexOf(' ', tab) + 1, tab)];
};

const readFiles = async ({ root, rev, env }: LogSpot): Promise<History['files']> =>
  new Map(nulFields(await runGit(root, ['ls-tree', '-r', '-z', '--full-tree', '--end-of-options', rev], { env })).map(fileOf));

const readTouches = async (spot: LogSpot): Promise<History['touches']> => {
  const { byPath, add } = collectingTouches();
  await readLog(spot, add);
  return byPath;
};

const namedTouches = (touches: History['touches'], prefix: string): History['touches'] =>
  prefix === '' ? touches : touchesByPath([...touches.values()].flat().map((touch) => namedTouch(touch, naming(prefix))));

const readHistory = async (spot: GitSpot): Promise<History | NoFacts> => {
  const { root, rev = 'HEAD', env } = spot;
  // All at once, the slowest first: what is read in vain, of a shallow clone or outside git, is little.
  const [touches, files, state] = await Promise.allSettled([
    readTouches({ root, rev, env }),
    readFiles({ root, rev, env }),
    gitState(spot),
  ]);
  if (state.status === 'rejected') throw state.reason;
  if (!isKnown(state.value)) return state.value;
  if (touches.status === 'rejected') throw touches.reason;
  if (files.status === 'rejected') throw files.reason;
  const { commit, prefix } = state.value;
  const named = naming(prefix);
  return {
    commit,
    files: prefix === '' ? files.value : new Map([...files.value].map(([path, blob]) => [named(path), blob])),
    touches: namedTouches(touches.value, prefix),
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
