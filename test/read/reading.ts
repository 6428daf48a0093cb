/** Reads pieces of Markdown with one reader, as a kind would. */
import { outlineOf } from '../../src/markdown/outline.ts';
import { type Tree, type Unzipped, unzip } from '../../src/model/located.ts';
import { type Place, placeOf, type Source, sourceOfText } from '../../src/model/source.ts';
import type { Reader } from '../../src/read/reading.ts';

export const lines = (...all: readonly string[]): string => all.join('\n');

const sourceOf = (text: string, path: string): Source => sourceOfText(path, text);

export const unzipped = <T>(reader: Reader<T>, text: string, path = 'a.md'): Unzipped<T> =>
  unzip<T>(reader.read(outlineOf(sourceOf(text, path))) as Tree<T>);

/** The plain data that a reader yields. */
export const read = <T>(reader: Reader<T>, text: string, path = 'a.md'): T => unzipped(reader, text, path).data;

/** The source text at a pointer of a reader's data. */
export const pieceAt = <T>(reader: Reader<T>, text: string, pointer: string): string | undefined => {
  const range = unzipped(reader, text).ranges.get(pointer);
  return range === undefined ? undefined : sourceOf(text, 'a.md').text.slice(range.start, range.end);
};

/** The place at a pointer of a reader's data. */
export const placeAt = <T>(reader: Reader<T>, text: string, pointer: string): Place =>
  placeOf(sourceOf(text, 'a.md'), unzipped(reader, text).ranges.get(pointer) ?? { start: -1, end: -1 });
