import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import { printPretty } from '../../src/report/pretty.ts';
import { cleanReport, crowdedReport, options, report } from './fixture.ts';

const lines = printPretty(report, options).split('\n');
const summary = lines.at(-2) ?? '';

test('every finding has its line with place, standing and rule', () => {
  for (const { place, rule } of report.findings) {
    const start = `${place.start.line}:${place.start.column}`;
    expect(lines.some((line) => line.trimStart().startsWith(start) && line.endsWith(rule))).toBe(true);
  }
});

test('a file is headed by path, kind, claim unless complete, and progress', () => {
  const header = lines.find((line) => line.startsWith('docs/r é')) ?? '';
  expect(header).toContain('checklist');
  expect(header).toContain('in progress');
  expect(header).toContain('3 of 8 items');
  expect(lines.find((line) => line.startsWith('docs/a|b.md'))).toContain('draft');
  expect(lines.some((line) => line.startsWith('docs/clean.md'))).toBe(false);
});

test('of one rule in one file three findings are told in full', () => {
  const text = printPretty(crowdedReport(8), options);
  expect(text.match(/crowd\/error/g)).toHaveLength(8);
  expect(text.match(/\^+/g)).toHaveLength(9);
});

test('a waived finding names reason, owner and expiry', () => {
  const at = lines.findIndex((line) => line.includes('checklist/bare-command'));
  expect(lines[at]).toContain('waived');
  for (const part of ['Agreed in', '@grace', '2026-02-01']) expect(lines[at + 1]).toContain(part);
});

test('the summary counts what the report counts', () => {
  for (const part of ['5 files', '6 errors', '3 warnings', '2 infos', '1 pending', '1 waived', '8 of 15 items']) {
    expect(summary).toContain(part);
  }
});

test('a clean report is its summary', () => {
  expect(printPretty(cleanReport, options).trim().split('\n')).toHaveLength(1);
});

test('quiet leaves errors and the summary', () => {
  const text = printPretty(report, { ...options, quiet: true });
  const rules = report.findings.filter(({ rule }) => text.includes(rule)).map(({ severity }) => severity);
  expect(new Set(rules)).toEqual(new Set(['error']));
  expect(text).not.toContain('docgate.config.yaml');
  expect(text.split('\n').at(-2)).toBe(summary);
});

test('colours add nothing but colours', () => {
  const text = printPretty(report, { ...options, color: true });
  expect(text).toContain('\u001B[31m');
  expect(stripVTControlCharacters(text)).toBe(printPretty(report, options));
});

test('a finding without a source has no frame', () => {
  expect(printPretty(report, { ...options, sources: new Map() })).not.toContain('│');
});
