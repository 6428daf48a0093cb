/** The configuration as a document, so that rules judge what it states. */
import type { LocatedData } from '../model/document.ts';
import { childPointer } from '../model/located.ts';
import { lineRange, type Range, type Source } from '../model/source.ts';

/** One thing that a configuration states. */
export interface Stated {
  readonly value: object;
  /** `path:line:column`. */
  readonly at: string;
}

const rangeAt = (source: Source, at: string): Range => {
  const numbers = at.split(':').map(Number);
  const { start, end } = lineRange(source, Number(numbers.at(-2)));
  return { start: start + Number(numbers.at(-1)) - 1, end };
};

/** A document whose model holds these lists. */
export const configuredDocument = (source: Source, lists: Readonly<Record<string, readonly Stated[]>>): LocatedData => ({
  source,
  data: Object.fromEntries(Object.entries(lists).map(([name, stated]) => [name, stated.map(({ value }) => value)])),
  ranges: new Map(
    Object.entries(lists).flatMap(([name, stated]) =>
      stated.map(({ at }, index) => [childPointer(`/${name}`, index), rangeAt(source, at)] as const),
    ),
  ),
  claim: 'complete',
});
