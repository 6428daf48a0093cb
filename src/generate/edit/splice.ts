/** Splices: replacements by offset that leave every other character of a file as it is. Rooms that edits may import: model, markdown, read. */
import { lineRange, pointAt, type Source, sourceOfText } from '../../model/source.ts';

/** Replaces the half-open span `start`..`end` (UTF-16 offsets into `Source.text`) by `text`; an empty span inserts. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const inOrder = (source: Source, splices: readonly Splice[]): Splice[] => {
  const sorted = [...splices].sort((a, b) => a.start - b.start || a.end - b.end);
  for (const [index, { start, end }] of sorted.entries()) {
    if (start > end || start < 0 || end > source.text.length) throw new Error(`A splice leads out of the text: ${start}..${end}.`);
    if (start < (sorted[index - 1]?.end ?? 0)) throw new Error(`Splices overlap at ${start}.`);
  }
  return sorted;
};

/** The whole text of the edited file, byte order mark included. Throws when splices overlap: no edit may undo another. */
export const applySplices = (source: Source, splices: readonly Splice[]): string => {
  let text = source.bom ? '\uFEFF' : '';
  let from = 0;
  for (const splice of inOrder(source, splices)) {
    text += source.text.slice(from, splice.start) + splice.text;
    from = splice.end;
  }
  return text + source.text.slice(from);
};

/** The edited source. */
export const spliced = (source: Source, splices: readonly Splice[]): Source => sourceOfText(source.path, applySplices(source, splices));

const endingOf = (source: Source, line: number): string => {
  const next = source.lines[line];
  return next === undefined ? '' : source.text.slice(lineRange(source, line).end, next);
};

/** The line ending used at an offset: that of its line, else of the line before, else LF. */
export const lineEndingAt = (source: Source, offset: number): string => {
  const { line } = pointAt(source, offset);
  return endingOf(source, line) || (line > 1 ? endingOf(source, line - 1) : '') || '\n';
};

/** The offset at which an offset's line ends, before its line ending. */
export const lineEndAt = (source: Source, offset: number): number => lineRange(source, pointAt(source, offset).line).end;

/** The offset at which an offset's line starts. */
export const lineStartAt = (source: Source, offset: number): number => source.lines[pointAt(source, offset).line - 1] ?? 0;
