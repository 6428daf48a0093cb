/** Commits as facts: who made them and when. */

/** A person as git names them, after the mailmap. Anybody may claim a name: it is a statement, not a proof. */
export interface Identity {
  readonly name: string;
  readonly email: string;
}

export interface Commit {
  readonly id: string;
  readonly author: Identity;
  /** RFC 3339 in UTC, to the second. */
  readonly authoredAt: string;
  readonly committer: Identity;
  /** RFC 3339 in UTC, to the second: when the commit became part of this history. A rebase or a squash moves it. */
  readonly committedAt: string;
}

/** Why git shows nothing. */
export interface NoFacts {
  readonly reason: string;
  /** There is a history, but not all of it. */
  readonly partial?: true;
}

const lastSecond = 253_402_300_799;

/** Unix seconds as git prints them → RFC 3339. Forged times beyond its years are clamped, so that times still sort as text. */
export const instantOf = (seconds: string): string => {
  const clamped = Math.min(Math.max(Number(seconds) || 0, 0), lastSecond);
  return `${new Date(clamped * 1000).toISOString().slice(0, 19)}Z`;
};

/** The commit with the earliest commit time; among equals the first. */
export const earliest = <C extends Commit>(commits: readonly C[]): C | undefined =>
  commits.reduce<C | undefined>(
    (first, commit) => (first === undefined || commit.committedAt < first.committedAt ? commit : first),
    undefined,
  );

/** Each person once, by e-mail address, in order of first appearance. */
export const distinctPeople = (people: readonly Identity[]): Identity[] => {
  const seen = new Set<string>();
  return people.filter(({ email }) => !seen.has(email.toLowerCase()) && seen.add(email.toLowerCase()));
};
