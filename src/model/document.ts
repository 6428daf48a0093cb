/** A document: the typed model of one Markdown file, read as one kind, with the place of every part. */
import { nearestRange, unzip } from './located.ts';
import { type Place, placeOf, type Range, type Source } from './source.ts';

export const kindNames = ['checklist', 'approvals', 'incident', 'promotion', 'process', 'changelog', 'document'] as const;

/** What a Markdown file is read as. */
export type KindName = (typeof kindNames)[number];

/** What a document says of itself; without a word from it, it counts as complete. */
export type Claim = 'draft' | 'in-progress' | 'complete';

/** How far a document has come, in items. */
export interface Progress {
  readonly done: number;
  readonly total: number;
}

export interface Document {
  readonly kind: KindName;
  readonly source: Source;
  /** Plain JSON, as `schemas/<kind>.schema.json` describes it. */
  readonly data: Readonly<Record<string, unknown>>;
  readonly ranges: ReadonlyMap<string, Range>;
  readonly claim: Claim;
  readonly progress: Progress;
}

/** The place of a pointer's value, or of its nearest located ancestor; at worst the document's first line. */
export const placeAt = (document: Document, pointer: string): Place =>
  placeOf(document.source, nearestRange(document.ranges, pointer) ?? { start: 0, end: 0 });

/** Every pointer of the model with its place, in order of pointers. */
export const placesOf = (document: Document): Record<string, Place> =>
  Object.fromEntries([...document.ranges.keys()].sort().map((pointer) => [pointer, placeAt(document, pointer)]));

/** A document from what a kind has read. */
export const documentOf = (head: Pick<Document, 'kind' | 'source' | 'claim' | 'progress'>, tree: unknown): Document => {
  const { data, ranges } = unzip(tree);
  return { ...head, data: data as Readonly<Record<string, unknown>>, ranges };
};
