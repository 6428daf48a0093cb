/** The `pretty` format: findings by file with code frames, for people at a terminal. */
import picocolors from 'picocolors';
import type { Finding } from '../model/finding.ts';
import type { FileReport, Print, PrintOptions, Report, Verdict } from '../model/report.ts';
import { drawFrame } from './code-frame.ts';
import { type Detail, detailsOf, waiverDetails } from './details.ts';
import { type Group, groupByPath } from './groups.ts';
import { type Standing, standingOf } from './standing.ts';
import { makeVisible } from './visible.ts';
import { claimWords, describeProgress, describeSummary, drawBar, verdictMarks, verdictWords } from './words.ts';

type Colors = ReturnType<typeof picocolors.createColors>;

const paints: Readonly<Record<Standing, 'red' | 'yellow' | 'blue' | 'cyan' | 'dim'>> = {
  error: 'red',
  warning: 'yellow',
  info: 'blue',
  pending: 'cyan',
  waived: 'dim',
};

const verdictPaints: Readonly<Record<Verdict, 'red' | 'yellow' | 'green' | 'cyan'>> = {
  pass: 'green',
  fail: 'red',
  pending: 'cyan',
  indeterminate: 'yellow',
};

const indent = '    ';

// Findings of one rule in one file that are told in full; the rest get a line each.
const mostInFull = 3;

const describeFile = ({ kind, claim, progress }: FileReport): string =>
  [
    kind,
    ...(claim === 'complete' ? [] : [claimWords[claim]]),
    describeProgress(progress),
    ...(progress.total === 0 ? [] : [drawBar(progress)]),
  ].join(' · ');

const printHeader = ({ path, file }: Group, colors: Colors): string => {
  const name = colors.bold(makeVisible(path));
  return file === undefined ? name : `${name}  ${colors.dim(describeFile(file))}`;
};

const printDetail = ({ label, value }: Detail): string => `${indent}${`${label}:`.padEnd(10)}${makeVisible(value)}`;

const printFrame = (finding: Finding, options: PrintOptions, colors: Colors): string[] => {
  const source = options.sources.get(finding.place.path);
  if (source === undefined) return [];
  const style = { width: options.width - indent.length, mark: colors[paints[standingOf(finding)]], dim: colors.dim };
  return drawFrame(source, finding.place, style).map((line) => `${indent}${line}`);
};

const pickInFull = (findings: readonly Finding[]): Set<Finding> => {
  const counts = new Map<string, number>();
  const isEarly = ({ rule }: Finding): boolean => {
    const count = (counts.get(rule) ?? 0) + 1;
    counts.set(rule, count);
    return count <= mostInFull;
  };
  return new Set(findings.filter((finding) => finding.waived === undefined).filter(isEarly));
};

const describeStart = ({ place: { start } }: Finding): string => `${start.line}:${start.column}`;

const printLine = (finding: Finding, widest: number, colors: Colors): string => {
  const standing = standingOf(finding);
  const label = colors[paints[standing]](standing.padEnd(7));
  const start = describeStart(finding).padStart(widest);
  return `  ${start}  ${label}  ${makeVisible(finding.message)}  ${colors.dim(makeVisible(finding.rule))}`;
};

// A finding of several lines stands apart, findings of one line stand together.
const separate = (blocks: readonly string[][]): string[] =>
  blocks.flatMap((block, index) => (block.length > 1 || blocks[index - 1]?.length !== 1 ? ['', ...block] : block));

const printGroup = (group: Group, options: PrintOptions, colors: Colors): string => {
  const inFull = pickInFull(group.findings);
  const widest = group.findings.reduce((most, finding) => Math.max(most, describeStart(finding).length), 0);
  const print = (finding: Finding): string[] => {
    const line = printLine(finding, widest, colors);
    if (finding.waived !== undefined) return [line, ...waiverDetails(finding).map(printDetail)].map(colors.dim);
    if (!inFull.has(finding)) return [line];
    return [line, ...printFrame(finding, options, colors), ...detailsOf(finding).map(printDetail)];
  };
  return [printHeader(group, colors), ...separate(group.findings.map(print))].join('\n');
};

const printSummary = (report: Report, colors: Colors): string => {
  const { verdict } = report;
  const words = `${verdictMarks[verdict]} ${verdictWords[verdict]}`;
  return `${colors.bold(colors[verdictPaints[verdict]](words))}: ${describeSummary(report)}`;
};

/** With `quiet`, only errors and the summary. */
export const printPretty: Print = (report, options) => {
  const colors = picocolors.createColors(options.color);
  const isShown = (finding: Finding): boolean => !options.quiet || standingOf(finding) === 'error';
  const blocks = groupByPath(report)
    .map((group) => ({ ...group, findings: group.findings.filter(isShown) }))
    .filter((group) => group.findings.length > 0)
    .map((group) => printGroup(group, options, colors));
  return `${[...blocks, printSummary(report, colors)].join('\n\n')}\n`;
};
