/** What a blocked commit says: the findings and how to go on, in one screen. */
import type { Finding } from '../model/finding.ts';
import type { Print, PrintOptions, Report } from '../model/report.ts';
import { printPretty } from './pretty.ts';
import { sortWorstFirst, standingOf } from './standing.ts';
import { makeVisible } from './visible.ts';
import { countOf, describeSummary, verdictMarks, verdictWords } from './words.ts';

/** Rows of a terminal that nobody has made larger. */
const screen = 24;

const opening = 'docgate: The commit is blocked: what is staged does not pass.';

const advice = [
  'Repair it, stage the repair with git add, and commit again. What is not staged does not count.',
  '  done            docgate tick FILE:LINE',
  '  does not apply  docgate tick FILE:LINE --not-applicable --reason "why"',
  '  cannot wait     a waiver with reason, owner and expiry; docgate explain RULE',
  '  see it all      docgate check --staged',
  'git commit --no-verify passes by this hook, not by CI, where the findings show.',
];

const rowsOf = (text: string, width: number): number =>
  text.split('\n').reduce((rows, line) => rows + Math.max(1, Math.ceil(line.length / Math.max(20, width))), 0);

// Only findings that block; where the verdict alone does, all that are due.
const blocking = ({ findings }: Report): readonly Finding[] => {
  const due = sortWorstFirst(findings).filter((finding) => !['pending', 'waived'].includes(standingOf(finding)));
  const errors = due.filter((finding) => standingOf(finding) === 'error');
  return errors.length > 0 ? errors : due;
};

const lineOf = ({ place: { path, start }, message, rule }: Finding): string =>
  `  ${makeVisible(path)}:${start.line}:${start.column}  ${makeVisible(message)}  ${makeVisible(rule)}`;

const listOf = (report: Report, room: number, width: number): string => {
  const lines = blocking(report).map(lineOf);
  const fitting = lines.filter((_, index) => rowsOf(lines.slice(0, index + 1).join('\n'), width) < room);
  const shown = fitting.length === 0 ? lines.slice(0, 1) : fitting;
  const more = lines.length - shown.length;
  const rest = more === 0 ? [] : [`  and ${countOf(more, 'more finding')}: docgate check --staged`];
  const summary = `${verdictMarks[report.verdict]} ${verdictWords[report.verdict]}: ${describeSummary(report)}`;
  return [...shown, ...rest, '', summary].join('\n');
};

const findingsIn = (report: Report, options: PrintOptions): string => {
  // Two rows of list keep an empty line and the summary; the text around them takes the rest.
  const room = screen - rowsOf([opening, '', '', ...advice].join('\n'), options.width);
  const plain = printPretty(report, { ...options, color: false }).trimEnd();
  return rowsOf(plain, options.width) <= room ? printPretty(report, options).trimEnd() : listOf(report, room - 2, options.width);
};

/** Findings in full where they fit, else a line each; what does not fit is counted, with the command that shows it. */
export const printHook: Print = (report, options) => `${[opening, '', findingsIn(report, options), '', ...advice].join('\n')}\n`;
