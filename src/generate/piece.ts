/** Pieces: values on their way into a document, still without a form; the place where they stand decides it. */

export type Piece =
  | { readonly form: 'text'; readonly text: string }
  | { readonly form: 'code'; readonly text: string }
  | { readonly form: 'link'; readonly text: string; readonly url: string }
  /** Markdown of its own, of any number of lines, for running text; where that cannot stand, plain text does. */
  | { readonly form: 'prose'; readonly text: string; readonly markdown: string }
  /** Markdown as it is. */
  | { readonly form: 'raw'; readonly text: string };

/** Several pieces with Markdown between them. */
export class Pieces {
  readonly parts: readonly (Piece | string)[];
  constructor(parts: readonly (Piece | string)[]) {
    this.parts = parts;
  }
}

export const text = (value: string): Pieces => new Pieces([{ form: 'text', text: value }]);
export const code = (value: string): Pieces => new Pieces([{ form: 'code', text: value }]);
export const raw = (value: string): Pieces => new Pieces([{ form: 'raw', text: value }]);
export const link = (label: string, url: string): Pieces => new Pieces([{ form: 'link', text: label, url }]);
