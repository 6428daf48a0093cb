/** The `markdown` format: a report to paste into a pull request or a job summary. */
import type { Finding } from '../model/finding.ts';
import type { Print, Report } from '../model/report.ts';
import { type Detail, detailsOf } from './details.ts';
import { type Group, groupByPath } from './groups.ts';
import { escapeCell, escapeHtml, escapeInline, writeCode, writeLink } from './markdown-text.ts';
import { countStandings, standingOf } from './standing.ts';
import { claimWords, countFindings, countOf, describeProgress, describeSummary, drawBar, verdictMarks, verdictWords } from './words.ts';

/** A table that can be cut after any row. */
interface Table {
  readonly open: string;
  readonly rows: readonly string[];
  readonly close: string;
}

interface Fitted {
  readonly text: string;
  readonly size: number;
  readonly omitted: number;
}

/** How much may be written, by what measure, and what says where to read what is left out. */
export interface Space {
  readonly room: number;
  readonly measure: (text: string) => number;
  readonly pointer: string;
}

type Measure = Space['measure'];

// GitHub refuses comments above 65,536 characters.
const comment: Space = { room: 60_000, measure: (text) => text.length, pointer: '' };
const roomForNotes = 400;
const mostOfText = 500;

const clip = (text: string): string => (text.length <= mostOfText ? text : `${text.slice(0, mostOfText - 1)}…`);

const writeRow = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;

const writeHeader = (names: readonly string[]): string => writeRow(names) + writeRow(names.map(() => '---'));

const fitRows = ({ open, rows, close }: Table, size: number, measure: Measure): string[] => {
  let left = size - measure(open) - measure(close);
  const end = rows.findIndex((row) => {
    left -= measure(row);
    return left < 0;
  });
  return rows.slice(0, end === -1 ? rows.length : end);
};

// Once a row does not fit, no later one is tried: the cut is at one place.
const fitTables = (tables: readonly Table[], room: number, measure: Measure): Fitted => {
  const parts: string[] = [];
  let size = 0;
  let omitted = 0;
  for (const table of tables) {
    const rows = omitted === 0 ? fitRows(table, room - size, measure) : [];
    omitted += table.rows.length - rows.length;
    if (rows.length === 0) continue;
    const part = table.open + rows.join('') + table.close;
    parts.push(part);
    size += measure(part);
  }
  return { text: parts.join(''), size, omitted };
};

const countGroup = ({ findings }: Group): string => {
  const { error, warning, info, pending, waived } = countStandings(findings);
  return countFindings({ errors: error, warnings: warning, infos: info, pending, waived });
};

const fileRow = (group: Group): string => {
  const { path, file } = group;
  const name = writeCode(clip(path));
  if (file === undefined) return writeRow([name, '', '', countGroup(group)]);
  const kind = file.claim === 'complete' ? file.kind : `${file.kind} (${claimWords[file.claim]})`;
  const bar = file.progress.total === 0 ? '' : `${drawBar(file.progress)} `;
  return writeRow([name, kind, `${bar}${describeProgress(file.progress)}`, countGroup(group)]);
};

const filesTable = (groups: readonly Group[]): Table => ({
  open: `\n${writeHeader(['File', 'Kind', 'Progress', 'Findings'])}`,
  rows: groups.map(fileRow),
  close: '',
});

const writeDetail = ({ label, value }: Detail): string => `<br>${label}: ${escapeCell(clip(value))}`;

const findingRow = (finding: Finding): string => {
  const { line, column } = finding.place.start;
  const details = detailsOf(finding)
    .filter(({ label }) => label !== 'help')
    .map(writeDetail);
  return writeRow([
    `${line}:${column}`,
    standingOf(finding),
    escapeCell(clip(finding.message)) + details.join(''),
    writeLink(clip(finding.rule), finding.help ?? ''),
  ]);
};

// The summary is an HTML block, in which Markdown is not read.
const findingsTable = (group: Group): Table => ({
  open: [
    `\n<details${countStandings(group.findings).error > 0 ? ' open' : ''}>`,
    `<summary><code>${escapeHtml(clip(group.path))}</code>: ${countGroup(group)}</summary>\n`,
    writeHeader(['Place', 'Severity', 'Finding', 'Rule']),
  ].join('\n'),
  rows: group.findings.map(findingRow),
  close: '\n</details>\n',
});

const noteMore = (omitted: number, noun: string, pointer: string): string =>
  omitted === 0 ? '' : `\n${countOf(omitted, `more ${noun}`)}${pointer}\n`;

const writeHead = (report: Report): string =>
  `## ${escapeInline(report.tool.name)}: ${verdictMarks[report.verdict]} ${verdictWords[report.verdict]}\n\n${describeSummary(report)}\n`;

const writeFoot = ({ tool, asOf }: Report): string =>
  `\n<sub>${escapeHtml(tool.name)} ${escapeHtml(tool.version)}, as of ${escapeHtml(asOf)}</sub>\n`;

/** The report in this space, cut at a row; what is left out is counted. */
export const writeMarkdown = (report: Report, { room, measure, pointer }: Space): string => {
  const groups = groupByPath(report);
  const head = writeHead(report);
  const foot = writeFoot(report);
  const files = fitTables(groups.length === 0 ? [] : [filesTable(groups)], room / 3, measure);
  const left = room - measure(head) - measure(foot) - files.size - roomForNotes;
  const findings = fitTables(groups.filter((group) => group.findings.length > 0).map(findingsTable), left, measure);
  const notes = [noteMore(files.omitted, 'file', pointer), noteMore(findings.omitted, 'finding', pointer)];
  return [head, files.text, notes[0], findings.text, notes[1], foot].join('');
};

/** At most 60,000 characters; what is left out is counted. */
export const printMarkdown: Print = (report) => writeMarkdown(report, comment);
