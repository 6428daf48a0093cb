/** A place where another tool tells a repository otherwise than docgate, and who is right. */

export interface Difference {
  readonly name: string;
  /** Who is right, and by what; nobody where no specification says it. */
  readonly right: 'docgate' | 'nobody';
  readonly because: string;
  /** Entries that the other tool has and docgate has not. */
  readonly theirs?: readonly string[];
  /** Entries that docgate has and the other tool has not. */
  readonly ours?: readonly string[];
  /** What it prints with other arguments than the usual ones. */
  readonly args?: readonly string[];
  /** What its text holds. */
  readonly prints?: RegExp;
  /** What docgate's text holds instead. */
  readonly docgate?: RegExp;
}

export const conventional = 'Conventional Commits 1.0.0';
export const keepAChangelog = 'Keep a Changelog 1.1.0';
export const commonMark = 'CommonMark 0.31';
