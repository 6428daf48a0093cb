/** What a commit held of a file: the content that a sign-off is bound to when it names a commit. */
import { tryGit } from '../tree/git.ts';
import type { NoFacts } from './git-commit.ts';
import type { ReadBlob } from './git-root-cause.ts';
import type { GitSpot } from './git-state.ts';

export interface CommittedContent {
  /** The id of the commit. */
  readonly commit: string;
  /** The name that the file had in it. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Asks for a file, under the first of its names that the commit holds. Commits are named by 7 to 40 hexadecimal digits. */
export type AskContent = (names: readonly string[], commit: string) => Promise<CommittedContent | NoFacts>;

const commitId = async ({ root, env }: GitSpot, commit: string): Promise<string | undefined> => {
  const { code, stdout } = await tryGit(root, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${commit}^{commit}`], { env });
  return code === 0 ? stdout.toString('utf8').trim() : undefined;
};

// A link or a folder of that name is no content.
const blobAt = async ({ root, env }: GitSpot, commit: string, path: string): Promise<string | undefined> => {
  const { stdout } = await tryGit(root, ['ls-tree', '-z', commit, '--', path], { env });
  return /^100\d+ blob ([0-9a-f]+)\t[^\0]*\0$/.exec(stdout.toString('utf8'))?.[1];
};

const isShallow = async ({ root, env }: GitSpot): Promise<boolean> =>
  (await tryGit(root, ['rev-parse', '--is-shallow-repository'], { env })).stdout.toString('utf8').trim() === 'true';

const unknownCommit = async (spot: GitSpot): Promise<NoFacts> => ({
  reason: (await isShallow(spot))
    ? 'which this shallow clone does not hold: run git fetch --unshallow, or set fetch-depth: 0 in CI'
    : 'which this repository does not hold',
});

/** Reads files as commits hold them; each commit is looked up once. What cannot be told is said, and proves nothing. */
export const gitContents = (spot: GitSpot, read: ReadBlob): AskContent => {
  const ids = new Map<string, Promise<string | undefined>>();
  const idOf = (commit: string): Promise<string | undefined> => {
    const id = ids.get(commit) ?? commitId(spot, commit);
    ids.set(commit, id);
    return id;
  };
  return async (names, commit) => {
    const id = await idOf(commit);
    // A branch or tag may be called like the beginning of a commit.
    if (id?.startsWith(commit) !== true) return unknownCommit(spot);
    for (const path of names) {
      const blob = await blobAt(spot, id, path);
      if (blob !== undefined) return { commit: id, path, bytes: await read(blob) };
    }
    return { reason: 'which does not hold that file' };
  };
};
