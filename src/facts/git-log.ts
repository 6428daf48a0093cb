/** Reads a whole history with one `git log`: which commit made which version of which file out of which. */
import { type Environment, runGit } from '../tree/git.ts';
import { type Commit, type Identity, instantOf } from './git-commit.ts';

export interface LogCommit extends Commit {
  /** 0 for the newest; a commit's children come before it, whatever the clocks said. */
  readonly order: number;
}

/** One content of one file. */
export interface Version {
  /** POSIX path, relative to the top of the repository. */
  readonly path: string;
  /** Object id of the content. */
  readonly blob: string;
}

/** A commit that made a version. */
export interface Touch extends Version {
  readonly commit: LogCommit;
  /** What the version was made of: none for an added file, several for a merge that differs from all its parents; a rename has another path. */
  readonly from: readonly Version[];
}

// Blob ids (--raw instead of --name-status) cost nothing and name the versions. -c shows what merges changed themselves.
// The rest switches off what a user's configuration may switch on.
const flags = [
  ...['--date-order', '--raw', '-z', '--no-abbrev', '-M', '-c', '--combined-all-paths', '--root', '--no-relative'],
  ...['--no-ext-diff', '--no-textconv', '--no-color', '--no-show-signature', '--encoding=UTF-8'],
];

const format = ['%H', '%ct', '%at', '%aN', '%aE', '%cN', '%cE'].join('%x00');

/** NUL-delimited output, and how far it is read. Fields are cut out one by one: an array of all of them would take as long as the rest. */
interface Cursor {
  readonly text: string;
  readonly identityOf: (name: string, email: string) => Identity;
  at: number;
}

const next = (cursor: Cursor): string => {
  const end = cursor.text.indexOf('\0', cursor.at);
  const field = cursor.text.slice(cursor.at, end < 0 ? undefined : end);
  cursor.at = end < 0 ? cursor.text.length : end + 1;
  return field;
};

// Few people make many commits.
const identities = (): Cursor['identityOf'] => {
  const known = new Map<string, Identity>();
  return (name, email) => {
    const key = `${name}\0${email}`;
    const identity = known.get(key) ?? { name, email };
    known.set(key, identity);
    return identity;
  };
};

const readCommit = (id: string, order: number, cursor: Cursor): LogCommit => {
  const [committed, authored] = [next(cursor), next(cursor)];
  const author = cursor.identityOf(next(cursor), next(cursor));
  const committer = cursor.identityOf(next(cursor), next(cursor));
  const committedAt = instantOf(committed);
  const authoredAt = authored === committed ? committedAt : instantOf(authored);
  return { id, order, author, authoredAt, committer, committedAt };
};

const none = /^0+$/;

/** `:<mode> <mode> <blob> <blob> <status>`, the path, for a rename the new path. Modes have six digits, blobs as many as commits. */
const readTouch = (header: string, commit: LogCommit, cursor: Cursor): Touch => {
  const size = commit.id.length;
  const before = header.slice(15, 15 + size);
  const blob = header.slice(16 + size, 16 + 2 * size);
  const from = next(cursor);
  const path = header[17 + 2 * size] === 'R' ? next(cursor) : from;
  return { path, blob, commit, from: none.test(before) ? [] : [{ path: from, blob: before }] };
};

/** Of n parents: n colons, n + 1 modes, n + 1 blobs, the statuses, and all n + 1 paths. */
const readMerge = (header: string, commit: LogCommit, cursor: Cursor): Touch => {
  const parents = header.lastIndexOf(':') + 1;
  const blobs = header.split(' ').slice(parents + 1, 2 * parents + 2);
  const versions = blobs.map((blob) => ({ path: next(cursor), blob }));
  return { ...(versions.pop() as Version), commit, from: versions.filter(({ blob }) => !none.test(blob)) };
};

/** The touches in the output of `git log --raw -z`, newest first; deletions have a blob of zeros. */
export function* touchesIn(output: Buffer): Generator<Touch> {
  const cursor: Cursor = { text: output.toString('utf8'), identityOf: identities(), at: 0 };
  let commit: LogCommit | undefined;
  while (cursor.at < cursor.text.length) {
    // git puts a newline, or before a merge's files an empty field, between a commit and its files.
    const field = next(cursor);
    const header = field.startsWith('\n') ? field.slice(1) : field;
    if (commit !== undefined && header.startsWith('::')) yield readMerge(header, commit, cursor);
    else if (commit !== undefined && header.startsWith(':')) yield readTouch(header, commit, cursor);
    else if (header !== '') commit = readCommit(header, (commit?.order ?? -1) + 1, cursor);
  }
}

/** Every version that the history of a revision made, newest first. Deletions are left out: nothing leads on from them. */
export const readLog = async (root: string, rev: string, env?: Environment): Promise<Touch[]> => {
  const output = await runGit(root, ['log', ...flags, `--format=${format}`, '--end-of-options', rev, '--'], { env });
  return [...touchesIn(output)].filter(({ blob }) => !none.test(blob));
};
