/** What the documents of a release say of it. */
import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../src/config/config.ts';
import { type ReleaseRecords, readRecords } from '../../src/flows/release-records.ts';
import type { Period } from '../../src/release/records.ts';
import { memoryTree } from '../../src/tree/memory.ts';

const recordsOf = async (files: Record<string, string>, period: Period = { until: '2026-01-09' }): Promise<ReleaseRecords> => {
  const tree = memoryTree(files);
  return readRecords({ tree, config: await loadConfig(tree), version: '1.4.0', period });
};

const approvals = (rows: string): string => `# Approvals\n\n| Role | Approver | Status | Date |\n|---|---|---|---|\n${rows}\n`;

const incident = (resolved: string): string =>
  `# INCIDENT-0002: Checkout fails\n\n**Severity**: high\n**Detected**: 2026-01-05 10:02 UTC\n${resolved}\n\n## Preventive Measures\n\n- [x] Test of the empty basket\n- [ ] Alert on 500s\n`;

describe('readRecords', () => {
  it('lists the approvals that stand', async () => {
    const { approvals: found } = await recordsOf({
      'docs/releases/1.4.0/approvals.md': approvals(
        [
          '| QA | @qa-lead | Approved | 2026-01-07 |',
          '| Security | @sec-lead | Pending | |',
          '| Engineering | @eng-lead | Approved | 2026-01-06 |',
          '| Engineering | @eng-lead | Revoked | 2026-01-07 |',
        ].join('\n'),
      ),
      'docs/releases/1.3.0/approvals.md': approvals('| QA | @old-lead | Approved | 2025-12-01 |'),
    });
    expect(found).toEqual([{ role: 'QA', person: '@qa-lead', date: '2026-01-07' }]);
  });

  it('leaves out an approval of content that has changed', async () => {
    const row = `| QA | @qa-lead | Approved | 2026-01-07 | docs/plan.md sha256:${'0'.repeat(64)} |`;
    const table = `# Approvals\n\n| Role | Approver | Status | Date | Subject |\n|---|---|---|---|---|\n${row}\n`;
    expect((await recordsOf({ 'docs/releases/v1.4.0/approvals.md': table, 'docs/plan.md': 'changed\n' })).approvals).toEqual([]);
  });

  it('counts the items of the checklists of this version only', async () => {
    const list = (version: string): string => `# Checklist\n\n**Version**: ${version}\n\n- [x] a\n- [ ] b\n- [~] c (no database)\n`;
    const { checklists } = await recordsOf({ 'RELEASE-CHECKLIST.md': list('v1.4.0'), 'docs/RELEASE-CHECKLIST.md': list('1.4.01') });
    expect(checklists).toEqual([{ path: 'RELEASE-CHECKLIST.md', title: 'Checklist', done: 1, notApplicable: 1, total: 3 }]);
  });

  it.each([
    ['2026-01-05 11:00 UTC', { after: '2025-12-10', until: '2026-01-09' }, 1],
    ['2026-01-05 11:00 UTC', { after: '2026-01-05', until: '2026-01-09' }, 1],
    ['2026-01-05 11:00 UTC', { after: '2026-01-06', until: '2026-01-09' }, 0],
    ['2026-01-05 11:00 UTC', { until: '2026-01-04' }, 0],
  ])('an incident resolved %s within %j: %i', async (resolved, period, count) => {
    const { incidents } = await recordsOf({ 'docs/incidents/INCIDENT-0002.md': incident(`**Resolved**: ${resolved}`) }, period);
    expect(incidents).toHaveLength(count);
    if (count === 1)
      expect(incidents[0]).toEqual({
        id: 'INCIDENT-0002',
        title: 'Checkout fails',
        path: 'docs/incidents/INCIDENT-0002.md',
        severity: 'high',
        resolved: '2026-01-05',
        measures: [
          { text: 'Test of the empty basket', done: true },
          { text: 'Alert on 500s', done: false },
        ],
      });
  });

  it('closes no incident that does not say when it was resolved', async () => {
    expect((await recordsOf({ 'docs/incidents/INCIDENT-0002.md': incident('') })).incidents).toEqual([]);
  });
});
