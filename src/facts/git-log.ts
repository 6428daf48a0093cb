/** Reads a whole history with one `git log`: which commit made which version of which file out of which. */
import { type Environment, nulFields, runGit } from '../tree/git.ts';
import { type Commit, instantOf } from './git-commit.ts';

export interface LogCommit extends Commit {
  readonly parents: readonly string[];
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

const format = ['%H', '%P', '%ct', '%at', '%aN', '%aE', '%cN', '%cE'].join('%x00');

/** The fields of git's output and how far they are read. */
interface Cursor {
  readonly fields: readonly string[];
  at: number;
}

const next = (cursor: Cursor): string => cursor.fields[cursor.at++] ?? '';

const readCommit = (id: string, order: number, cursor: Cursor): LogCommit => {
  const [parents = '', committed = '', authored = '', aN = '', aE = '', cN = '', cE = ''] = cursor.fields.slice(cursor.at, cursor.at + 7);
  cursor.at += 7;
  const committedAt = instantOf(committed);
  return {
    id,
    order,
    parents: parents === '' ? [] : parents.split(' '),
    author: { name: aN, email: aE },
    authoredAt: authored === committed ? committedAt : instantOf(authored),
    committer: { name: cN, email: cE },
    committedAt,
  };
};

const none = /^0+$/;

/** `:<mode> <mode> <blob> <blob> <status>`, the path, for a rename the new path. */
const readTouch = (header: string, commit: LogCommit, cursor: Cursor): Touch => {
  const [, , before = '', blob = '', status = ''] = header.split(' ');
  const from = next(cursor);
  const path = status.startsWith('R') ? next(cursor) : from;
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
  const cursor: Cursor = { fields: nulFields(output), at: 0 };
  let commit: LogCommit | undefined;
  while (cursor.at < cursor.fields.length) {
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
