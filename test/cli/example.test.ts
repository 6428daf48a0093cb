/** The example repository tells its whole story: a release, an incident, a late cause, a stale approval, a waiver. */
import { describe, expect, it } from 'vitest';
import { docgate } from './run.ts';

interface Told {
  readonly rule: string;
  readonly path: string;
  readonly state: string;
  readonly severity: string;
  readonly start: { readonly line: number };
  readonly waived?: { readonly owner: string };
}

const report = (): { verdict: string; findings: Told[] } =>
  JSON.parse(docgate(['check', '--cwd', 'docs/examples/webshop', '--as-of', '2026-01-08T12:00:00Z', '--no-git', '-f', 'json']).stdout);

const told = ({ path, start, rule, state, severity, waived }: Told): string =>
  `${path.replace(/^docs\//, '')}:${start.line} ${rule} ${waived === undefined ? (state === 'failed' ? severity : state) : `waived by ${waived.owner}`}`;

describe('the example repository', () => {
  it('tells what is open, late, stale and waived', async () => {
    const { verdict, findings } = report();
    expect(verdict).toBe('fail');
    await expect(`${findings.map(told).join('\n')}\n`).toMatchFileSnapshot('golden/webshop.txt');
  });

  it.each([
    ['a late root cause', 'incident/rca-overdue', 'late'],
    ['a cause that is missing', 'incident/rca-overdue', 'failed'],
    ['a promised test that is not due', 'incident/test-overdue', 'pending'],
    ['an approval of other content', 'approvals/stale-approval', 'failed'],
    ['a second role of one person', 'approvals/same-person-twice', 'failed'],
    ['a box that is none', 'checklist/malformed-box', 'failed'],
    ['an item of the template that is gone', 'checklist/missing-item', 'failed'],
  ])('%s', (_, rule, state) =>
    expect(report().findings.map((finding) => `${finding.rule} ${finding.state}`)).toContain(`${rule} ${state}`),
  );

  it('a waived item, still to be seen', () => {
    expect(report().findings.filter(({ waived }) => waived !== undefined)).toMatchObject([
      { rule: 'checklist/open-items', waived: { owner: '@ops-lead' } },
    ]);
    expect(docgate(['check', '--cwd', 'docs/examples/webshop', '--as-of', '2026-01-08T12:00:00Z', '--no-git']).stdout).toContain(
      '@ops-lead',
    );
  });

  it('a waiver that has expired no longer excuses', () => {
    const { stdout } = docgate(['check', '--cwd', 'docs/examples/webshop', '--as-of', '2026-03-01T12:00:00Z', '--no-git', '-f', 'json']);
    expect((JSON.parse(stdout).findings as Told[]).map(({ rule }) => rule)).toContain('checklist/expired-waiver');
  });
});
