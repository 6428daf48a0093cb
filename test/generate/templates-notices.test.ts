/** Notices and other texts that nobody fills in, as they are sent: with everything known, and with the least. */
import { describe, expect, it } from 'vitest';
import { noticeNames, type ShippedTemplate } from '../../src/generate/templates.ts';
import { textOf } from './contexts.ts';

const notice = {
  version: '1.4.0',
  previousVersion: '1.3.2',
  environment: 'production',
  branch: 'develop',
  owner: '@release-lead',
  window: { from: '2026-01-08T17:00:00-05:00', to: '2026-01-09T16:00:00-05:00' },
  reason: 'error rate at 6 % after the deployment',
  eta: 'PT10M',
  deployed: '2026-01-09T14:00:00-05:00',
  duration: 'PT15M',
  downtime: 'PT0M',
  features: ['Search by asset tag', '`--json` for exports, thanks to @octo-dev'],
  fixes: ['Registering an asset no longer fails on names with a | or <'],
  performance: ['API answers 20 % faster'],
  nextSteps: ['Find out why the pool was exhausted', 'Release 1.4.1 with the fix'],
  notesUrl: 'https://example.com/releases/v1.4.0',
  incident: 'INCIDENT-0003',
};

const change = {
  text: 'export assets as JSON',
  breaking: false,
  notes: [],
  pulls: [],
  issues: [],
  commits: ['0123456789abcdef0123456789abcdef01234567'],
  authors: [],
};
const groups = [
  {
    title: 'Added',
    changes: [
      {
        ...change,
        scope: 'cli',
        pulls: [
          { number: 12, url: 'https://example.com/pull/12' },
          { repository: 'octo/ui', number: 3 },
        ],
      },
    ],
  },
  {
    title: 'Changed',
    changes: [
      {
        ...change,
        text: 'rename `old_name` to `new_name`',
        breaking: true,
        notes: ['Call `new_name` from now on.\n\nThe old name is gone.'],
      },
    ],
  },
  { title: 'Removed', changes: [] },
  { title: 'Fixed', changes: [{ ...change, text: '**Kept** as [written](https://example.com)', markdown: true }] },
];
const contributors = [{ name: 'Octo Dev', email: 'octo@example.com', handle: '@octo-dev', first: true }];
const links = [{ label: '1.4.0', url: 'https://example.com/compare/v1.3.2...v1.4.0' }];
const release = { version: '1.4.0', date: '2026-01-09', groups, contributors, compareUrl: 'https://example.com/compare/v1.3.2...v1.4.0' };
const approvals = [
  { role: 'QA', person: '@qa-lead', date: '2026-01-08' },
  { role: 'Operations', person: '@ops-lead' },
];
const checklists = [{ path: 'docs/releases/1.4.0/checklist.md', title: 'Release 1.4.0 checklist', done: 50, notApplicable: 3, total: 53 }];
const breaking = [{ text: '`old_name` is gone', migration: 'Call `new_name`.\n\nNothing else changes.' }];

const texts: readonly { readonly template: ShippedTemplate; readonly full: object; readonly least: object }[] = [
  ...noticeNames.map((template) => ({ template, full: notice, least: { version: '1.4.0' } })),
  { template: 'changelog-section', full: { ...release, links }, least: { groups: [], contributors: [] } },
  {
    template: 'release-notes',
    full: {
      ...release,
      links,
      summary: 'Assets can be exported.\n\nMind the renamed function.',
      highlights: ['Exports as JSON'],
      breaking,
      incidents: [
        {
          id: 'INCIDENT-0003',
          title: 'Checkout returned 500',
          path: 'docs/incidents/INCIDENT-0003.md',
          severity: 'high',
          resolved: '2026-01-05',
          measures: [
            { text: 'A test orders without an address', done: true },
            { text: 'The canary watches the checkout', done: false },
          ],
        },
      ],
      approvals,
      checklists,
      metrics: {
        scope: { commits: 42, filesChanged: 23, linesAdded: 1234, linesRemoved: 567, features: 3, fixes: 5 },
        tests: { passed: 234, total: 234 },
        coverage: 85.5,
      },
    },
    least: { version: '1.4.0', groups: [], contributors: [] },
  },
  {
    template: 'pull-request',
    full: {
      version: '1.4.0',
      previousVersion: '1.3.2',
      base: 'main',
      head: 'release/v1.4.0',
      groups,
      breaking,
      approvals,
      checklists,
      reviewers: ['@eng-lead', '@octo/qa'],
      rollback: 'Run `make rollback`.',
    },
    least: { version: '1.4.0', groups: [] },
  },
];

describe.each(texts)('$template', ({ template, full, least }) => {
  it('with everything known', async () => {
    await expect(await textOf(template, full)).toMatchFileSnapshot(`golden/${template}.md`);
  });
  it('with the least', async () => {
    await expect(await textOf(template, least)).toMatchFileSnapshot(`golden/${template}.least.md`);
  });
});
