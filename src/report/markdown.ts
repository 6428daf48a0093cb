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
  readonly omitted: number;
}

// GitHub refuses comments above 65,536 characters.
const room = 60_000;
const roomForFiles = 20_000;
const roomForNotes = 200;
const mostOfText = 500;

const clip = (text: string): string => (text.length <= mostOfText ? text : `${text.slice(0, mostOfText - 1)}…`);

const writeRow = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;

const writeHeader = (names: readonly string[]): string => writeRow(names) + writeRow(names.map(() => '---'));

const fitRows = ({ open, rows, close }: Table, size: number): string[] => {
  let left = size - open.length - close.length;
  const end = rows.findIndex((row) => {
    left -= row.length;
    return left < 0;
  });
  return rows.slice(0, end === -1 ? rows.length : end);
};

// Once a row does not fit, no later one is tried: the cut is at one place.
const fitTables = (tables: readonly Table[], size: number): Fitted => {
  let text = '';
  let omitted = 0;
  for (const table of tables) {
    const rows = omitted === 0 ? fitRows(table, size - text.length) : [];
    omitted += table.rows.length - rows.length;
    if (rows.length > 0) text += table.open + rows.join('') + table.close;
  }
  return { text, omitted };
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
    writeLink(clip(finding.rule), finding.help),
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

const noteMore = (omitted: number, noun: string): string => (omitted === 0 ? '' : `\n${countOf(omitted, `more ${noun}`)}\n`);

const writeHead = (report: Report): string =>
  `## ${escapeInline(report.tool.name)}: ${verdictMarks[report.verdict]} ${verdictWords[report.verdict]}\n\n${describeSummary(report)}\n`;

const writeFoot = ({ tool, asOf }: Report): string =>
  `\n<sub>${escapeHtml(tool.name)} ${escapeHtml(tool.version)}, as of ${escapeHtml(asOf)}</sub>\n`;

/** At most 60,000 characters; what is left out is counted. */
export const printMarkdown: Print = (report) => {
  const groups = groupByPath(report);
  const head = writeHead(report);
  const foot = writeFoot(report);
  const files = fitTables(groups.length === 0 ? [] : [filesTable(groups)], roomForFiles);
  const left = room - head.length - foot.length - files.text.length - roomForNotes;
  const findings = fitTables(groups.filter((group) => group.findings.length > 0).map(findingsTable), left);
  return [head, files.text, noteMore(files.omitted, 'file'), findings.text, noteMore(findings.omitted, 'finding'), foot].join('');
};
