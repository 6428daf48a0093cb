/** Columns of sign-off tables, asked of the reader itself: probe rows are read, and where their marks turn up tells which column is which. */
import { type Outline, outlineOf } from '../../markdown/outline.ts';
import type { Source } from '../../model/source.ts';
import { type ReadTable, tablesOf } from '../../read/tables.ts';
import { type Recorded, recordedIn } from './recorded.ts';
import { appendRow } from './rows.ts';
import { type Splice, spliced } from './splice.ts';

export type Part = 'role' | 'person' | 'decision' | 'date' | 'subject' | 'digest' | 'note' | 'signature';

/** The column of each part that the table has. */
export type Columns = Readonly<Partial<Record<Part, number>>>;

export interface SignOffTable {
  readonly table: ReadTable;
  readonly columns: Columns;
}

const word = (table: number, column: number): string => `docgate${table}x${column}`;

// A digest column is only read where a digest stands.
const digest = (table: number, column: number): string => `sha256:${String(table).padStart(6, '0')}ffff${String(column).padStart(6, '0')}`;

const partsOf = ({ signOff }: Recorded): readonly (readonly [Part, string | undefined])[] => {
  const { role, person, raw, date, subject, note, signature } = signOff;
  return Object.entries({ role, person, decision: raw, date: date?.raw, subject, note, signature }) as readonly (readonly [
    Part,
    string | undefined,
  ])[];
};

interface Probe {
  readonly index: number;
  readonly width: number;
}

const columnOfMark = ({ index, width }: Probe, mark: typeof word, value: string | undefined): number =>
  Array.from({ length: width }, (_, column) => mark(index, column)).indexOf(value ?? '');

const wordColumns = (probed: readonly Recorded[], probe: Probe): (readonly [Part, number])[] =>
  probed
    .flatMap((recorded) => partsOf(recorded).map(([part, value]) => [part, columnOfMark(probe, word, value)] as const))
    .filter(([, column]) => column >= 0);

const digestColumns = (probed: readonly Recorded[], probe: Probe): number[] =>
  probed
    .flatMap(({ signOff }) => signOff.subjects ?? [])
    .map((subject) => columnOfMark(probe, digest, subject.digest))
    .filter((column) => column >= 0);

const readColumns = (probed: readonly Recorded[], probe: Probe): Columns | undefined => {
  const found = wordColumns(probed, probe);
  if (found.length === 0) return undefined;
  const taken = found.map(([, column]) => column);
  const own = digestColumns(probed, probe).find((column) => !taken.includes(column));
  return { ...(Object.fromEntries(found) as Columns), ...(own !== undefined && { digest: own }) };
};

const probeRows = (source: Source, table: ReadTable, index: number): Splice => {
  const rows = [word, digest].map((mark) =>
    appendRow(source, table, new Map(table.header.map((_, column) => [column, mark(index, column)]))),
  );
  return { start: rows[0]?.start ?? 0, end: rows[0]?.end ?? 0, text: rows.map(({ text }) => text).join('') };
};

/** The tables in which the reader finds sign-offs, or would if they had rows. */
export const signOffTables = ({ source, sections }: Outline): SignOffTable[] => {
  const tables = sections.flatMap((section) => tablesOf(source, section));
  if (tables.length === 0) return [];
  const probed = recordedIn(
    outlineOf(
      spliced(
        source,
        tables.map((table, index) => probeRows(source, table, index)),
      ),
    ),
  );
  return tables.flatMap((table, index) => {
    const columns = readColumns(probed, { index, width: table.header.length });
    return columns === undefined ? [] : [{ table, columns }];
  });
};
