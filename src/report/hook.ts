/** What a blocked commit says: the findings and how to go on, in one screen. */
import type { Finding } from '../model/finding.ts';
import type { Print, Report } from '../model/report.ts';
import { printPretty } from './pretty.ts';
import { sortWorstFirst, standingOf } from './standing.ts';
import { makeVisible } from './visible.ts';
import { countOf, describeSummary, verdictMarks, verdictWords } from './words.ts';

/** Rows of a terminal that nobody has made larger. */
const screen = 24;

const opening = 'docgate: The commit is blocked: what is staged does not pass.';

// Only an open item can be ticked.
const adviceOn = (isTickable: boolean): readonly string[] => [
  'Repair it, stage the repair with git add, and commit again. What is not staged does not count.',
  ...(isTickable ? ['  done            docgate tick FILE:LINE'] : []),
  '  not finished    **Status**: Draft below the title; what is open is pending then',
  ...(isTickable ? ['  does not apply  docgate tick FILE:LINE --not-applicable --reason "why"'] : []),
  '  cannot wait     a waiver with reason, owner and expiry; docgate explain RULE',
  '  see it all      docgate check --staged',
  'git commit --no-verify passes by this hook, not by CI, where the findings show.',
];

const rowsOf = (text: string, width: number): number =>
  text.split('\n').reduce((rows, line) => rows + Math.max(1, Math.ceil(line.length / Math.max(20, width))), 0);

const isError = (finding: Finding): boolean => standingOf(finding) === 'error';

// Only findings that block; where the verdict alone does, all that are due.
const blocking = ({ findings }: Report): readonly Finding[] => {
  const due = sortWorstFirst(findings).filter((finding) => !['pending', 'waived'].includes(standingOf(finding)));
  return due.some(isError) ? due.filter(isError) : due;
};

// Two rows for one finding are enough; the cut shows.
const shorten = (text: string, most: number): string => {
  const characters = [...text];
  return characters.length <= most ? text : `${characters.slice(0, Math.max(0, most - 1)).join('')}…`;
};

const isOpenItem = ({ rule }: Finding): boolean => /\/(?:open-items|optional-item-open|deliverable-open)$/.test(rule);

const lineOf = ({ place: { path, start }, message, rule }: Finding, width: number): string => {
  const [before, after] = [`  ${makeVisible(path)}:${start.line}:${start.column}  `, `  ${makeVisible(rule)}`];
  return `${before}${shorten(makeVisible(message), Math.max(20, 2 * width - before.length - after.length))}${after}`;
};

const listOf = (report: Report, room: number, width: number): string => {
  const lines = blocking(report).map((finding) => lineOf(finding, width));
  const summary = `${verdictMarks[report.verdict]} ${verdictWords[report.verdict]}: ${describeSummary(report)}`;
  const upTo = (count: number): string => {
    const more = lines.length - count;
    const rest = more === 0 ? [] : [`  and ${countOf(more, 'more finding')}: docgate check --staged`];
    return [...lines.slice(0, count), ...rest, '', summary].join('\n');
  };
  const most = lines.findLastIndex((_, index) => rowsOf(upTo(index + 1), width) <= room) + 1;
  return upTo(Math.max(1, most));
};

/** Findings in full where they fit, else a line each; what does not fit is counted, with the command that shows it. */
export const printHook: Print = (report, options) => {
  const advice = adviceOn(blocking(report).some(isOpenItem));
  const room = screen - rowsOf([opening, '', '', ...advice].join('\n'), options.width);
  const told = { ...options, quiet: report.findings.some(isError) };
  const plain = printPretty(report, { ...told, color: false }).trimEnd();
  const findings = rowsOf(plain, options.width) <= room ? printPretty(report, told).trimEnd() : listOf(report, room, options.width);
  return `${[opening, '', findings, '', ...advice].join('\n')}\n`;
};
