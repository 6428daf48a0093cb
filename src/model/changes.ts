/** Changes: what a history holds, release by release, before anybody words or formats it. Plain JSON, the context of templates. */

export interface Contributor {
  readonly name: string;
  readonly email: string;
  /** `@handle`, when the people of the configuration name it. */
  readonly handle?: string;
  /** Whether this release holds their first commit. */
  readonly first?: boolean;
}

/** An issue or pull request. */
export interface Reference {
  /** `owner/name` of another repository; without it, this one. */
  readonly repository?: string;
  readonly number: number;
  readonly url?: string;
}

/** One entry of a changelog. */
export interface Change {
  /** Conventional Commits type in lower case; undefined for a commit that is none. */
  readonly type?: string;
  readonly scope?: string;
  /** The description as the author wrote it: plain text with Markdown code spans, not yet escaped. */
  readonly text: string;
  /** The text and notes are Markdown that somebody wrote for readers (a fragment), not to be escaped. */
  readonly markdown?: true;
  readonly breaking: boolean;
  /** Text of each BREAKING CHANGE footer, paragraphs separated by an empty line, without trailers. */
  readonly notes: readonly string[];
  readonly pulls: readonly Reference[];
  readonly issues: readonly Reference[];
  /** Full object ids, newest first; more than one when merge and branch, or repeated work, were folded. */
  readonly commits: readonly string[];
  /** Where the newest of them is shown; undefined when no upstream is known. */
  readonly url?: string;
  readonly authors: readonly Contributor[];
}

/** Changes under one heading, in the order in which they are listed. */
export interface ChangeGroup {
  /** `Added`, `Changed`, `Deprecated`, `Removed`, `Fixed`, `Security` (Keep a Changelog 1.1.0), or a heading of the configuration. */
  readonly title: string;
  readonly changes: readonly Change[];
}

/** What came with one release, or since the last one. */
export interface ReleaseChanges {
  /** Without `v`; undefined for what is not released. */
  readonly version?: string;
  readonly tag?: string;
  /** `YYYY-MM-DD` in the configured zone. */
  readonly date?: string;
  readonly previousTag?: string;
  /** Where the two releases are compared; undefined when no upstream is known. */
  readonly compareUrl?: string;
  readonly groups: readonly ChangeGroup[];
  /** Everybody who wrote something, by name; none unless they were asked for: it takes the whole history to know who came first. */
  readonly contributors: readonly Contributor[];
  /** Commits that say nothing a group is known for, in the order of the history; they are in no group. */
  readonly unclassified?: readonly Change[];
}
