import { existsSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { printGitlab } from '../../src/report/gitlab.ts';
import { cleanReport, options, report } from './fixture.ts';

interface Issue {
  readonly description: string;
  readonly check_name: string;
  readonly fingerprint: string;
  readonly severity: string;
  readonly location: { readonly path: string; readonly lines: { readonly begin: number; readonly end: number } };
}

const issuesOf = (subject: typeof report): Issue[] => JSON.parse(printGitlab(subject, options));

const issues = issuesOf(report);
const find = (rule: string): Issue | undefined => issues.find(({ check_name }) => check_name === rule);

const schemaFile = new URL('../../../shared/data/gitlab-codeclimate-item.json', import.meta.url);

test.skipIf(!existsSync(schemaFile))('valid against gitlab-codeclimate-item.json (needs ../shared/data)', () => {
  const validate = new Ajv({ strict: false }).compile(JSON.parse(readFileSync(schemaFile, 'utf8')));
  for (const issue of issues) {
    validate(issue);
    expect(validate.errors).toBeNull();
  }
});

test('severities are those of GitLab', () => {
  expect(find('checklist/open-items')?.severity).toBe('major');
  expect(find('docgate/hostile')?.severity).toBe('minor');
  expect(find('checklist/end')?.severity).toBe('info');
});

test('pending and waived findings stay, marked, as info', () => {
  expect(find('checklist/due')).toMatchObject({ severity: 'info', description: expect.stringMatching(/^pending: /) });
  expect(find('checklist/bare-command')).toMatchObject({ severity: 'info', description: expect.stringMatching(/^waived: /) });
});

test('a range up to the first column of a line ends on the line before', () => {
  expect(find('checklist/late-command')?.location.lines).toEqual({ begin: 13, end: 17 });
});

test('fingerprints are unique', () => {
  const [finding] = report.findings;
  if (finding === undefined) throw new Error('The fixture is empty.');
  const repeated = issuesOf({ ...report, findings: [finding, finding, finding] });
  expect(new Set(repeated.map(({ fingerprint }) => fingerprint)).size).toBe(3);
  expect(repeated[0]?.fingerprint).toBe(finding.fingerprint);
});

test('without findings it is an empty list', () => {
  expect(printGitlab(cleanReport, options)).toBe('[]\n');
});
