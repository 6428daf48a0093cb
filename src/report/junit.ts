/** The `junit` format: one test suite per file, one test case per finding, for CI servers. */
import type { Finding } from '../model/finding.ts';
import type { Print, PrintOptions } from '../model/report.ts';
import { describePlace, detailsOf } from './details.ts';
import { makeDistinct } from './distinct.ts';
import { type Group, groupByPath } from './groups.ts';
import { type Standing, standingOf } from './standing.ts';
import { makeVisible } from './visible.ts';

type Outcome = 'failure' | 'skipped' | 'system-out';

type Failing = PrintOptions['failing'];

// A test can fail, be skipped or pass, and it fails where the run does: a job that passes shows no failed test.
const outcomeOf = (standing: Standing, failing: Failing): Outcome => {
  if (standing === 'waived') return 'skipped';
  if (failing.includes(standing)) return 'failure';
  return standing === 'pending' ? 'skipped' : 'system-out';
};

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escapeXml = (text: string): string => text.replace(/[&<>"]/g, (character) => entities[character] ?? character);

const element = (name: string, attributes: Readonly<Record<string, string | number>>, content: string): string => {
  const list = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(makeVisible(String(value)))}"`);
  return `<${name}${list.join('')}>${content}</${name}>`;
};

const nest = (children: readonly string[]): string => (children.length === 0 ? '' : `\n${children.join('\n')}\n`);

const describe = (finding: Finding): string =>
  [
    makeVisible(describePlace(finding.place)),
    makeVisible(finding.message, '\n\t'),
    ...detailsOf(finding).map(({ label, value }) => `${label}: ${makeVisible(value, '\n\t')}`),
  ].join('\n');

const writeOutcome = (finding: Finding, failing: Failing): string => {
  const standing = standingOf(finding);
  const outcome = outcomeOf(standing, failing);
  const attributes = { type: standing, message: finding.message };
  return element(outcome, outcome === 'system-out' ? {} : attributes, escapeXml(describe(finding)));
};

const writeSuite = ({ path, findings }: Group, failing: Failing): { text: string; tests: number; failures: number } => {
  const names = makeDistinct(findings.map(({ rule, pointer }) => `${rule} ${pointer}`.trim()));
  const cases = findings.map((finding, index) =>
    element('testcase', { name: names[index] ?? finding.rule, classname: path }, writeOutcome(finding, failing)),
  );
  const count = (outcome: Outcome): number => findings.filter((finding) => outcomeOf(standingOf(finding), failing) === outcome).length;
  const failures = count('failure');
  const passing = failures === 0 ? [element('testcase', { name: 'all rules', classname: path }, '')] : [];
  const tests = cases.length + passing.length;
  const attributes = { name: path, file: path, tests, failures, errors: 0, skipped: count('skipped') };
  return { text: element('testsuite', attributes, nest([...passing, ...cases])), tests, failures };
};

/** Valid against the JUnit 10 schema of the Jenkins xUnit plug-in. */
export const printJunit: Print = (report, { failing }) => {
  const suites = groupByPath(report).map((group) => writeSuite(group, failing));
  const sum = (key: 'tests' | 'failures'): number => suites.reduce((total, suite) => total + suite[key], 0);
  const attributes = { name: report.tool.name, tests: sum('tests'), failures: sum('failures'), errors: 0 };
  const body = element('testsuites', attributes, nest(suites.map(({ text }) => text)));
  return `<?xml version="1.0" encoding="UTF-8"?>\n${body}\n`;
};
