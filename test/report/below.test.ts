import { expect, test } from 'vitest';
import { below } from '../../src/report/below.ts';
import { report } from './fixture.ts';

test('every path moves: of files, findings and what they are related to', () => {
  const moved = below('packages/shop', report);
  const paths = [
    ...moved.files.map(({ path }) => path),
    ...moved.findings.flatMap(({ place, related }) => [place.path, ...related.map((other) => other.place.path)]),
  ];
  expect(paths.length).toBeGreaterThan(report.files.length + report.findings.length);
  for (const path of paths) expect(path).toMatch(/^packages\/shop\//);
});

test('in the top folder nothing moves', () => {
  expect(below('', report)).toBe(report);
});

test('fingerprints stay, wherever the report is looked at from', () => {
  expect(below('a', report).findings.map(({ fingerprint }) => fingerprint)).toEqual(report.findings.map(({ fingerprint }) => fingerprint));
});
