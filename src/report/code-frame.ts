/** Code frames: the lines around a place, with the place underlined. */
import { lineText, type Place, type Source } from '../model/source.ts';
import { lastLineOf } from './details.ts';
import { type Span, viewLine } from './line-view.ts';

/** How to draw: columns of the terminal, and how to paint the underline and what stands around it. */
interface FrameStyle {
  readonly width: number;
  readonly mark: (text: string) => string;
  readonly dim: (text: string) => string;
}

/** A line to draw, underlined or as context; `gap` stands for lines that are left out. */
type Row = { readonly line: number; readonly span?: Span } | 'gap';

// A range over more lines than this shows its first and its last.
const mostLines = 3;
const leastWidth = 20;

const spanOf = (source: Source, { start, end }: Place, line: number): Span => {
  const text = lineText(source, line);
  const from = line === start.line ? start.column - 1 : text.length - text.trimStart().length;
  const to = line === end.line ? end.column - 1 : text.length;
  return { from: Math.min(from, text.length), to: Math.min(to, text.length) };
};

const contextRow = (source: Source, line: number): Row[] => (lineText(source, line).trim() === '' ? [] : [{ line }]);

const markedRows = (source: Source, place: Place): Row[] => {
  const first = place.start.line;
  const last = lastLineOf(place);
  const row = (line: number): Row => ({ line, span: spanOf(source, place, line) });
  if (last - first >= mostLines) return [row(first), 'gap', row(last)];
  return Array.from({ length: last - first + 1 }, (_, index) => row(first + index));
};

const rowsOf = (source: Source, place: Place): Row[] => [
  ...contextRow(source, place.start.line - 1),
  ...markedRows(source, place),
  ...contextRow(source, lastLineOf(place) + 1),
];

const isBlank = (source: Source, line: number, place: Place): boolean => line !== place.start.line && lineText(source, line).trim() === '';

/** The frame's lines: one line of context on each side unless blank, and an underline below each line of the place. */
export const drawFrame = (source: Source, place: Place, style: FrameStyle): string[] => {
  const digits = String(lastLineOf(place) + 1).length;
  const width = Math.max(leastWidth, style.width - digits - 3);
  const gutter = (label: string): string => style.dim(`${label.padStart(digits)} │`);
  const draw = (row: Row): string[] => {
    if (row === 'gap') return [gutter('⋮')];
    const { text, before, length } = viewLine(lineText(source, row.line), row.span ?? { from: 0, to: 0 }, width);
    const line = `${gutter(String(row.line))} ${row.span === undefined ? style.dim(text) : text}`.trimEnd();
    if (row.span === undefined || isBlank(source, row.line, place)) return [line];
    return [line, `${gutter('')} ${' '.repeat(before)}${style.mark('^'.repeat(length))}`];
  };
  return rowsOf(source, place).flatMap(draw);
};
