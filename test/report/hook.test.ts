/** What a blocked commit says fits a screen, and hides nothing without saying so. */
import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import { printHook } from '../../src/report/hook.ts';
import { fc } from '../tooling/fast-check.ts';
import { crowdedReport, options, report } from './fixture.ts';

const rows = (text: string, width: number): number =>
  stripVTControlCharacters(text)
    .replace(/\n$/, '')
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / width)), 0);

const crowd = crowdedReport(1);
const one = { ...crowd, findings: crowd.findings.filter(({ severity }) => severity === 'error').slice(0, 1), files: [] };

test('a single finding is told in full', () => {
  const text = printHook(one, { ...options, quiet: true });
  expect(text).toContain('^');
  expect(text).not.toContain('more finding');
});

test('any number of findings fits 24 rows; what does not fit is counted', () => {
  const counted = fc.record({
    count: fc.integer({ min: 1, max: 200 }),
    width: fc.integer({ min: 60, max: 250 }),
    length: fc.integer({ min: 1, max: 900 }),
  });
  fc.assert(
    fc.property(counted, ({ count, width, length }) => {
      const [finding] = one.findings;
      if (finding === undefined) throw new Error('the fixture holds no error');
      const findings = Array.from({ length: count }, (_, index) => ({ ...finding, message: `<${index}> ${'word '.repeat(length / 5)}` }));
      const text = printHook({ ...one, findings }, { ...options, sources: new Map(), color: false, quiet: true, width });
      expect(rows(text, width)).toBeLessThanOrEqual(24);
      const shown = findings.filter((_, index) => text.includes(`<${index}>`)).length;
      const more = Number(/and (\d+) more findings?: docgate check --staged/.exec(text)?.[1] ?? 0);
      expect(shown).toBeGreaterThan(0);
      expect(shown + more).toBe(count);
    }),
  );
});

test('errors are listed, and nothing that does not block', () => {
  const text = printHook(report, { ...options, color: false, quiet: true });
  expect(text).toMatch(/and \d+ more finding|checklist\/open-items/);
  expect(text).not.toContain('Agreed in');
  expect(text).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u202E]/);
});

test('it says how to go on', () => {
  const text = printHook(report, options);
  for (const command of ['git add', 'docgate tick', 'docgate explain', 'docgate check --staged', '--no-verify'])
    expect(text).toContain(command);
});

test('it offers to tick only where an item is open', () => {
  const [finding] = one.findings;
  if (finding === undefined) throw new Error('the fixture holds no error');
  const saying = (rule: string): string => printHook({ ...one, findings: [{ ...finding, rule }] }, options);
  expect(saying('checklist/open-items')).toContain('docgate tick FILE:LINE --not-applicable');
  expect(saying('approvals/stale-approval')).not.toContain('docgate tick');
});

test('a verdict that no error explains lists what is due', () => {
  const findings = one.findings.map((finding) => ({ ...finding, severity: 'warning' as const, message: 'Cannot be told.' }));
  expect(printHook({ ...one, verdict: 'indeterminate', findings }, { ...options, sources: new Map(), quiet: true, width: 40 })).toContain(
    'Cannot be told.',
  );
});
