/** The size of what lies between two commits, as git counts it. */
import { UsageError } from '../model/usage-error.ts';
import { emptyTreeBeside } from '../tree/empty-tree.ts';
import { type Environment, nulFields, runGit, tryGit } from '../tree/git.ts';

export interface Scope {
  /** Without merges. */
  readonly commits: number;
  readonly filesChanged: number;
  /** Lines of text files; a binary file counts as changed, without lines. */
  readonly linesAdded: number;
  readonly linesRemoved: number;
}

export interface ScopeSpot {
  readonly root: string;
  /** The revision that the counting starts behind; undefined: the beginning of history. */
  readonly from?: string;
  readonly to: string;
  readonly env?: Environment;
}

const commitOf = async ({ root, env }: ScopeSpot, revision: string): Promise<string> => {
  const { code, stdout } = await tryGit(root, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`], { env });
  if (code !== 0) throw new UsageError(`There is no revision "${revision}". Fetch it (git fetch --tags), or name one that exists.`);
  return stdout.toString('utf8').trim();
};

type Counted = Omit<Scope, 'commits'>;

const linesOf = (text: string | undefined): number => (text === undefined || text === '-' ? 0 : Number(text));

// `added TAB removed TAB path`; for a rename the path is empty and two fields with the old and the new one follow.
const countFiles = (fields: readonly string[]): Counted => {
  let [filesChanged, linesAdded, linesRemoved] = [0, 0, 0];
  for (let at = 0; at < fields.length; at += 1) {
    const [plus, minus, path] = (fields[at] ?? '').split('\t');
    filesChanged += 1;
    linesAdded += linesOf(plus);
    linesRemoved += linesOf(minus);
    if (path === '') at += 2;
  }
  return { filesChanged, linesAdded, linesRemoved };
};

/** Counts commits, files and lines. Throws a UsageError for a revision that is not there. */
export const gitScope = async (spot: ScopeSpot): Promise<Scope> => {
  const { root, env } = spot;
  const from = spot.from === undefined ? undefined : await commitOf(spot, spot.from);
  const to = await commitOf(spot, spot.to);
  const range = from === undefined ? to : `${from}..${to}`;
  // Renames are one file; what a user's configuration may switch on is switched off.
  const diff = ['diff', '--numstat', '-z', '-M', '--no-ext-diff', '--no-textconv', '--no-relative', from ?? emptyTreeBeside(to), to, '--'];
  const [count, numbers] = await Promise.all([
    runGit(root, ['rev-list', '--count', '--no-merges', range, '--'], { env }),
    runGit(root, diff, { env }),
  ]);
  return { commits: Number(count.toString('utf8').trim()), ...countFiles(nulFields(numbers)) };
};
