/** Sign-offs in tables: `Role | Name | Decision | Date`, `Approver | Role | Signature`, `Document | Status | Updated`. */
import type { Section } from '../markdown/outline.ts';
import { at, type Located } from '../model/located.ts';
import type { Decision, SignOff } from '../model/parts/sign-off.ts';
import type { Subject } from '../model/parts/subject.ts';
import type { Source } from '../model/source.ts';
import { isBlank, isUnfilledChoice, isUntickedChoice, saysNobody } from './blank.ts';
import { isStop, isUndecided, readDecision } from './decision.ts';
import { crosses, openBoxes, waits } from './glyphs.ts';
import { checkColumns } from './marked-columns.ts';
import { readPerson } from './person.ts';
import { type Columns, columnsOf, strongHeader } from './sign-off-columns.ts';
import { readSubjects } from './sign-off-subjects.ts';
import { type Cell, cellAt, headerName, type ReadTable, tablesOf } from './tables.ts';
import { readTime } from './time.ts';
import { headsRoles, turnedByRole } from './turned-tables.ts';

// `Version | Date | Author | Reviewer | Changes` tells what happened to the document.
const isHistory = (names: readonly string[]): boolean =>
  names.some((name) => /^(?:version|rev(?:ision)?\.?)$/.test(name)) &&
  names.some((name) => /^(?:changes?|descriptions?|summary|change (?:description|summary)|changelog|what changed)$/.test(name));

// Who owns a row has not decided it.
const decider = (table: ReadTable, { person }: Columns): boolean =>
  person >= 0 &&
  !/^(?:owner|who|person|负责人|responsables?|responsável|verantwortlich(?:er)?)$/.test(headerName(table.header[person]?.text ?? ''));

// `Item | Status` is a check list, unless somebody decides in it.
const isCheckList = (table: ReadTable, found: Columns): boolean =>
  found.role < 0 &&
  found.person < 0 &&
  checkColumns(table)?.asksItems === true &&
  !table.rows.some(({ cells }) => decides.test(cellAt(cells, found.decision)?.text ?? ''));

const decides = /\b(?:approv|reject|signed|revok|declin|denied|withdr)|承認|批准|核准|freigegeben|genehmigt|abgelehnt/i;

const isSignOffTable = (table: ReadTable, found: Columns, cued: boolean): boolean => {
  const names = table.header.map((cell) => headerName(cell.text));
  if (isHistory(names)) return false;
  const strong = names.some((name) => strongHeader.test(name));
  const who = found.role >= 0 || found.person >= 0;
  const decides = found.decision >= 0 || found.signature >= 0 || found.date >= 0;
  const persons = found.role >= 0 && found.person >= 0 && decides;
  if (strong && who && decides) return true;
  return (
    cued &&
    (persons ||
      (found.role >= 0 && found.decision >= 0) ||
      (found.subject >= 0 && found.decision >= 0 && !isCheckList(table, found)) ||
      (decider(table, found) && decides) ||
      found.signature >= 0)
  );
};

// A table of signatures names in its first column who signs, whatever that column is called.
const withRole = (table: ReadTable, found: Columns): Columns => {
  const taken = new Set([found.person, found.decision, found.date, found.signature, found.subject, found.note]);
  const nobody = found.role < 0 && found.subject < 0 && found.signature >= 0;
  return nobody && !taken.has(0) && table.header.length > 1 ? { ...found, role: 0 } : found;
};

const filled = (cell: Cell | undefined): string | undefined => (cell === undefined || isBlank(cell.raw, cell.text) ? undefined : cell.text);

// In a remark `no | staging` is no choice that somebody has left open; brackets around it are a template's.
const remark = (cell: Cell | undefined): string | undefined =>
  filled(cell) ?? (cell !== undefined && isUnfilledChoice(cell.text) && !cell.text.startsWith('[') ? cell.text : undefined);

// A person or a day, unless words say that there is none.
const given = (cell: Cell | undefined): string | undefined => (cell !== undefined && saysNobody(cell.text) ? undefined : filled(cell));

// Whatever stands for a signature signs, unless its words or marks say that it does not.
const decisionOfSignature = (cell: Cell | undefined): Decision => {
  if (cell === undefined || filled(cell) === undefined || isUnsigned(cell.text)) return 'pending';
  const said = readDecision(cell.raw, cell.text);
  return said === 'pending' && !isUndecided(cell.raw, cell.text) && !/~~/.test(cell.raw) ? 'approved' : said;
};

const onlyOpen = new RegExp(`^[${crosses}${waits}${openBoxes}\\s]+$`, 'u');

const isUnsigned = (text: string): boolean =>
  /^\W*(?:no|not (?:yet )?signed|pending|awaiting|outstanding|unsigned|missing|pendente|pendiente|en attente|ausstehend|offen)\b/iu.test(
    text.trim(),
  ) ||
  onlyOpen.test(text.trim()) ||
  isUntickedChoice(text);

// What stops stops in any column; a plain no answers whatever its column asks.
const stopIn = (found: Columns, cells: readonly Cell[]): Cell | undefined => {
  const named = new Set(Object.values(found));
  return cells.find(
    ({ raw, text }, index) => index > 0 && !named.has(index) && isStop(raw, text) && !/^\W*(?:no?|nein|non|não)\W*$/iu.test(text),
  );
};

// Without a column for the decision, name and date or a signature decide.
const statedOf = (found: Columns, cells: readonly Cell[]): Decision => {
  const cell = cellAt(cells, found.decision);
  if (found.decision >= 0) return cell === undefined ? 'pending' : readDecision(cell.raw, cell.text);
  if (found.signature >= 0) return decisionOfSignature(cellAt(cells, found.signature));
  return given(cellAt(cells, found.person)) !== undefined && given(cellAt(cells, found.date)) !== undefined ? 'approved' : 'pending';
};

// A column to sign in that is blank in this row, and not in every other.
const isUnsignedRow = ({ header, rows }: ReadTable, found: Columns, cells: readonly Cell[]): boolean =>
  header.some(
    ({ text }, column) =>
      ![found.decision, found.role, found.person, found.date].includes(column) &&
      /^(?:sign-?off|signatures?|signed by(?: \/ date)?|initials|unterschrift|firma|assinatura|签名|簽名)$/.test(headerName(text)) &&
      filled(cells[column]) === undefined &&
      rows.some((row) => filled(row.cells[column]) !== undefined),
  );

const decisionOf = (table: ReadTable, found: Columns, cells: readonly Cell[]): Decision => {
  const stated = statedOf(found, cells);
  if (stated !== 'approved') return stated;
  return stopIn(found, cells) !== undefined ? 'rejected' : isUnsignedRow(table, found, cells) ? 'pending' : stated;
};

const asksOf = (found: Columns): string[] => (['person', 'date', 'signature'] as const).filter((name) => found[name] >= 0);

const subjectsOf = (found: Columns, cells: readonly Cell[]): { subjects?: Subject[] } => {
  const [subject, digest, commit, note] = (['subject', 'digest', 'commit', 'note'] as const).map((name) => cellAt(cells, found[name])?.raw);
  const rest = [found.date, found.decision].map((column) => cellAt(cells, column)?.raw ?? '').join(' ');
  const subjects = readSubjects({ subject, digest, commit, note, rest });
  return subjects.length === 0 ? {} : { subjects };
};

const labelOf = (found: Columns, cells: readonly Cell[]): string | undefined =>
  cellAt(cells, found.role)?.text || filled(cellAt(cells, found.subject))
    ? undefined
    : cells.find(({ text }, index) => text !== '' && index !== found.decision)?.text;

const rowSignOff = (table: ReadTable, found: Columns, row: ReadTable['rows'][number]): Located<SignOff> => {
  const { cells, range } = row;
  const person = given(cellAt(cells, found.person));
  const date = cellAt(cells, found.date);
  const said = cellAt(cells, found.decision);
  return at(range, {
    form: 'table' as const,
    decision: at((said ?? row).range, decisionOf(table, found, cells)),
    asks: asksOf(found),
    section: table.section.path,
    role: cellAt(cells, found.role)?.text || undefined,
    ...(person === undefined ? {} : readPerson(person)),
    date: date === undefined || filled(date) === undefined ? undefined : at(date.range, readTime(date.text)),
    subject: filled(cellAt(cells, found.subject)),
    note: remark(cellAt(cells, found.note)),
    ...subjectsOf(found, cells),
    signature: filled(cellAt(cells, found.signature)),
    raw: said?.text || undefined,
    label: labelOf(found, cells) ?? (cells.every(({ text }) => text === '') ? table.header[0]?.text : undefined),
  });
};

const signOffTable = (table: ReadTable, cued: boolean): { table: ReadTable; found: Columns } | undefined => {
  const found = withRole(table, columnsOf(table));
  return isSignOffTable(table, found, cued) ? { table, found } : undefined;
};

// A column per role: turned, it is a table as any other.
const turnedTable = (table: ReadTable, cued: boolean): { table: ReadTable; found: Columns } | undefined => {
  const turned = turnedByRole(table);
  const asRows = turned === undefined ? undefined : signOffTable(turned, cued || headsRoles(table));
  const decides =
    asRows !== undefined && [asRows.found.decision, asRows.found.signature, asRows.found.person].some((column) => column >= 0);
  return decides && (cued || headsRoles(table)) ? asRows : undefined;
};

/** The sign-offs in a section's tables. `cued`: the titles above speak of sign-offs. */
export const tableSignOffs = (source: Source, section: Section, cued: boolean): Located<SignOff>[] =>
  tablesOf(source, section).flatMap((read) => {
    const { table, found } = signOffTable(read, cued) ?? turnedTable(read, cued) ?? {};
    if (table === undefined || found === undefined) return [];
    const rows = table.rows.filter(({ cells }) => cells.some((cell) => cell.text !== ''));
    return (rows.length > 0 ? rows : table.rows.slice(0, 1)).map((row) => rowSignOff(table, found, row));
  });
