import { expect, test } from 'vitest';
import { printGithub } from '../../src/report/github.ts';
import { cleanReport, crowdedReport, options, report } from './fixture.ts';

interface Command {
  readonly level: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

const decode = (text: string): string =>
  text.replaceAll('%2C', ',').replaceAll('%3A', ':').replaceAll('%0A', '\n').replaceAll('%0D', '\r').replaceAll('%25', '%');

// As the runner does it: split at the first two `::`, then at commas.
const parse = (line: string): Command => {
  const [, head = '', ...data] = line.split('::');
  const [level = '', ...rest] = head.split(' ');
  const pairs = rest
    .join(' ')
    .split(',')
    .map((pair) => pair.split('='));
  return {
    level,
    properties: Object.fromEntries(pairs.map(([key, ...value]) => [key, decode(value.join('='))])),
    data: decode(data.join('::')),
  };
};

const commandsOf = (subject: typeof report): Command[] =>
  printGithub(subject, options)
    .split('\n')
    .filter((line) => line.startsWith('::'))
    .map(parse);

const find = (rule: string): Command | undefined => commandsOf(report).find(({ properties }) => properties.title === rule);

test('one line per finding, the worst first', () => {
  expect(printGithub(report, options).trimEnd().split('\n')).toHaveLength(report.findings.length);
  const levels = commandsOf(report).map(({ level }) => level);
  const ranks = levels.map((level) => ['error', 'warning', 'notice'].indexOf(level));
  expect(ranks).toEqual([...ranks].sort());
  expect(new Set(ranks)).toEqual(new Set([0, 1, 2]));
});

test('names and messages come back after unescaping', () => {
  expect(find('checklist/open-items')?.properties.file).toBe('docs/r é "x"%.md');
  expect(find('docgate/hostile')?.data).toContain('::error::injected %0A ::set-output');
});

test('columns are given as far as the lines agree', () => {
  expect(find('checklist/open-items')?.properties).toMatchObject({ line: '4', col: '3', endLine: '4', endColumn: '12' });
  const keys = Object.keys(find('checklist/late-command')?.properties ?? {});
  expect(keys).toEqual(['file', 'line', 'endLine', 'title']);
});

test('properties escape colon and comma', () => {
  const [finding] = report.findings;
  if (finding === undefined) throw new Error('The fixture is empty.');
  const place = { ...finding.place, path: 'a,b:c%0A=d.md' };
  const text = printGithub({ ...report, findings: [{ ...finding, place }] }, options);
  expect(text).toContain('file=a%2Cb%3Ac%250A=d.md,');
});

test('at most ten of each level, then how many more', () => {
  const lines = printGithub(crowdedReport(13), options).trimEnd().split('\n');
  for (const level of ['error', 'warning', 'notice']) {
    expect(lines.filter((line) => line.startsWith(`::${level} `))).toHaveLength(10);
  }
  expect(lines.at(-1)).toMatch(/^9 more /);
  expect(lines).toHaveLength(31);
});

test('without findings there is nothing to print', () => {
  expect(printGithub(cleanReport, options)).toBe('');
});
