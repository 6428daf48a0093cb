/** Histories: commits and tags as git keeps them, before anybody says what they mean. */

/** A commit with its whole message. */
export interface HistoryCommit {
  /** Full object id. */
  readonly id: string;
  /** The first is the one that was merged into. */
  readonly parents: readonly string[];
  /** Unix seconds. */
  readonly committedAt: number;
  readonly author: HistoryPerson;
  readonly message: string;
}

/** A person as git names them, after the mailmap. */
export interface HistoryPerson {
  readonly name: string;
  readonly email: string;
}

export interface HistoryTag {
  /** Without `refs/tags/`. */
  readonly name: string;
  /** The id of the commit it stands for, however many tags lie between. */
  readonly commit: string;
  /** Unix seconds: when it was tagged; for a tag without a tagger, when its commit was committed. */
  readonly at: number;
}
