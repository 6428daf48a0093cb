/** Documents made from the shipped templates that claim to be complete fail the check line by line until a person has filled them in, and then pass. */
import { describe, expect, it } from 'vitest';
import type { ShippedTemplate } from '../../src/generate/templates.ts';
import type { KindName } from '../../src/model/document.ts';
import type { Finding } from '../../src/model/finding.ts';
import { checkFiles } from '../checking.ts';
import { textOf } from './contexts.ts';

const scope = { commits: 42, filesChanged: 23, linesAdded: 1234, linesRemoved: 567, features: 3, fixes: 5 };

interface Case {
  readonly template: ShippedTemplate;
  readonly kind: KindName;
  readonly path: string;
  readonly context: object;
  /** The instant that counts as now: the day of the incident, when its root cause is not due yet. */
  readonly asOf?: string;
}

const cases: readonly Case[] = [
  {
    template: 'incident',
    kind: 'incident',
    path: 'docs/incidents/INCIDENT-0003-checkout.md',
    context: { id: 'INCIDENT-0003', title: 'Checkout returns 500' },
    asOf: '2026-01-05T12:00:00Z',
  },
  {
    template: 'incident',
    kind: 'incident',
    path: 'docs/incidents/INCIDENT-0004-search.md',
    asOf: '2026-01-05T12:00:00Z',
    context: {
      id: 'INCIDENT-0004',
      title: 'Search | `is` <b>slow</b>',
      date: '2026-01-05',
      severity: 'high',
      detected: '2026-01-05T10:02Z',
      deadlines: [{ label: 'Root cause analysis', due: '2026-01-06T10:02Z', within: '24 h' }],
    },
  },
  { template: 'release-checklist', kind: 'checklist', path: 'docs/releases/1.4.0/checklist.md', context: { version: '1.4.0' } },
  {
    template: 'release-checklist',
    kind: 'checklist',
    path: 'docs/releases/1.5.0/checklist.md',
    context: {
      version: '1.5.0',
      manager: '@release-lead',
      nextVersion: '1.6.0',
      roles: ['Engineering', 'QA', 'Operations'],
      commands: { test: 'npm test', deploy: 'make deploy', rollback: 'make rollback' },
    },
  },
  { template: 'hotfix-checklist', kind: 'checklist', path: 'docs/releases/1.4.1/hotfix-checklist.md', context: { version: '1.4.1' } },
  {
    template: 'approvals',
    kind: 'approvals',
    path: 'docs/releases/1.4.0/approvals.md',
    context: { version: '1.4.0', roles: [{ role: 'Engineering' }, { role: 'QA', person: '@qa-lead' }, { role: 'Operations' }] },
  },
  { template: 'release-metrics', kind: 'checklist', path: 'docs/releases/1.4.0/metrics.md', context: { version: '1.4.0', scope } },
];

/** What a person sees to be missing in a line. */
const gap = /- \[ \]|_{4,}|YYYY-MM-DD|HH:MM|\[describe |\[name\]|\[critical\||X minutes|#XXX|\| pending \|/i;

const people = ['@eng-lead', '@qa-lead', '@ops-lead', '@release-lead'];
const hours = ['10:02', '10:20', '10:34'];

interface Pen {
  signed: number;
  stamped: number;
}

const take = (from: readonly string[], count: number): string => from[count % from.length] ?? '';

const times: Readonly<Record<string, string>> = { Detected: '10:02', Reported: '10:40', Resolved: '10:34' };

/** The line as a person would fill it in. */
const filledIn = (line: string, pen: Pen): string =>
  line
    .replace('- [ ]', '- [x]')
    .replace('[name]', '@ops-lead')
    .replace(/\| (?:____|@[\w-]+) \| pending \| ____ \|/, () => `| ${take(people, pen.signed++)} | approved | 2026-01-09 |`)
    .replace(/^(\*\*(\w+)\*\*: )YYYY-MM-DD HH:MM/, (_, label: string, name: string) => `${label}2026-01-05 ${times[name]} UTC`)
    .replace(/^- (?:HH:MM|2026-01-05 10:02 UTC) - /, () => `- 2026-01-05 ${take(hours, pen.stamped++)} UTC - `)
    .replace('YYYY-MM-DD', '2026-01-05')
    .replace('[critical|high|medium|low]', 'high')
    .replace('X minutes', '32 minutes')
    .replace('#XXX', '#12')
    .replace(/\[describe [^\]]*\]/i, 'The connection pool was exhausted.')
    .replace(/^(.*\bDate:.*?)_{4,}/, '$12026-01-09')
    .replace(/^(.*\bmanager:.*?)_{4,}/i, '$1@release-lead')
    .replace(/_{4,}/, 'as planned');

// As drafts they are only pending.
const completed = (text: string): string => text.replace(/^(\*\*Status:?\*\*:? )Draft/m, '$1Complete');

const checked = ({ path, kind, asOf }: Case, text: string) => checkFiles({ [path]: text }, { paths: [path], kind, ...(asOf && { asOf }) });

const findingsOf = async (one: Case, text: string): Promise<readonly Finding[]> => (await checked(one, text)).report.findings;

const linesWith = (text: string, pattern: RegExp): number[] =>
  text.split('\n').flatMap((line, index) => (pattern.test(line) ? [index + 1] : []));

const isWrong = ({ severity, state }: Finding): boolean => severity === 'error' && state === 'failed';

// What is only pending, or cannot be told yet, is no gap.
const linesOf = (findings: readonly Finding[]): number[] =>
  [...new Set(findings.filter(isWrong).map(({ place }) => place.start.line))].sort((a, b) => a - b);

describe.each(cases)('$template: $path', (one) => {
  it('has a finding on every line that has to be filled in, and elsewhere on headings only', async () => {
    const text = completed(await textOf(one.template, one.context));
    const findings = await findingsOf(one, text);
    const gaps = linesWith(text, gap);
    expect(gaps.length).toBeGreaterThan(2);
    const found = linesOf(findings);
    expect(found.filter((line) => gaps.includes(line))).toEqual(gaps);
    const headings = linesWith(text, /^#/);
    expect(found.filter((line) => !gaps.includes(line) && !headings.includes(line))).toEqual([]);
  });

  it('loses them one by one, and passes when the last is gone', async () => {
    const lines = completed(await textOf(one.template, one.context)).split('\n');
    const pen: Pen = { signed: 0, stamped: 0 };
    const gaps: number[] = [];
    for (const [index, line] of lines.entries()) {
      if (gap.test(line)) {
        const found = linesOf(await findingsOf(one, lines.join('\n')));
        expect(found).toContain(index + 1);
        expect(found.filter((other) => gaps.includes(other))).toEqual([]);
        gaps.push(index + 1);
      }
      lines[index] = filledIn(line, pen);
    }
    const { report } = await checked(one, lines.join('\n'));
    expect(report.findings.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([]);
    expect(report.verdict).toBe('pass');
  }, 60_000);

  it.runIf(['incident', 'approvals', 'release-metrics'].includes(one.template))('starts as a draft, in which nothing fails', async () => {
    const { report } = await checked(one, await textOf(one.template, one.context));
    expect(linesOf(report.findings)).toEqual([]);
    expect(report.verdict).toBe('pending');
  });
});
