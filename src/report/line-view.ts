/** A line view: one line of source as a terminal shows it, cut to a width around the part that matters. */
import fastStringWidth from 'fast-string-width';
import { makeVisible } from './visible.ts';

/** Part of a line in UTF-16 units, half-open. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

interface LineView {
  readonly text: string;
  /** Terminal columns before the span. */
  readonly before: number;
  /** Terminal columns of the span; at least one, so that an empty span is seen. */
  readonly length: number;
}

/** What a reader sees as one character. */
interface Cell {
  readonly start: number;
  readonly end: number;
  readonly shown: string;
  readonly column: number;
  readonly width: number;
}

const tabStop = 4;

// Units of a line that are looked at on each side of the span: a line may hold megabytes.
const reach = 2000;

// Composed, since terminals join a decomposed Hangul syllable; a joiner that joins nothing has no width.
const widthOf = (shown: string): number => fastStringWidth(shown.normalize('NFC').replace(/[\u200C\u200D]$/, ''));

const showCharacter = (character: string, column: number): string =>
  character === '\t' ? ' '.repeat(tabStop - (column % tabStop)) : makeVisible(character);

// Latin letters and the usual dashes, quotes and dots never combine; the first segmenter of a run costs 15 ms.
const mayCombine = /[\u0300-\u200F\u2028-\uFFFF]/;

const splitCharacters = (text: string): string[] =>
  mayCombine.test(text)
    ? Array.from(new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text), ({ segment }) => segment)
    : text.split('');

const cellsOf = (line: string, crop: Span): Cell[] => {
  let start = crop.from;
  let column = 0;
  return splitCharacters(line.slice(crop.from, crop.to)).map((character) => {
    const shown = showCharacter(character, column);
    const cell = { start, end: start + character.length, shown, column, width: widthOf(shown) };
    start = cell.end;
    column += cell.width;
    return cell;
  });
};

const endOf = (cell: Cell | undefined): number => (cell === undefined ? 0 : cell.column + cell.width);

const columnsOf = (cells: readonly Cell[], { from, to }: Span): Span => {
  const start = cells.find((cell) => cell.end > from)?.column ?? endOf(cells.at(-1));
  return { from: start, to: Math.max(start, endOf(cells.findLast((cell) => cell.start < to))) };
};

// Two columns are kept for the ellipses.
const windowOf = (cells: readonly Cell[], columns: Span, width: number): Cell[] => {
  const room = width - 2;
  const start = columns.to <= room ? 0 : Math.max(0, columns.from - Math.floor(room / 3));
  return cells.filter((cell) => cell.column >= start && endOf(cell) <= start + room);
};

const cropOf = (line: string, { from }: Span): Span =>
  line.length <= 2 * reach ? { from: 0, to: line.length } : { from: Math.max(0, from - reach), to: Math.min(line.length, from + reach) };

/** Views a line, at most `width` columns of it, so that the start of the span is in sight. */
export const viewLine = (line: string, span: Span, width: number): LineView => {
  const crop = cropOf(line, span);
  const cells = cellsOf(line, crop);
  const columns = columnsOf(cells, span);
  const fits = crop.from === 0 && crop.to === line.length && endOf(cells.at(-1)) <= width;
  const seen = fits ? cells : windowOf(cells, columns, width);
  const head = (seen[0]?.start ?? 0) > 0 ? '…' : '';
  const tail = (seen.at(-1)?.end ?? line.length) < line.length ? '…' : '';
  const origin = (seen[0]?.column ?? 0) - head.length;
  const end = Math.min(columns.to, endOf(seen.at(-1)));
  return {
    text: head + seen.map((cell) => cell.shown).join('') + tail,
    before: Math.max(0, columns.from - origin),
    length: Math.max(1, end - columns.from),
  };
};
