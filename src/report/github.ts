/** The `github` format: workflow commands that GitHub Actions turns into annotations. */
import type { Finding } from '../model/finding.ts';
import type { Print } from '../model/report.ts';
import { lastLineOf } from './details.ts';
import { type Standing, sortWorstFirst, standingOf } from './standing.ts';
import { countOf } from './words.ts';
import { type Level, levels, writeCommand } from './workflow-command.ts';

const levelOf: Readonly<Record<Standing, Level>> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
  pending: 'notice',
  waived: 'notice',
};

// GitHub shows no more of each level per step.
const mostPerLevel = 10;

// The runner refuses columns when the lines differ.
const columnsOf = ({ place }: Finding): Readonly<Record<string, number>> => {
  const { start, end } = place;
  if (lastLineOf(place) !== start.line) return {};
  return end.line === start.line ? { col: start.column, endColumn: end.column } : { col: start.column };
};

const describe = (finding: Finding): string => {
  const standing = standingOf(finding);
  const prefix = standing === 'pending' || standing === 'waived' ? `${standing}: ` : '';
  return `${prefix}${finding.message}${finding.fix === undefined ? '' : `\nfix: ${finding.fix}`}`;
};

const annotate = (finding: Finding): string => {
  const { path, start } = finding.place;
  const { col, endColumn } = columnsOf(finding);
  const properties = { file: path, line: start.line, col, endLine: lastLineOf(finding.place), endColumn, title: finding.rule };
  return writeCommand(levelOf[standingOf(finding)], properties, describe(finding));
};

/** At most ten errors, ten warnings and ten notices, the worst first. */
export const printGithub: Print = ({ findings }) => {
  const sorted = sortWorstFirst(findings);
  const shown = levels.flatMap((level) => sorted.filter((finding) => levelOf[standingOf(finding)] === level).slice(0, mostPerLevel));
  const more = findings.length - shown.length;
  const lines = [...shown.map(annotate), ...(more === 0 ? [] : [countOf(more, 'more finding')])];
  return lines.map((line) => `${line}\n`).join('');
};
