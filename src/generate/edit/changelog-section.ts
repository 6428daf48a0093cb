/** Changelog sections: what a release adds to a changelog, before it is written in the file's own style. */

/** One change. */
export interface NewEntry {
  /** Markdown of one list item without its bullet; lines after the first are separated by `\n`. */
  readonly text: string;
  /** What the entry is known by, so that it is written once: `pr:12`, `sha:<full object id>`, `owner/repo#12`. */
  readonly keys: readonly string[];
}

export interface NewGroup {
  /** As Keep a Changelog names it, such as `Added`, or a name of one's own. */
  readonly title: string;
  readonly entries: readonly NewEntry[];
}

/** A link definition. */
export interface NewLink {
  /** Such as `unreleased` or `1.2.0`. */
  readonly label: string;
  readonly url: string;
}

export interface NewSection {
  /** Without it, the entries go into the section of what is not released yet. */
  readonly version?: string;
  /** `YYYY-MM-DD`. */
  readonly date?: string;
  readonly groups: readonly NewGroup[];
  readonly links: readonly NewLink[];
}
