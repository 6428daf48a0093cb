/** Tables: header texts and cells with their places. */
import type { Table } from 'mdast';
import { plain, rangeOfNode, rawOf } from '../markdown/nodes.ts';
import { bodyNodes, type Outline, type Section } from '../markdown/outline.ts';
import { at, type Tree } from '../model/located.ts';
import { type TableModel, tableShape } from '../model/parts/table.ts';
import { list } from '../model/shape.ts';
import type { Range, Source } from '../model/source.ts';
import { reader } from './reading.ts';

export interface Cell {
  readonly text: string;
  /** The Markdown of the cell, without its pipes. */
  readonly raw: string;
  readonly range: Range;
}

export interface ReadTable {
  readonly section: Section;
  readonly node: Table;
  readonly range: Range;
  readonly header: readonly Cell[];
  readonly rows: readonly { readonly range: Range; readonly cells: readonly Cell[] }[];
}

const innerRange = (raw: string, range: Range): { raw: string; range: Range } => {
  const lead = /^\s*\|?\s*/.exec(raw)?.[0].length ?? 0;
  const inner = raw.slice(lead).trimEnd().replace(/\|$/, '').trimEnd();
  const start = range.start + (inner === '' ? Math.min(lead, raw.length) : lead);
  return { raw: inner, range: inner === '' ? range : { start, end: start + inner.length } };
};

const cellsOf = (source: Source, row: Table['children'][number]): Cell[] =>
  row.children.map((cell) => ({ text: plain(cell), ...innerRange(rawOf(source, cell), rangeOfNode(cell)) }));

// Tables converted from a text processor have an empty header row; then the first row with bold names is it.
const namedBy = (rows: Table['children']): Table['children'] => {
  const [head, first] = rows;
  if (head === undefined || first === undefined || head.children.length < 3 || plain(head) !== '') return rows;
  return first.children.every((cell) => cell.children[0]?.type === 'strong') ? rows.slice(1) : rows;
};

const readTable = (source: Source, section: Section, node: Table): ReadTable => {
  const [head, ...rows] = namedBy(node.children);
  return {
    section,
    node,
    range: rangeOfNode(node),
    header: head === undefined ? [] : cellsOf(source, head),
    rows: rows.map((row) => ({ range: rangeOfNode(row), cells: cellsOf(source, row) })),
  };
};

/** All tables of a section's own body. */
export const tablesOf = (source: Source, section: Section): ReadTable[] => section.memo(tablesOf, () => readTables(source, section));

const readTables = (source: Source, section: Section): ReadTable[] =>
  [...bodyNodes(section)].flatMap(({ node }) => (node.type === 'table' ? [readTable(source, section, node)] : []));

/** Headings compare without case, marks, bracketed hints and code: ``Decision (`approve`/`reject`)`` is `decision`. */
export const headerName = (text: string): string =>
  text
    .replace(/[(（].*?[)）]/g, '')
    .replace(/[*_`:#]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();

/** `Symbol | Meaning` explains the marks of other tables. */
export const isLegendHeader = ([first = '', second = '']: readonly string[]): boolean =>
  /^(?:symbols?|icons?|marks?|emojis?|box|glyph|status|state|key|value|colou?r)$/i.test(headerName(first)) &&
  /^(?:meanings?|descriptions?|definitions?|explanations?|bedeutung|signification|significado|含义|意味|說明)$/i.test(headerName(second));

/** The index of the first column whose header matches, or -1; `Name / Title` goes by its first name. */
export const columnOf = (table: ReadTable, name: RegExp): number =>
  table.header.findIndex(({ text }) => [headerName(text), headerName(text).split(' / ')[0] ?? ''].some((one) => name.test(one)));

/** Index -1 stands for a column that the table does not have. */
export const cellAt = (cells: readonly Cell[], column: number): Cell | undefined => (column < 0 ? undefined : cells[column]);

const located = (table: ReadTable): Tree<TableModel> =>
  at(table.range, {
    section: table.section.path,
    header: table.header.map((cell) => at(cell.range, cell.text)),
    rows: table.rows.map((row) =>
      at(
        row.range,
        row.cells.map((cell) => at(cell.range, cell.text)),
      ),
    ),
  });

export const tables = reader(list(tableShape, 'All tables.'), (outline: Outline) =>
  outline.sections.flatMap((section) => tablesOf(outline.source, section).map(located)),
);
