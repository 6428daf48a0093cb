/** Rows of check lists in tables: what their marks or words of state say. */
import type { Section } from '../markdown/outline.ts';
import { at } from '../model/located.ts';
import type { Range, Source } from '../model/source.ts';
import { isBlank, isUntickedChoice } from './blank.ts';
import { deciding, stateOfMark, stateOfText, withoutMark } from './mark-state.ts';
import { type Columns, checkColumns } from './marked-columns.ts';
import type { LocatedMarked, Marked } from './marked-shape.ts';
import { type Cell, type ReadTable, tablesOf } from './tables.ts';

type Row = ReadTable['rows'][number];

const isBold = ({ cells }: Row, label: number): boolean => /^\*\*|^__/.test(cells[label]?.raw ?? '');

const isAlone = ({ cells }: Row, label: number): boolean => cells.every(({ text }, index) => index === label || text === '');

// `**Before** | |` heads the plain rows below it, in a table where nothing but headings is bold.
const isHeading = (row: Row, { rows }: ReadTable, label: number): boolean => {
  const next = rows[rows.indexOf(row) + 1];
  return (
    isAlone(row, label) && next !== undefined && !isBold(next, label) && rows.every((one) => !isBold(one, label) || isAlone(one, label))
  );
};

const asksNothing = (row: Row, table: ReadTable, label: number): boolean =>
  row.cells.every(({ text }) => text === '') || (isBold(row, label) && isHeading(row, table, label));

const stateOf = (cell: Cell, asksItems: boolean): Marked['state'] | undefined => {
  if (isBlank(cell.raw, cell.text) && !isUntickedChoice(cell.text)) return asksItems ? 'open' : undefined;
  return stateOfMark(cell.text) ?? (asksItems ? stateOfText(cell.text) : undefined);
};

// `Done ✅ | Verified ❌`: what another column of state says is open is not done. An empty cell there says nothing.
const contradicting = (cells: readonly Cell[], { others, asksItems }: Columns): Cell | undefined =>
  others.flatMap((index) => cells[index] ?? []).find((cell) => !isBlank(cell.raw, cell.text) && stateOf(cell, asksItems) === 'open');

const rowMarks = (table: ReadTable, columns: Columns): LocatedMarked[] =>
  table.rows.flatMap((row) => {
    const { cells, range } = row;
    const label = cells[columns.label];
    const box = /^(?:\[[ xX]?\]|[☐□⬜◻🔲☑☒✅])(?=\s)/u.exec(label?.text ?? '')?.[0];
    const own = (box === undefined ? cells[columns.state] : label) ?? { text: '', raw: '', range };
    const cell = contradicting(cells, columns) ?? own;
    const state = asksNothing(row, table, columns.label)
      ? undefined
      : stateOf(box === undefined || cell !== own ? cell : { ...cell, text: box }, columns.asksItems);
    if (state === undefined) return [];
    const mark = (cell === own ? box : undefined) ?? (cell === label ? deciding(cell.text) : cell.text);
    return [
      at(cell.range, {
        state,
        text: cell === label && box === undefined ? withoutMark(label.text) : (label?.text ?? '').slice(box?.length ?? 0).trim(),
        mark,
        where: 'table' as const,
        section: table.section.path,
      }),
    ];
  });

/** The rows of a section's check lists; `taken` are rows that are read as something else. */
export const rowsMarked = (source: Source, section: Section, taken: readonly Range[]): LocatedMarked[] =>
  tablesOf(source, section)
    .filter(({ range }) => !taken.some((row) => row.start >= range.start && row.end <= range.end))
    .flatMap((table) => {
      const columns = checkColumns(table);
      return columns === undefined ? [] : rowMarks(table, columns);
    });
