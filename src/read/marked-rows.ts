/** Rows of check lists in tables: what their marks or words of state say. */
import type { Section } from '../markdown/outline.ts';
import { at, type Located } from '../model/located.ts';
import type { Marked } from '../model/parts/marked.ts';
import type { Range, Source } from '../model/source.ts';
import { isBlank, isUntickedChoice } from './blank.ts';
import { openBoxes, tickedBoxes } from './glyphs.ts';
import { deciding, stateOfMark, withoutMark } from './mark-state.ts';
import { type Columns, checkColumns } from './marked-columns.ts';
import { behindExcuse, countBoxes, stateOfShare, stateOfText } from './state-words.ts';
import { type Cell, type ReadTable, tablesOf } from './tables.ts';
import { findTime } from './time.ts';

type Row = ReadTable['rows'][number];
type State = Marked['state'];

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

const isEmpty = (cell: Cell): boolean => isBlank(cell.raw, cell.text) && !isUntickedChoice(cell.text);

// In a column "Done" a day, a handle, initials or an x are ticks.
const isTick = (text: string): boolean =>
  findTime(text)?.index === 0 || /^(?:[xX]|@[\w-]+|\p{Lu}{2,3}|\p{Lu}\.? ?\p{Lu}\.)$/u.test(text.trim());

const stateOf = (cell: Cell, { asksItems, ticks, strict }: Columns, measures: boolean): State | undefined => {
  if (isEmpty(cell)) return asksItems ? 'open' : undefined;
  const said = stateOfMark(cell.text) ?? stateOfText(cell.text) ?? (measures ? undefined : stateOfShare(cell.text));
  if (said !== undefined) return said;
  if (ticks && isTick(cell.text)) return 'done';
  return strict && countBoxes(cell.text) < 2 && !(measures && /\d/.test(cell.text)) ? 'unknown' : undefined;
};

const isUnsettled = (state: State | undefined): boolean => state === 'open' || state === 'unknown';

const boxFirst = new RegExp(`^(?:\\[[ xX]?\\]|[${openBoxes}${tickedBoxes}])(?=\\s)`, 'u');

const boxOf = (cell: Cell | undefined): string => boxFirst.exec(cell?.text ?? '')?.[0] ?? '';

interface Said {
  readonly cell: Cell;
  readonly state: State | undefined;
  readonly mark: string;
}

const said = (cells: readonly Cell[], cell: Cell, columns: Columns): Said => ({
  cell,
  state: stateOf(cell, columns, columns.measures.includes(cells.indexOf(cell))),
  mark: cell.text,
});

// `Done | Initials`: what nobody signed, where others did, is not done.
const unsigned = (cells: readonly Cell[], { signs }: Columns): Said | undefined => {
  const cell = signs.flatMap((column) => cells[column] ?? []).find(isEmpty);
  return cell === undefined ? undefined : { cell, state: 'open', mark: cell.text };
};

// `Done ✅ | Verified ❌`: what another column of state leaves open is not done; an empty cell there says nothing.
// What does not apply in one column and is done in another is done.
const saidBy = ({ cells, range }: Row, columns: Columns): Said => {
  const label = cells[columns.label];
  const box = boxOf(label);
  const state = cells[columns.state] ?? { text: '', raw: '', range };
  const boxed = label !== undefined && box !== '';
  const own: Said = boxed ? { cell: label, state: stateOfMark(box), mark: box } : said(cells, state, columns);
  const others = [...(boxed ? [state] : []), ...columns.others.flatMap((index) => cells[index] ?? [])];
  const against = others.filter((cell) => !isEmpty(cell)).map((cell) => said(cells, cell, columns));
  const open = isUnsettled(own.state) ? own : against.find((one) => one.state === 'open');
  const settled = own.state === 'done' ? own : (against.find((one) => one.state === 'done') ?? own);
  return open ?? (settled.state === 'done' ? unsigned(cells, columns) : undefined) ?? settled;
};

const labelOf = (label: Cell | undefined, { cell, mark }: Said): string => {
  const text = label?.text ?? '';
  return cell === label && mark === text ? withoutMark(text) : text.slice(boxOf(label).length).trim();
};

const saysWhy = (text: string): boolean => /[\p{L}\p{N}]{2}/u.test(text) && !isBlank(text) && stateOfText(text) !== 'not-applicable';

const reasonOf = ({ cells }: Row, { notes }: Columns, { cell, state }: Said): string | undefined =>
  state === 'not-applicable'
    ? [behindExcuse(cell.text), ...notes.map((column) => cells[column]?.text ?? '')].find((text) => saysWhy(text))
    : undefined;

const rowMarks = (table: ReadTable, columns: Columns): Located<Marked>[] =>
  table.rows.flatMap((row) => {
    const found = asksNothing(row, table, columns.label) ? undefined : saidBy(row, columns);
    if (found?.state === undefined) return [];
    const label = row.cells[columns.label];
    return [
      at(found.cell.range, {
        state: found.state,
        text: labelOf(label, found),
        mark: found.cell === label && found.mark === label.text ? deciding(found.mark) : found.mark,
        where: 'table' as const,
        section: table.section.path,
        reason: reasonOf(row, columns, found),
      }),
    ];
  });

/** The rows of a section's check lists; `taken` are rows that are read as something else. */
export const rowsMarked = (source: Source, section: Section, taken: readonly Range[]): Located<Marked>[] =>
  tablesOf(source, section)
    .filter(({ range }) => !taken.some((row) => row.start >= range.start && row.end <= range.end))
    .flatMap((table) => {
      const columns = checkColumns(table);
      return columns === undefined ? [] : rowMarks(table, columns);
    });
