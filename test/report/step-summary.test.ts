import { expect, test } from 'vitest';
import { writeSummary } from '../../src/report/step-summary.ts';
import { fc } from '../tooling/fast-check.ts';
import { cleanReport, crowdedReport, report } from './fixture.ts';

const most = 1024 * 1024;
const crowded = crowdedReport(3000);
const bytes = (text: string): number => Buffer.byteLength(text);

const countOf = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

test('a report that fits is whole', () => {
  const text = writeSummary(crowdedReport(1000), '') ?? '';
  expect(countOf(text, /^\| \d+:\d+ \|/gm)).toBe(3000);
  expect(text).not.toContain('more findings');
});

test('a report that does not fit is cut at a row, with a pointer to the rest', () => {
  const text = writeSummary(crowded, '') ?? '';
  expect(bytes(text)).toBeLessThanOrEqual(most);
  expect(bytes(text)).toBeGreaterThan(most * 0.9);
  const more = Number(/^(\d+) more findings: `docgate check --format json` tells them all$/m.exec(text)?.[1]);
  expect(countOf(text, /^\| \d+:\d+ \|/gm) + more).toBe(9000);
});

test('whatever stands there: never above 1 MiB, every element closed, nothing glued together', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: most + 10 }), fc.constantFrom('', '\n', '\n\n', 'é'), (size, tail) => {
      const before = 'x'.repeat(size) + tail;
      const text = writeSummary(crowded, before);
      if (text === undefined) {
        expect(bytes(before)).toBeGreaterThan(most - 5000);
        return;
      }
      const whole = before + text;
      expect(bytes(whole)).toBeLessThanOrEqual(most);
      expect(countOf(text, /<details/g)).toBe(countOf(text, /<\/details>/g));
      expect(whole).toMatch(/(^|\n\n)## docgate/);
    }),
    { numRuns: 12 },
  );
});

test('the hostile report and a clean one', () => {
  expect(writeSummary(report, '')).toContain('| --- |');
  expect(writeSummary(cleanReport, '')).toMatch(/^## docgate: ✓ passed/);
});
