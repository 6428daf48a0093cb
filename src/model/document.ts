/** A document: the typed model of one Markdown file, read as one kind, with the place of every part. */
import type { Claim, DocumentData, OwnData } from './data.ts';
import { nearestRange } from './located.ts';
import { type Place, placeOf, type Range, type Source } from './source.ts';

export const kindNames = [
  'checklist',
  'approvals',
  'incident',
  'promotion',
  'process',
  'changelog',
  'document',
] as const satisfies readonly (keyof OwnData)[];

/** What a Markdown file is read as. */
export type KindName = (typeof kindNames)[number];

/** How far a document has come, in items. */
export interface Progress {
  readonly done: number;
  readonly total: number;
}

/** Data with the place of every part: what policies judge, whatever it was read from. */
export interface LocatedData {
  readonly source: Source;
  readonly data: object;
  readonly ranges: ReadonlyMap<string, Range>;
  readonly claim: Claim;
}

export interface Document extends LocatedData {
  readonly kind: KindName;
  /** Plain JSON, as `schemas/<kind>.schema.json` describes it. */
  readonly data: DocumentData;
  readonly progress: Progress;
}

/** The place of a pointer's value, or of its nearest located ancestor; at worst the document's first line. */
export const placeAt = (document: Pick<LocatedData, 'source' | 'ranges'>, pointer: string): Place =>
  placeOf(document.source, nearestRange(document.ranges, pointer) ?? { start: 0, end: 0 });

/** Every pointer of the model with its place, in order of pointers. */
export const placesOf = (document: Pick<LocatedData, 'source' | 'ranges'>): Record<string, Place> =>
  Object.fromEntries([...document.ranges.keys()].sort().map((pointer) => [pointer, placeAt(document, pointer)]));
