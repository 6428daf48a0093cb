/** Spots: where in a line of Markdown a text stands. */

/** Where a text stands. `before` and `after` are the rest of its line, neighbours unescaped. */
export interface Spot {
  readonly before: string;
  readonly after: string;
  /** In the text of a link, in an image's alternative text or in a label: there brackets end it, and links do not nest. */
  readonly link?: boolean;
  /** In a table cell. */
  readonly cell?: boolean;
  /** In a heading of the form `## …`. */
  readonly heading?: boolean;
}
