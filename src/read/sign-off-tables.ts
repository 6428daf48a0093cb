/** Sign-offs in tables: `Role | Name | Decision | Date`, `Approver | Role | Signature`, `Document | Status | Updated`. */
import type { Section } from '../markdown/outline.ts';
import { at } from '../model/located.ts';
import type { Source } from '../model/source.ts';
import { isBlank } from './blank.ts';
import { type Decision, readDecision } from './decision.ts';
import { readPerson } from './person.ts';
import type { SignOffTree } from './sign-off.ts';
import { readSubjects, type Subject } from './sign-off-subjects.ts';
import { type Cell, cellAt, columnOf, headerName, type ReadTable, tablesOf } from './tables.ts';
import { readTime } from './time.ts';

const columns = {
  role: /^(?:roles?|team|function|position|responsibility|department|gate|stakeholder|approval|sign-?off|役割|担当)$/,
  person:
    /^(?:names?|approvers?|reviewers?|signers?|signatory|signed by|approved by|reviewed by|person|who|approver name|owner|承認者|氏名)$/,
  decision:
    /^(?:decisions?|status|approved\??|approvals?|approval status|sign-?off|signed off|verdict|outcome|approval|state|go ?\/ ?no-go|result|判定|承認)$/,
  date: /^(?:date|date signed|date approved|approval date|approved on|signed on|signed at|approved at|timestamp|when|last updated|日付|承認日)$/,
  signature: /^(?:signature|signed|initials|署名)$/,
  subject: /^(?:documents?|artifacts?|artefacts?|subject|deliverables?|component|file|scope|items?)$/,
  note: /^(?:notes?|comments?|remarks?|conditions?|備考)$/,
  digest: /^(?:digests?|content|content digest|sha-?256|checksum|hash)$/,
  commit: /^(?:commits?|commit (?:sha|id|hash)|revision|sha)$/,
} as const;

type Column = keyof typeof columns;
type Columns = Readonly<Record<Column, number>>;

const columnsOf = (table: ReadTable): Columns => {
  const found = Object.fromEntries((Object.keys(columns) as Column[]).map((name) => [name, columnOf(table, columns[name])])) as Record<
    Column,
    number
  >;
  // One column plays one part: `Approval | Status` names the role first.
  if (found.decision === found.role && found.decision >= 0)
    found.decision = table.header.findIndex((cell, index) => index !== found.role && columns.decision.test(headerName(cell.text)));
  return found;
};

const strongHeader =
  /^(?:approvers?|approved by|approval date|approval status|signature|decision|sign-?off|signed by|signatory|stakeholder|承認者)$/;

const isSignOffTable = (table: ReadTable, found: Columns, cued: boolean): boolean => {
  const names = table.header.map((cell) => headerName(cell.text));
  const strong = names.some((name) => strongHeader.test(name));
  const who = found.role >= 0 || found.person >= 0;
  const decides = found.decision >= 0 || found.signature >= 0 || found.date >= 0;
  const persons = found.role >= 0 && found.person >= 0 && decides;
  if (strong && who && decides) return true;
  return (
    cued &&
    (persons || (found.role >= 0 && found.decision >= 0) || (found.subject >= 0 && found.decision >= 0) || (found.person >= 0 && decides))
  );
};

const filled = (cell: Cell | undefined): string | undefined => (cell === undefined || isBlank(cell.raw, cell.text) ? undefined : cell.text);

// Without a column for the decision, name and date or a signature decide.
const decisionOf = (found: Columns, cells: readonly Cell[]): Decision => {
  const cell = cellAt(cells, found.decision);
  if (found.decision >= 0) return cell === undefined ? 'pending' : readDecision(cell.raw, cell.text);
  if (found.signature >= 0) return filled(cellAt(cells, found.signature)) === undefined ? 'pending' : 'approved';
  return filled(cellAt(cells, found.person)) !== undefined && filled(cellAt(cells, found.date)) !== undefined ? 'approved' : 'pending';
};

const asksOf = (found: Columns): string[] => (['person', 'date', 'signature'] as const).filter((name) => found[name] >= 0);

const subjectsOf = (found: Columns, cells: readonly Cell[]): { subjects?: Subject[] } => {
  const [subject, digest, commit, note] = (['subject', 'digest', 'commit', 'note'] as const).map((name) => cellAt(cells, found[name])?.raw);
  const rest = [found.date, found.decision].map((column) => cellAt(cells, column)?.raw ?? '').join(' ');
  const subjects = readSubjects({ subject, digest, commit, note, rest });
  return subjects.length === 0 ? {} : { subjects };
};

const rowSignOff = (table: ReadTable, found: Columns, row: ReadTable['rows'][number]): SignOffTree => {
  const { cells, range } = row;
  const person = filled(cellAt(cells, found.person));
  const date = cellAt(cells, found.date);
  const said = cellAt(cells, found.decision);
  return at(range, {
    form: 'table' as const,
    decision: at((said ?? row).range, decisionOf(found, cells)),
    asks: asksOf(found),
    section: table.section.path,
    role: cellAt(cells, found.role)?.text || undefined,
    ...(person === undefined ? {} : readPerson(person)),
    date: date === undefined || filled(date) === undefined ? undefined : at(date.range, readTime(date.text)),
    subject: filled(cellAt(cells, found.subject)),
    note: filled(cellAt(cells, found.note)),
    ...subjectsOf(found, cells),
    signature: filled(cellAt(cells, found.signature)),
    raw: said?.text || undefined,
  });
};

/** The sign-offs in a section's tables. `cued`: the titles above speak of sign-offs. */
export const tableSignOffs = (source: Source, section: Section, cued: boolean): SignOffTree[] =>
  tablesOf(source, section).flatMap((table) => {
    const found = columnsOf(table);
    if (!isSignOffTable(table, found, cued)) return [];
    return table.rows.filter(({ cells }) => cells.some((cell) => cell.text !== '')).map((row) => rowSignOff(table, found, row));
  });
