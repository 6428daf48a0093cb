/** What a changelog needs to know of a repository beside its commits: HEAD and what can be reached. */
import { UsageError } from '../model/usage-error.ts';
import { gitFailure, runGit, tryGit } from '../tree/git.ts';
import { mayBeShallow } from '../tree/git-shallow.ts';
import type { ChangesSpot, CommitReading } from './git-commits.ts';

/** The full id of the commit that a name stands for; undefined where there is none. */
export const commitId = async ({ root, env }: ChangesSpot, name: string): Promise<string | undefined> => {
  const { code, stdout } = await tryGit(root, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`], { env });
  return code === 0 ? stdout.toString('utf8').trim() : undefined;
};

/**
 * The id of HEAD. Throws a UsageError outside of git, without commits, and in a shallow clone: where a shallow history ends, releases
 * before it cannot be seen and everything looks new.
 */
export const readHead = async ({ root, env }: ChangesSpot): Promise<string> => {
  const args = ['rev-parse', '--is-shallow-repository', '--verify', 'HEAD^{commit}'];
  const outcome = await tryGit(root, ['rev-parse', '--is-shallow-repository', 'HEAD^{commit}'], { env });
  const [shallow, head] = outcome.stdout.toString('utf8').split('\n');
  if (shallow === 'true')
    throw new UsageError(
      'This is a shallow clone: commits and tags are missing, so the changelog would be wrong. Run git fetch --unshallow --tags, or set fetch-depth: 0 in CI.',
    );
  if (outcome.code === 0 && head !== undefined) return head;
  if (shallow === 'false') throw new UsageError('There are no commits yet, so there are no changes to tell.');
  throw gitFailure(root, args, outcome);
};

/** The id of HEAD where its commits are being read already; throws as `readHead` does. */
export const headOf = async (reading: CommitReading, spot: ChangesSpot): Promise<string> => {
  const [head, doubtful] = await Promise.all([reading.first(), mayBeShallow(spot.root, spot.env)]);
  return head === undefined || doubtful ? readHead(spot) : head;
};

/** A file below the root as HEAD holds it; undefined where it holds none. */
export const committedBytes = async ({ root, env }: ChangesSpot, path: string): Promise<Uint8Array | undefined> => {
  const { code, stdout } = await tryGit(root, ['cat-file', 'blob', `HEAD:./${path}`], { env });
  return code === 0 ? stdout : undefined;
};

// Most ids that are looked for are nowhere: several are first asked for at once, by one process.
const present = async ({ root, env }: ChangesSpot, ids: readonly string[]): Promise<readonly string[]> => {
  if (ids.length === 1) return ids;
  const input = ids.map((id) => `${id}^{commit}\n`).join('');
  const answers = (await runGit(root, ['cat-file', '--batch-check=%(objectname)'], { env, input })).toString('utf8').split('\n');
  return ids.filter((_, index) => /^[0-9a-f]{40,64}$/.test(answers[index] ?? ''));
};

/** Which of some ids, perhaps abbreviated, are of commits that can be reached from another. */
export const amongAncestors = async (spot: ChangesSpot, ids: readonly string[], head: string): Promise<ReadonlySet<string>> => {
  const asked = await present(spot, ids);
  const answers = await Promise.all(asked.map((id) => tryGit(spot.root, ['merge-base', '--is-ancestor', id, head], { env: spot.env })));
  return new Set(asked.filter((_, index) => answers[index]?.code === 0));
};

/** The ids of the commits that changed any of some paths, which are git's pathspecs relative to the root. */
export const commitsTouching = async ({ root, env }: ChangesSpot, rev: string, paths: readonly string[]): Promise<ReadonlySet<string>> => {
  const output = await runGit(root, ['log', '--full-history', '--format=%H', '--end-of-options', rev, '--', ...paths], { env });
  return new Set(
    output
      .toString('utf8')
      .split('\n')
      .filter((id) => id !== ''),
  );
};
