/** Which lines of a content differ from an older one, as places that a finding can show. */
import { diffArrays } from 'diff';
import type { Related } from '../model/finding.ts';
import { placeOf, type Range, type Source, sourceOfBytes } from '../model/source.ts';
import { isText } from './digest.ts';

/** Lines `from` to before `to` (0-based) of the newer content stand where `removed` lines of the older one stood. */
interface Hunk {
  readonly from: number;
  readonly to: number;
  readonly removed: number;
}

/** More places than these are told as one. */
const mostPlaces = 10;

// Contents that have little in common take long to compare, and nobody reads the answer.
const mostEdits = 2000;

// CRLF counts as LF, as in digests; what ends the last line counts, too.
const linesOf = ({ text, lines }: Source): string[] =>
  lines.map((start, index) => text.slice(start, lines[index + 1] ?? text.length).replace(/\r\n$/, '\n'));

const sharedLength = (a: readonly string[], b: readonly string[]): number => {
  const end = Math.min(a.length, b.length);
  let length = 0;
  while (length < end && a[length] === b[length]) length += 1;
  return length;
};

const hunksBetween = (before: readonly string[], after: readonly string[]): Hunk[] => {
  const hunks: Hunk[] = [];
  let line = 0;
  let open: Hunk | undefined;
  for (const { added, removed, count } of diffArrays([...before], [...after], { maxEditLength: mostEdits }) ?? []) {
    if (added || removed)
      open = { from: open?.from ?? line, to: line + (added ? count : 0), removed: (open?.removed ?? 0) + (removed ? count : 0) };
    else if (open !== undefined) hunks.push(open);
    if (!added && !removed) open = undefined;
    if (!removed) line += count;
  }
  return open === undefined ? hunks : [...hunks, open];
};

const changedHunks = (before: readonly string[], after: readonly string[]): Hunk[] => {
  const start = sharedLength(before, after);
  const end = sharedLength(before.slice(start).reverse(), after.slice(start).reverse());
  const [old, now] = [before.slice(start, before.length - end), after.slice(start, after.length - end)];
  if (old.length + now.length === 0) return [];
  const found = hunksBetween(old, now);
  const hunks = found.length === 0 ? [{ from: 0, to: now.length, removed: old.length }] : found;
  return hunks.map(({ from, to, removed }) => ({ from: from + start, to: to + start, removed }));
};

// Whatever is many is told, but as one passage.
const cut = (hunks: readonly Hunk[]): Hunk[] => {
  const rest = hunks.slice(mostPlaces - 1);
  const [first, last] = [rest[0], rest.at(-1)];
  if (hunks.length <= mostPlaces || first === undefined || last === undefined) return [...hunks];
  const removed = rest.reduce((sum, hunk) => sum + hunk.removed, 0);
  return [...hunks.slice(0, mostPlaces - 1), { from: first.from, to: last.to, removed }];
};

const rangeOf = ({ lines, text }: Source, { from, to }: Hunk): Range => {
  const start = lines[from] ?? text.length;
  if (to <= from) return { start, end: start };
  return { start, end: start + text.slice(start, lines[to] ?? text.length).replace(/(?:\r\n|\n|\r)$/, '').length };
};

const sentence = ({ from, to, removed }: Hunk): string => {
  if (removed === 0) return 'Added since it was approved.';
  if (to > from) return 'Changed since it was approved.';
  return `${removed} ${removed === 1 ? 'line was' : 'lines were'} removed here since it was approved.`;
};

/** The places of `after` that differ from `before`, in order; none in binary content. At most ten: the last one takes in all others. */
export const changedPlaces = (path: string, before: Uint8Array, after: Uint8Array): Related[] => {
  if (!isText(before) || !isText(after)) return [];
  const source = sourceOfBytes(path, after);
  const hunks = changedHunks(linesOf(sourceOfBytes(path, before)), linesOf(source));
  return cut(hunks).map((hunk) => ({ message: sentence(hunk), place: placeOf(source, rangeOf(source, hunk)) }));
};
