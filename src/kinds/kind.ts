/** Kinds: values made of readers. Type, schema and documentation page of a kind are derived from them. */
import type { Outline } from '../markdown/outline.ts';
import type { DocumentData, OwnData } from '../model/data.ts';
import type { Document, KindName, Progress } from '../model/document.ts';
import { type Tree, unzip } from '../model/located.ts';
import { type JsonSchema, object, type Shape } from '../model/shape.ts';
import type { Reader, ReadersOf } from '../read/reading.ts';
import { baseReaders } from './base.ts';

type Readers = Readonly<Record<string, Reader<unknown>>>;

export interface Kind {
  readonly name: KindName;
  /** One sentence: which documents it is for. */
  readonly summary: string;
  readonly readers: Readers;
  readonly schema: JsonSchema;
}

const shapesOf = (readers: Readers, optional: boolean): Record<string, Shape<unknown>> =>
  Object.fromEntries(
    Object.entries(readers)
      .filter(([, reader]) => reader.optional === optional)
      .map(([name, reader]) => [name, reader.shape]),
  );

/** A kind: the base outline and its own parts. */
export const kind = <N extends KindName>(name: N, summary: string, own: ReadersOf<OwnData[N]>): Kind => {
  const readers: Readers = { ...baseReaders, ...own };
  return { name, summary, readers, schema: object(summary, shapesOf(readers, false), shapesOf(readers, true)).schema };
};

const settled = new Set(['done', 'not-applicable']);

// Rows and lines with marks are items of a check list; elsewhere they tell something else.
const progressOf = (kind: KindName, { tasks, marked }: DocumentData): Progress => {
  const items = [...tasks.filter(({ trigger }) => trigger !== true), ...(kind === 'checklist' ? marked : [])];
  return { done: items.filter(({ state }) => settled.has(state)).length, total: items.length };
};

/** Reads an outline as a kind. Total: whatever the text, a document comes out. */
export const readAs = ({ name, readers }: Kind, outline: Outline): Document => {
  const parts = Object.fromEntries(Object.entries(readers).map(([part, reader]) => [part, reader.read(outline)]));
  // `ReadersOf` holds every kind to its data.
  const { data, ranges } = unzip(parts as Tree<DocumentData>);
  return { kind: name, source: outline.source, data, ranges, claim: data.claim ?? 'complete', progress: progressOf(name, data) };
};
