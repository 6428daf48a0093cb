/** A history for its changelog: commits with their messages, release tags, and where the repository lives on the web. */
import type { HistoryCommit, HistoryPerson, HistoryTag } from '../model/history.ts';
import { UsageError } from '../model/usage-error.ts';
import { type Environment, gitFailure, runGit, tryGit } from '../tree/git.ts';
import { streamGit } from '../tree/git-stream.ts';

export interface ChangesSpot {
  /** A folder of the repository. */
  readonly root: string;
  readonly env?: Environment | undefined;
}

// Names and addresses by the mailmap, as %aN and %aE always are; the rest switches off what a user's configuration may switch on.
const flags = ['-z', '--no-show-signature', '--no-color', '--no-notes', '--encoding=UTF-8'];
// A body can hold any text but NUL, so nothing that somebody writes can be taken for a delimiter.
const fieldNames = ['%H', '%P', '%ct', '%aN', '%aE', '%B'];
const width = fieldNames.length;

/** Whether the commits read so far are enough. */
export type Enough = (commit: HistoryCommit) => boolean;

/** The same person is the same object: histories have few people and many commits. */
type Intern = (name: string, email: string) => HistoryPerson;

const interning = (): Intern => {
  const known = new Map<string, HistoryPerson>();
  return (name, email) => {
    const key = `${name}\n${email}`;
    const person = known.get(key) ?? { name, email };
    known.set(key, person);
    return person;
  };
};

const commitAt = (fields: readonly string[], at: number, personOf: Intern): HistoryCommit => {
  const [id = '', parents = '', committed = '', name = '', email = '', message = ''] = fields.slice(at, at + width);
  return {
    id,
    parents: parents === '' ? [] : parents.split(' '),
    committedAt: Number(committed),
    author: personOf(name, email),
    message,
  };
};

export interface CommitReading {
  /** The commits in git's order, newest first, up to the one that was enough. */
  readonly commits: (enough?: Enough) => Promise<HistoryCommit[]>;
  /** Ends git unread. */
  readonly stop: () => void;
}

/** Starts to read what can be reached from a revision, and not from others; without diffs. Nothing is awaited before `commits` is called. */
export const readingCommits = ({ root, env }: ChangesSpot, rev: string, not: readonly string[] = []): CommitReading => {
  const range = [rev, ...not.map((other) => `^${other}`)];
  const stream = streamGit(root, ['log', ...flags, `--format=${fieldNames.join('%x00')}`, '--end-of-options', ...range, '--'], env);
  const commits = async (enough: Enough = () => false): Promise<HistoryCommit[]> => {
    const read: HistoryCommit[] = [];
    const personOf = interning();
    let fields: readonly string[] = [];
    for await (const more of stream.fields) {
      fields = fields.length === 0 ? more : [...fields, ...more];
      let at = 0;
      for (; at + width <= fields.length; at += width) {
        const commit = commitAt(fields, at, personOf);
        read.push(commit);
        if (!enough(commit)) continue;
        stream.stop();
        return read;
      }
      fields = fields.slice(at);
    }
    return read;
  };
  return { commits, stop: stream.stop };
};

const tagFields = ['%(refname:strip=2)', '%(objecttype)', '%(objectname)', '%(*objecttype)', '%(*objectname)', '%(creatordate:unix)'];

interface ReadTag extends HistoryTag {
  /** It stands for another tag. */
  readonly nested: boolean;
}

const tagOf = (line: string): ReadTag[] => {
  const [name = '', type, id = '', target, targetId = '', at] = line.split('\0');
  if (type === 'commit') return [{ name, commit: id, at: Number(at), nested: false }];
  return target === 'commit' || target === 'tag' ? [{ name, commit: targetId, at: Number(at), nested: target === 'tag' }] : [];
};

/** All tags of commits. */
export const readTags = async ({ root, env }: ChangesSpot): Promise<HistoryTag[]> => {
  const output = await runGit(root, ['for-each-ref', `--format=${tagFields.join('%00')}`, 'refs/tags'], { env });
  const tags = output.toString('utf8').split('\n').flatMap(tagOf);
  return Promise.all(
    tags.map(async ({ nested, ...tag }) => {
      if (!nested) return tag;
      const peeled = await runGit(root, ['rev-parse', `refs/tags/${tag.name}^{commit}`], { env });
      return { ...tag, commit: peeled.toString('utf8').trim() };
    }),
  );
};

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

/** The address of the remote `origin`, else of the only remote; undefined where there is none. */
export const readRemote = async ({ root, env }: ChangesSpot): Promise<string | undefined> => {
  const { code, stdout } = await tryGit(root, ['remote', 'get-url', 'origin'], { env });
  if (code === 0) return stdout.toString('utf8').trim();
  const names = (await runGit(root, ['remote'], { env }))
    .toString('utf8')
    .split('\n')
    .filter((name) => name !== '');
  const [only] = names;
  if (only === undefined || names.length > 1) return undefined;
  return (await runGit(root, ['remote', 'get-url', only], { env })).toString('utf8').trim();
};

/** A file below the root as HEAD holds it; undefined where it holds none. */
export const committedBytes = async ({ root, env }: ChangesSpot, path: string): Promise<Uint8Array | undefined> => {
  const { code, stdout } = await tryGit(root, ['cat-file', 'blob', `HEAD:./${path}`], { env });
  return code === 0 ? stdout : undefined;
};

/** Which of some ids, perhaps abbreviated, are of commits that can be reached from another. */
export const amongAncestors = async ({ root, env }: ChangesSpot, ids: readonly string[], head: string): Promise<ReadonlySet<string>> => {
  if (ids.length === 0) return new Set();
  const input = ids.map((id) => `${id}^{commit}\n`).join('');
  const answers = (await runGit(root, ['cat-file', '--batch-check=%(objectname)'], { env, input })).toString('utf8').split('\n');
  const present = ids.filter((_, index) => /^[0-9a-f]{40,64}$/.test(answers[index] ?? ''));
  const reached = await Promise.all(present.map((id) => tryGit(root, ['merge-base', '--is-ancestor', id, head], { env })));
  return new Set(present.filter((_, index) => reached[index]?.code === 0));
};

/** The ids of the commits that changed any of some paths, which are git's pathspecs relative to the root. */
export const commitsTouching = async ({ root, env }: ChangesSpot, rev: string, paths: readonly string[]): Promise<ReadonlySet<string>> => {
  const output = await runGit(root, ['log', '--full-history', '--format=%H', '--end-of-options', rev, '--', ...paths], { env });
  return new Set(output.toString('utf8').split('\n'));
};
