/** A commit: the files as one revision holds them. */
import { didYouMean, UsageError } from '../model/usage-error.ts';
import { type Environment, gitFailure, nulFields, runGit, tryGit } from './git.ts';
import { type GitEntry, gitTree } from './git-tree.ts';
import type { Tree } from './tree.ts';

const isShallow = async (root: string, env?: Environment): Promise<boolean> =>
  (await runGit(root, ['rev-parse', '--is-shallow-repository'], { env })).toString().trim() === 'true';

const unknown = async (root: string, rev: string, env?: Environment): Promise<UsageError> => {
  const problem = `${JSON.stringify(rev)} is not a commit of this repository.`;
  if (await isShallow(root, env)) {
    return new UsageError(`${problem} The clone is shallow: run git fetch --unshallow --tags, or set fetch-depth: 0 in the workflow.`);
  }
  const names = (await runGit(root, ['for-each-ref', '--format=%(refname:short)'], { env })).toString().trim().split('\n');
  return new UsageError(`${problem}${didYouMean(rev, names)} If it stands on the server only, run git fetch --tags.`);
};

const refuseOdd = (rev: string): void => {
  const odd = rev === '' || rev.startsWith('-') || /\p{Cc}/u.test(rev);
  if (odd) throw new UsageError(`${JSON.stringify(rev)} is not a revision. Name a branch, a tag or a commit.`);
};

const commitOf = async (root: string, rev: string, env?: Environment): Promise<string> => {
  refuseOdd(rev);
  const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${rev}^{commit}`];
  const outcome = await tryGit(root, args, { env });
  if (outcome.code === 0) return outcome.stdout.toString().trim();
  throw outcome.code === 1 ? await unknown(root, rev, env) : gitFailure(root, args, outcome);
};

/** An entry of `git ls-tree -z`: `<mode> <type> <oid>`, a tab, the path. */
const entryOf = (field: string): GitEntry => {
  const [, mode, oid, path] = /^(\d+) [a-z]+ ([0-9a-f]+)\t(.*)$/s.exec(field) ?? [];
  if (mode === undefined || oid === undefined || path === undefined) throw new Error(`git ls-tree printed ${JSON.stringify(field)}`);
  return { path, mode, oid };
};

/** The tree of a commit under a folder of a repository (in a bare one: its top). An unknown revision is a UsageError. */
export const refTree = async (root: string, rev: string, env?: Environment): Promise<Tree> => {
  const commit = await commitOf(root, rev, env);
  const entries = nulFields(await runGit(root, ['ls-tree', '-r', '-z', commit], { env })).map(entryOf);
  return gitTree({ name: `commit ${commit.slice(0, 7)}`, root, entries }, env);
};
