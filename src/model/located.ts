/** Located values: plain data that remembers where each part was read. Only this file writes a JSON pointer. */
import type { Range } from './source.ts';

const range: unique symbol = Symbol('range');

/** A value and the range it was read from. */
export interface At<V> {
  readonly [range]: Range;
  readonly value: V;
}

type Inner<T> = T extends readonly (infer I)[] ? readonly Tree<I>[] : T extends object ? { readonly [K in keyof T]: Tree<T[K]> } : T;

/** Data of type T in which every part may be located. Parts without a range inherit their parent's. */
export type Tree<T> = At<Inner<T>> | Inner<T>;

/** Data of type T with the range of the whole. */
export type Located<T> = At<Inner<T>>;

export const at = <V>(where: Range, value: V): At<V> => ({ [range]: where, value });

const isAt = (tree: unknown): tree is At<unknown> => typeof tree === 'object' && tree !== null && range in tree;

/** The value without its own range; its parts keep theirs. */
export const bare = <V>(tree: At<V> | V): V => (isAt(tree) ? (tree as At<V>).value : (tree as V));

export const rangeOf = (located: At<unknown>): Range => located[range];

/** Plain JSON and where each pointer (RFC 6901) of it was read. */
export interface Unzipped<T> {
  readonly data: T;
  readonly ranges: ReadonlyMap<string, Range>;
}

const escapePointer = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');
const unescapePointer = (key: string): string => key.replaceAll('~1', '/').replaceAll('~0', '~');

/** A pointer one step deeper. */
export const childPointer = (pointer: string, key: string | number): string => `${pointer}/${escapePointer(String(key))}`;

export const parentPointer = (pointer: string): string => pointer.slice(0, Math.max(0, pointer.lastIndexOf('/')));

/** The steps of a pointer, unescaped. */
export const pointerSteps = (pointer: string): string[] => pointer.split('/').slice(1).map(unescapePointer);

/** The part of `data` that a pointer names. */
export const valueAt = (data: unknown, pointer: string): unknown =>
  pointerSteps(pointer).reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, step) ? (value as Record<string, unknown>)[step] : undefined,
    data,
  );

/** Separates a tree into its data and its ranges. Absent (`undefined`) properties are left out. */
export const unzip = <T>(tree: Tree<T>): Unzipped<T> => {
  const ranges = new Map<string, Range>();
  const strip = (part: unknown, pointer: string): unknown => {
    if (isAt(part)) {
      ranges.set(pointer, rangeOf(part));
      return strip(part.value, pointer);
    }
    if (Array.isArray(part)) return part.map((item, index) => strip(item, childPointer(pointer, index)));
    if (typeof part !== 'object' || part === null) return part;
    const entries = Object.entries(part).filter(([, value]) => value !== undefined);
    return Object.fromEntries(entries.map(([key, value]) => [key, strip(value, childPointer(pointer, key))]));
  };
  return { data: strip(tree, '') as T, ranges };
};

/** The range of a pointer, or of its nearest ancestor that has one. */
export const nearestRange = (ranges: ReadonlyMap<string, Range>, pointer: string): Range | undefined => {
  for (let current = pointer; ; current = parentPointer(current)) {
    const found = ranges.get(current);
    if (found !== undefined || current === '') return found;
  }
};
