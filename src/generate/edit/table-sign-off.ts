/** Sign-offs in tables: the role's waiting row is filled, else a row is added. */
import type { TableRow } from 'mdast';
import type { Source } from '../../model/source.ts';
import type { Cell } from '../../read/tables.ts';
import { fillRow } from './cells.ts';
import { type Entry, type Subject, subjectPath, subjectWords } from './entry.ts';
import { escapeText } from './plain-text.ts';
import { type Ground, isBy, isRole, type Recorded } from './recorded.ts';
import { appendRow } from './rows.ts';
import { type SignOffTable, signOffTables } from './sign-off-columns.ts';
import type { Splice } from './splice.ts';
import { canHold, rowValues } from './table-values.ts';

interface Row {
  readonly home: SignOffTable;
  readonly node: TableRow;
  readonly cells: readonly Cell[];
  /** Absent where every cell is empty. */
  readonly recorded: Recorded | undefined;
}

const rowsOf = (home: SignOffTable, before: readonly Recorded[]): Row[] =>
  home.table.rows.map(({ range, cells }, index) => ({
    home,
    node: home.table.node.children[index + 1] as TableRow,
    cells,
    recorded: before.find(({ signOff, range: own }) => signOff.form === 'table' && own.start === range.start),
  }));

const subjectCell = ({ home, cells }: Row): Cell | undefined =>
  home.columns.subject === undefined ? undefined : cells[home.columns.subject];

const names = (cell: Cell, subject: Subject): boolean => {
  const known = [subject.path, subjectPath(subject)];
  return cell.text.split(/[\s,;]+/).some((word) => known.includes(word));
};

const looksLikePath = (text: string): boolean => /\S[/]\S|\.\w{1,5}$/.test(text);

/** How well a waiting row fits: it names a subject of the entry, names none, says something else; a row about another path never fits. */
const fitOf = (row: Row, { subjects }: Entry): number => {
  const cell = subjectCell(row);
  if (cell === undefined || row.recorded?.signOff.subject === undefined || subjects.length === 0) return 1;
  if (subjects.some((subject) => names(cell, subject))) return 2;
  return looksLikePath(cell.text) ? -1 : 0;
};

// A row that waits for somebody else stays theirs.
const isWaiting = ({ recorded }: Row, entry: Entry): boolean =>
  recorded !== undefined &&
  recorded.signOff.decision === 'pending' &&
  isRole(recorded, entry) &&
  (recorded.signOff.person === undefined || isBy(recorded, entry));

// The subject that the row names keeps its place; its digest goes behind it, other subjects after that.
const mergedSubject = (cell: Cell, { columns }: SignOffTable, { subjects }: Entry): string => {
  const [only] = subjects;
  if (only === undefined) return cell.raw;
  if (subjects.length === 1 && names(cell, only)) return columns.digest === undefined ? `${cell.raw} ${only.digest}` : cell.raw;
  return [cell.raw, ...subjects.map((subject) => escapeText(subjectWords(subject)))].join(', ');
};

// What somebody wrote into the row already is kept: the role, the name, the subject, a note.
const mergedValues = ({ home, cells, recorded }: Row, entry: Entry): Map<number, string> => {
  const { columns } = home;
  const values = rowValues(entry, columns);
  const merge = (part: 'role' | 'person' | 'subject' | 'note', merged: (cell: Cell, value: string) => string): void => {
    const column = columns[part];
    const cell = column === undefined ? undefined : cells[column];
    const value = column === undefined ? undefined : values.get(column);
    if (column !== undefined && cell !== undefined && value !== undefined && recorded?.signOff[part] !== undefined)
      values.set(column, merged(cell, value));
    // A cell that stays as it is stays in its place, too.
    if (column !== undefined && values.get(column) === cell?.raw) values.delete(column);
  };
  merge('role', (cell) => cell.raw);
  merge('person', (cell) => cell.raw);
  merge('subject', (cell) => mergedSubject(cell, home, entry));
  merge('note', (cell, value) => `${cell.raw}; ${value}`);
  return values;
};

const fill = (source: Source, row: Row, entry: Entry): Splice[] => fillRow(source, row.node, mergedValues(row, entry));

const append = (source: Source, { table, columns }: SignOffTable, entry: Entry): Splice[] => [
  appendRow(source, table, rowValues(entry, columns)),
];

/** Where tables may take an entry, best first within each. */
export interface TableWays {
  /** Rows of the role that wait for a decision are filled. */
  readonly waiting: () => Generator<Splice[]>;
  /** A row is added to a table that knows the role. */
  readonly known: () => Generator<Splice[]>;
  /** An empty row is filled, or one added, in a table that does not know the role yet. */
  readonly anywhere: () => Generator<Splice[]>;
}

/** The ways to record an entry in the document's tables. */
export const tableWays = ({ outline: { source }, outline, before, entry }: Ground): TableWays => {
  const homes = signOffTables(outline).filter(({ columns }) => canHold(columns, entry));
  const rows = homes.flatMap((home) => rowsOf(home, before));
  const knows = (home: SignOffTable): boolean =>
    rows.some((row) => row.home === home && row.recorded !== undefined && isRole(row.recorded, entry));
  return {
    *waiting() {
      const fitting = rows.filter((row) => isWaiting(row, entry)).map((row) => ({ row, fit: fitOf(row, entry) }));
      for (const { row } of fitting.filter(({ fit }) => fit >= 0).sort((a, b) => b.fit - a.fit)) yield fill(source, row, entry);
    },
    *known() {
      for (const home of homes.filter(knows).reverse()) yield append(source, home, entry);
    },
    *anywhere() {
      for (const row of rows) if (row.cells.every(({ text }) => text === '')) yield fill(source, row, entry);
      for (const home of homes) yield append(source, home, entry);
    },
  };
};
