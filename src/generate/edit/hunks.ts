/** Hunks: the lines that splices change, before and after, for people to read. */
import { pointAt, type Source } from '../../model/source.ts';
import { type Splice, spliced } from './splice.ts';

export interface Hunk {
  /** 1-based line of the first line that changes; for added lines, where the first of them stands. */
  readonly line: number;
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

interface Span {
  readonly first: number;
  readonly last: number;
  readonly splices: readonly Splice[];
}

const spansOf = (source: Source, splices: readonly Splice[]): Span[] => {
  const spans: Span[] = [];
  for (const splice of [...splices].sort((a, b) => a.start - b.start)) {
    const span = { first: pointAt(source, splice.start).line, last: pointAt(source, splice.end).line, splices: [splice] };
    const before = spans.at(-1);
    if (before === undefined || span.first > before.last + 1) spans.push(span);
    else spans[spans.length - 1] = { first: before.first, last: Math.max(before.last, span.last), splices: [...before.splices, splice] };
  }
  return spans;
};

const linesIn = (source: Source, first: number, last: number): string[] =>
  source.text
    .slice(source.lines[first - 1] ?? source.text.length, source.lines[last] ?? source.text.length)
    .replace(/(?:\r\n|\n|\r)$/, '')
    .split(/\r\n|\n|\r/);

const sharedHead = (before: readonly string[], after: readonly string[]): number => {
  const index = before.findIndex((line, at) => line !== after[at]);
  return index < 0 ? Math.min(before.length, after.length) : index;
};

const hunkOf = (source: Source, { first, last, splices }: Span): Hunk => {
  const grown = splices.reduce(
    (sum, { start, end, text }) =>
      sum + (text.match(/\r\n|\n|\r/g)?.length ?? 0) - (pointAt(source, end).line - pointAt(source, start).line),
    0,
  );
  const before = linesIn(source, first, last);
  const after = linesIn(spliced(source, splices), first, last + grown);
  const head = sharedHead(before, after);
  const tail = sharedHead(before.slice(head).reverse(), after.slice(head).reverse());
  return { line: first + head, removed: before.slice(head, before.length - tail), added: after.slice(head, after.length - tail) };
};

/** The changes of a document, from top to bottom; neighbouring lines are one change. */
export const hunksOf = (source: Source, splices: readonly Splice[]): Hunk[] => spansOf(source, splices).map((span) => hunkOf(source, span));

/** Hunks as a unified diff without context. */
export const diffText = (path: string, hunks: readonly Hunk[]): string => {
  let shift = 0;
  const parts = hunks.map(({ line, removed, added }) => {
    const head = `@@ -${removed.length === 0 ? line - 1 : line},${removed.length} +${line + shift},${added.length} @@`;
    shift += added.length - removed.length;
    return [head, ...removed.map((text) => `-${text}`), ...added.map((text) => `+${text}`)].join('\n');
  });
  return `--- a/${path}\n+++ b/${path}\n${parts.join('\n')}\n`;
};
