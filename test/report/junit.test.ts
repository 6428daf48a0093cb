import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { printJunit } from '../../src/report/junit.ts';
import { standingOf } from '../../src/report/standing.ts';
import { cleanReport, crowdedReport, options, report } from './fixture.ts';

const schemaFile = fileURLToPath(new URL('../../../shared/data/junit-10.xsd', import.meta.url));
const canValidate = existsSync(schemaFile) && spawnSync('xmllint', ['--version']).status === 0;

const xml = printJunit(report, options);

const countOf = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

test.skipIf(!canValidate).each([
  ['the hostile report', report],
  ['a clean report', cleanReport],
  ['a crowded report', crowdedReport(5)],
  ['no file', { ...cleanReport, files: [] }],
])('%s is valid against junit-10.xsd (needs xmllint and ../shared/data)', (_, subject) => {
  const { status, stderr } = spawnSync('xmllint', ['--noout', '--nonet', '--schema', schemaFile, '-'], {
    input: printJunit(subject, options),
    encoding: 'utf8',
  });
  expect(stderr.trim()).toBe('- validates');
  expect(status).toBe(0);
});

test('a suite per path, a case per finding, and one that passes where nothing fails', () => {
  const failing = new Set(report.findings.filter((finding) => standingOf(finding) === 'error').map(({ place }) => place.path));
  expect(countOf(xml, /<testsuite /g)).toBe(6);
  expect(countOf(xml, /<testcase /g)).toBe(report.findings.length + 6 - failing.size);
  expect(countOf(xml, /name="all rules"/g)).toBe(6 - failing.size);
});

test('what fails the run fails, pending and waived are skipped, the rest passes', () => {
  expect(countOf(xml, /<failure type="error"/g)).toBe(report.summary.errors);
  expect(countOf(xml, /<system-out>/g)).toBe(report.summary.warnings + report.summary.infos);
  expect(countOf(xml, /<skipped type="pending"/g)).toBe(report.summary.pending);
  expect(countOf(xml, /<skipped type="waived"/g)).toBe(report.summary.waived);
  expect(xml).toContain(`failures="${report.summary.errors}"`);
});

test.each([
  [['error', 'warning'], ({ errors, warnings }: Report['summary']) => errors + warnings],
  [['error', 'warning', 'pending'], ({ errors, warnings, pending }: Report['summary']) => errors + warnings + pending],
] as const)('a run that fails on %j counts them as failures', (failing, count) =>
  expect(printJunit(report, { ...options, failing })).toContain(`failures="${count(report.summary)}"`),
);

test('no character that XML forbids, no open markup', () => {
  expect(xml).not.toMatch(/[^\t\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u);
  expect(xml).not.toContain(']]>');
  expect(xml).not.toContain('<script');
});

test('equal names are told apart', () => {
  const [finding] = report.findings;
  if (finding === undefined) throw new Error('The fixture is empty.');
  const names = printJunit({ ...report, findings: [finding, finding, finding] }, options).match(/<testcase name="[^"]*unused[^"]*"/g);
  expect(new Set(names).size).toBe(3);
});
