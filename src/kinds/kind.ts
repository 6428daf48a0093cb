/** Kinds: values made of readers. Type, schema and documentation page of a kind are derived from them. */
import type { Outline } from '../markdown/outline.ts';
import { type Document, documentOf, type KindName, type Progress } from '../model/document.ts';
import { type JsonSchema, object, type Shape } from '../model/shape.ts';
import type { Reader } from '../read/reading.ts';
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
export const kind = (name: KindName, summary: string, own: Readers): Kind => {
  const readers: Readers = { ...baseReaders, ...own };
  return { name, summary, readers, schema: object(summary, shapesOf(readers, false), shapesOf(readers, true)).schema };
};

const settled = new Set(['done', 'not-applicable', 'waived']);

const progressOf = (tasks: readonly { readonly state?: unknown; readonly trigger?: unknown }[]): Progress => {
  const counted = tasks.filter((task) => task.trigger !== true);
  return { done: counted.filter((task) => settled.has(String(task.state))).length, total: counted.length };
};

interface BaseData {
  readonly tasks: readonly { readonly state?: unknown; readonly trigger?: unknown }[];
  readonly claim?: Document['claim'];
}

/** Reads an outline as a kind. Total: whatever the text, a document comes out. */
export const readAs = (kindOf: Kind, outline: Outline): Document => {
  const tree = Object.fromEntries(Object.entries(kindOf.readers).map(([name, reader]) => [name, reader.read(outline)]));
  const read = documentOf({ kind: kindOf.name, source: outline.source, claim: 'complete', progress: { done: 0, total: 0 } }, tree);
  const data = read.data as unknown as BaseData;
  return { ...read, claim: data.claim ?? 'complete', progress: progressOf(data.tasks) };
};
