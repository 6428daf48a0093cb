/** Placed marks: the rows and items that carry a mark of state instead of a box, with their lines and cells. */
import type { TableRow } from 'mdast';
import { rangeOfNode } from '../../markdown/nodes.ts';
import { type Outline, outlineOf } from '../../markdown/outline.ts';
import { unzip } from '../../model/located.ts';
import type { Marked } from '../../model/parts/marked.ts';
import { pointAt, type Range, type Source } from '../../model/source.ts';
import { marked } from '../../read/marked.ts';
import { checkColumns } from '../../read/marked-columns.ts';
import { type Cell, type ReadTable, tablesOf } from '../../read/tables.ts';

/** A mark with its place: the cell that says the state, or the mark of an item. */
export interface PlacedMark {
  readonly marked: Marked;
  readonly range: Range;
  readonly line: number;
}

/** All of a document, in document order. */
export const placedMarks = (source: Source): PlacedMark[] => {
  const { data, ranges } = unzip<readonly Marked[]>(marked.read(outlineOf(source)));
  return data.map((one, index) => {
    const range = ranges.get(`/${index}`) ?? { start: 0, end: 0 };
    return { marked: one, range, line: pointAt(source, range.start).line };
  });
};

/** A cell of state in its row; `cell` is absent where the row is too short to have it. */
export interface StateCell {
  readonly row: TableRow;
  readonly column: number;
  readonly cell: Cell | undefined;
}

const isSame = (a: Range, b: Range): boolean => a.start === b.start && a.end === b.end;

const cellIn = (table: ReadTable, { range }: PlacedMark): StateCell | undefined => {
  const found = table.rows.find((row) => row.range.start <= range.start && range.end <= row.range.end);
  const row = table.node.children.find((node) => rangeOfNode(node).start === found?.range.start);
  if (found === undefined || row === undefined) return undefined;
  const own = found.cells.findIndex((cell) => isSame(cell.range, range));
  const column = own >= 0 ? own : (checkColumns(table)?.state ?? -1);
  return column < 0 ? undefined : { row, column, cell: found.cells[column] };
};

/** The cell that says the state of a row; undefined for an item of a list. */
export const stateCell = ({ source, sections }: Outline, placed: PlacedMark): StateCell | undefined => {
  if (placed.marked.where !== 'table') return undefined;
  for (const table of sections.flatMap((section) => tablesOf(source, section))) {
    const found = cellIn(table, placed);
    if (found !== undefined) return found;
  }
  return undefined;
};
