/** Whether a folder's git history can be trusted to tell when things happened. */
import { type Environment, gitFailure, tryGit } from '../tree/git.ts';
import type { NoFacts } from './git-commit.ts';

export interface GitSpot {
  /** A folder of the repository. */
  readonly root: string;
  /** The commit whose history is asked; without one, HEAD. */
  readonly rev?: string;
  readonly env?: Environment | undefined;
}

export interface GitState {
  /** The id of the commit. */
  readonly commit: string;
  /** The folder within its repository, with a trailing slash; empty at the top. */
  readonly prefix: string;
}

const noFacts = {
  outside: { reason: 'not in a git repository' },
  none: { reason: 'no commits yet' },
  // Where a shallow history ends, every file looks as if that commit had added it.
  shallow: { reason: 'shallow clone: run git fetch --unshallow, or set fetch-depth: 0 in CI', partial: true },
} as const;

/** The state of a repository, or why it shows nothing. */
export const gitState = async ({ root, rev = 'HEAD', env }: GitSpot): Promise<GitState | NoFacts> => {
  const args = ['rev-parse', '--is-shallow-repository', '--show-prefix', `${rev}^{commit}`];
  const outcome = await tryGit(root, args, { env });
  if (/not a git repository/i.test(outcome.stderr)) return noFacts.outside;
  const [, shallow, prefix = '', commit = ''] = /^(true|false)\n(.*)\n(.*)\n$/s.exec(outcome.stdout.toString('utf8')) ?? [];
  if (outcome.code === 0) return shallow === 'true' ? noFacts.shallow : { commit, prefix };
  if (shallow !== undefined && rev === 'HEAD') return noFacts.none;
  throw gitFailure(root, args, outcome);
};
