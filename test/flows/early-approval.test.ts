/** Decisions dated before the first commit of what they are about: on real repositories, with the history people make of it. */
import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../src/config/config.ts';
import { contentDigest } from '../../src/facts/digest.ts';
import { check } from '../../src/flows/check.ts';
import type { Finding } from '../../src/model/finding.ts';
import { diskTree } from '../../src/tree/disk.ts';
import { at, commitAt, moment } from '../facts/history.ts';
import { git, isolated, repository, write } from '../tree/sandbox.ts';

const plan = '# Plan\n\n- [x] a\n';

const digest = contentDigest(new TextEncoder().encode(plan));

const files = (date: string, subject: string): Record<string, string> => ({
  'plan.md': plan,
  'approvals.md': `# Approvals\n\n| Role | Name | Decision | Date | Subject |\n|---|---|---|---|---|\n| QA | @qa | approved | ${date} | ${subject} |\n`,
});

const earlyIn = async (root: string): Promise<readonly Finding[]> => {
  const tree = diskTree(root);
  const { report } = await check({
    tree,
    config: await loadConfig(tree),
    paths: ['approvals.md'],
    policies: [],
    now: '2026-01-20T12:00:00.000Z',
    tool: { name: 'docgate', version: '0' },
    git: { root, env: isolated },
  });
  return report.findings.filter(({ rule }) => rule === 'approvals/early-approval');
};

describe('approvals/early-approval', () => {
  it('accepts what is signed first and committed then', async () => {
    const root = repository();
    commitAt(root, at('6 10:01'), files('2026-01-06T10:00Z', `plan.md ${digest}`));
    expect(await earlyIn(root)).toEqual([]);
  });

  it('accepts what is squashed or imported much later, where a digest binds it', async () => {
    const root = repository();
    commitAt(root, at('9 10:00'), files('2025-12-01', `plan.md ${digest}`));
    expect(await earlyIn(root)).toEqual([]);
  });

  it('goes by the day on which the author wrote, which a rebase keeps', async () => {
    const root = repository();
    write(root, files('2026-01-02', 'plan.md'));
    git(root, ['add', '-A'], isolated);
    git(root, ['commit', '-q', '-m', 'x'], { ...at('9 10:00'), GIT_AUTHOR_DATE: moment('2 09:00') });
    expect(await earlyIn(root)).toEqual([]);
  });

  it('goes by any commit that shows the file, whatever the clocks said', async () => {
    const root = repository();
    commitAt(root, at('9 10:00'), { ...files('2026-01-02', 'plan.md'), 'plan.md': 'Plan\n' });
    git(root, ['add', '-A'], isolated);
    commitAt(root, at('2 10:00'), { 'plan.md': plan });
    expect(await earlyIn(root)).toEqual([]);
  });

  it('warns where nothing binds a decision of days before, and says what is known', async () => {
    const root = repository();
    commitAt(root, at('9 10:00'), files('2026-01-02', 'plan.md'));
    const [finding] = await earlyIn(root);
    expect(finding).toMatchObject({
      severity: 'warning',
      message: 'QA decided 2026-01-02, but what it is about was first committed 2026-01-09T10:00:00Z.',
    });
    expect(finding?.fix).toContain('docgate sign');
  });
});
