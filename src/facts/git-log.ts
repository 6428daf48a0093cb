/** Reads a whole history with one `git log`: which commit made which version of which file out of which. */
import type { Environment } from '../tree/git.ts';
import { streamGit } from '../tree/git-stream.ts';
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

const commitFields = ['%H', '%ct', '%at', '%aN', '%aE', '%cN', '%cE'];

/** NUL-delimited fields of the output. */
type Fields = readonly string[];

type IdentityOf = (name: string, email: string) => Identity;

// Few people make many commits.
const identities = (): IdentityOf => {
  const known = new Map<string, Identity>();
  return (name, email) => {
    const key = `${name}\0${email}`;
    const identity = known.get(key) ?? { name, email };
    known.set(key, identity);
    return identity;
  };
};

const readCommit = (fields: Fields, order: number, identityOf: IdentityOf): LogCommit => {
  const [id = '', committed = '', authored = '', author = '', authorEmail = '', committer = '', committerEmail = ''] = fields;
  const committedAt = instantOf(committed);
  return {
    id,
    order,
    author: identityOf(author, authorEmail),
    authoredAt: authored === committed ? committedAt : instantOf(authored),
    committer: identityOf(committer, committerEmail),
    committedAt,
  };
};

const none = /^0+$/;

/** `:<mode> <mode> <blob> <blob> <status>`, the path, for a rename the new path. Modes have six digits, blobs as many as commits. */
const readTouch = ([header = '', from = '', to = from]: Fields, commit: LogCommit): Touch => {
  const size = commit.id.length;
  const before = header.slice(15, 15 + size);
  const blob = header.slice(16 + size, 16 + 2 * size);
  return { path: to, blob, commit, from: none.test(before) ? [] : [{ path: from, blob: before }] };
};

const parentsIn = (header: string): number => header.lastIndexOf(':') + 1;

/** Of n parents: n colons, n + 1 modes, n + 1 blobs, the statuses, and all n + 1 paths. */
const readMerge = ([header = '', ...paths]: Fields, commit: LogCommit): Touch => {
  const parents = parentsIn(header);
  const blobs = header.split(' ').slice(parents + 1, 2 * parents + 2);
  const versions = blobs.map((blob, index) => ({ path: paths[index] ?? '', blob }));
  return { ...(versions.pop() as Version), commit, from: versions.filter(({ blob }) => !none.test(blob)) };
};

/** How many fields a record has; git puts an empty one before the files of a merge. */
const widthOf = (header: string): number => {
  if (header === '') return 1;
  if (header.startsWith('::')) return parentsIn(header) + 2;
  if (header.startsWith(':')) return /R\d*$/.test(header) ? 3 : 2;
  return commitFields.length;
};

/** Reads the output of `git log --raw -z` as it comes, in pieces that may end in the middle of a record. */
export const touchReader = (add: (touch: Touch) => void): ((more: Fields) => void) => {
  const identityOf = identities();
  let commit: LogCommit | undefined;
  let rest: Fields = [];
  const read = (record: Fields): void => {
    const header = record[0] ?? '';
    if (commit !== undefined && header.startsWith('::')) add(readMerge(record, commit));
    else if (commit !== undefined && header.startsWith(':')) add(readTouch(record, commit));
    else if (header !== '') commit = readCommit(record, (commit?.order ?? -1) + 1, identityOf);
  };
  return (more) => {
    const fields = rest.length === 0 ? more : [...rest, ...more];
    let at = 0;
    while (at < fields.length) {
      // git puts a newline between a commit and its files.
      const header = (fields[at] ?? '').replace(/^\n/, '');
      const end = at + widthOf(header);
      if (end > fields.length) break;
      read([header, ...fields.slice(at + 1, end)]);
      at = end;
    }
    rest = fields.slice(at);
  };
};

export interface LogSpot {
  /** A folder of the repository. */
  readonly root: string;
  readonly rev: string;
  readonly env?: Environment | undefined;
}

/**
 * Tells every version that the history of a revision made, newest first, while git is still looking for older ones.
 * Deletions are left out: nothing leads on from them.
 */
export const readLog = async ({ root, rev, env }: LogSpot, tell: (touch: Touch) => void): Promise<void> => {
  const args = ['log', ...flags, `--format=${commitFields.join('%x00')}`, '--end-of-options', rev, '--'];
  const read = touchReader((touch) => {
    if (!none.test(touch.blob)) tell(touch);
  });
  for await (const fields of streamGit(root, args, env).fields) read(fields);
};
