import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isFailing, relax } from '../../../src/setup/init/relax.ts';
import { repositoryFolder } from '../../cli/run.ts';
import { findingOf } from './proposal.ts';

const group = { glob: 'docs/*.md', kind: 'checklist', paths: ['docs/a.md', 'docs/b.md'] } as const;
const nobody = new Set<string>();

describe('relax', () => {
  it('relaxes what fails, by group and rule, and says where', () => {
    const findings = [
      findingOf({ line: 3 }),
      findingOf({ line: 3, pointer: '/1' }),
      findingOf({ line: 9 }),
      findingOf({ path: 'docs/b.md', line: 2 }),
      findingOf({ path: 'docs/b.md', line: 5, rule: 'checklist/blank-field' }),
      findingOf({ path: 'other.md' }),
    ];
    const other = { glob: 'other.md', kind: 'checklist', paths: ['other.md'] } as const;
    const { groups, kept } = relax([group, other], findings, nobody);
    expect(groups.map(({ relaxed }) => relaxed)).toEqual([
      [
        { rule: 'checklist/blank-field', severity: 'warning', places: ['docs/b.md:5'], files: 1 },
        { rule: 'checklist/open-items', severity: 'warning', places: ['docs/a.md:3', 'docs/a.md:9', 'docs/b.md:2'], files: 2 },
      ],
      [{ rule: 'checklist/open-items', severity: 'warning', places: ['other.md:1'], files: 1 }],
    ]);
    expect(kept).toEqual([]);
  });

  it('leaves alone what does not fail a run', () => {
    const waived = { reason: 'r', owner: '@o', expires: '2027-01-01', origin: 'document' } as const;
    const findings = [findingOf({ severity: 'warning' }), findingOf({ state: 'pending' }), findingOf({ waived })];
    expect(findings.some(isFailing)).toBe(false);
    expect(relax([group], findings, nobody).groups[0]?.relaxed).toEqual([]);
    expect(isFailing(findingOf({ state: 'indeterminate' }))).toBe(true);
  });

  it('switches steps off only where nobody ticks them', () => {
    const steps = { glob: 'docs/process.md', kind: 'process', paths: ['docs/process.md'] } as const;
    const findings = [findingOf({ rule: 'process/open-items', path: 'docs/process.md' })];
    expect(relax([steps], findings, nobody).groups[0]?.relaxed[0]?.severity).toBe('off');
    expect(relax([steps], findings, new Set(['docs/process.md'])).groups[0]?.relaxed[0]?.severity).toBe('warning');
  });
});

const shippedRules = readdirSync(`${repositoryFolder}policies`).flatMap((name) => {
  const policy = JSON.parse(readFileSync(`${repositoryFolder}policies/${name}`, 'utf8'));
  return Object.entries<{ waivable?: boolean; description: string }>(policy.rules).map(([rule, { waivable, description }]) => ({
    id: `${policy.name}/${rule}`,
    guards:
      waivable === false ||
      /can be read$|is one that Markdown reads|no merge conflict|^A .* (?:has|holds) (?:items|sign-offs|releases)\.$/i.test(
        description.replace(/\.$/, ''),
      ),
  }));
});

describe('what guards against silence', () => {
  it.each(shippedRules.filter(({ guards }) => guards).map(({ id }) => id))('%s is never relaxed', (rule) => {
    const { groups, kept } = relax([group], [findingOf({ rule })], nobody);
    expect(groups[0]?.relaxed).toEqual([]);
    expect(kept).toHaveLength(1);
  });
});
