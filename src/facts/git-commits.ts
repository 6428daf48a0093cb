/** The commits of a history with their messages, read while git prints them. */
import type { HistoryCommit, HistoryPerson } from '../model/history.ts';
import type { Environment } from '../tree/git.ts';
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
  const field = (index: number): string => fields[at + index] ?? '';
  const parents = field(1);
  return {
    id: field(0),
    parents: parents === '' ? [] : parents.split(' '),
    committedAt: Number(field(2)),
    author: personOf(field(3), field(4)),
    message: field(5),
  };
};

export interface CommitReading {
  /** The id of the first commit; undefined where git has none to tell, for whatever reason. */
  readonly first: () => Promise<string | undefined>;
  /** The commits in git's order, newest first, up to the one that was enough. */
  readonly commits: (enough?: Enough) => Promise<HistoryCommit[]>;
  /** Ends git unread. */
  readonly stop: () => void;
}

type Fields = AsyncGenerator<readonly string[], void>;

async function* resumed(opening: Promise<IteratorResult<readonly string[], void>>, fields: Fields): Fields {
  const { value, done } = await opening;
  if (done === true) return;
  yield value;
  yield* fields;
}

const commitsIn = async (output: Fields, enough: Enough): Promise<HistoryCommit[]> => {
  const read: HistoryCommit[] = [];
  const personOf = interning();
  let fields: readonly string[] = [];
  for await (const more of output) {
    fields = fields.length === 0 ? more : [...fields, ...more];
    let at = 0;
    for (; at + width <= fields.length; at += width) {
      const commit = commitAt(fields, at, personOf);
      read.push(commit);
      if (enough(commit)) return read;
    }
    fields = fields.slice(at);
  }
  return read;
};

/** Starts to read what can be reached from a revision, and not from others; without diffs. Git works from now on. */
export const readingCommits = ({ root, env }: ChangesSpot, rev: string, not: readonly string[] = []): CommitReading => {
  const range = [rev, ...not.map((other) => `^${other}`)];
  const { fields, stop } = streamGit(
    root,
    ['log', ...flags, `--format=${fieldNames.join('%x00')}`, '--end-of-options', ...range, '--'],
    env,
  );
  const opening = fields.next();
  // Why there is nothing is told to who asks for the commits.
  const first = opening.then(
    ({ value }) => value?.[0],
    () => undefined,
  );
  const commits = (enough: Enough = () => false): Promise<HistoryCommit[]> => commitsIn(resumed(opening, fields), enough).finally(stop);
  return { first: () => first, commits, stop };
};
