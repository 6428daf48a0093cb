import { describe, expect, test } from 'vitest';
import { parseVersion, versionIn } from '../../src/read/version.ts';

describe('the version that a heading names (conventions.md 13)', () => {
  test.each([
    ['[3.0.4] - 2026-05-22', '3.0.4'],
    ['26.7.1 (2026-08-18)', '26.7.1'],
    ['v3.5.34 (TBC)', '3.5.34'],
    ['Node and Miner v1.36.1 / 2026-06-30', '1.36.1'],
    ['0.16.4', '0.16.4'],
    ['[v0.0.9]', '0.0.9'],
    ['1.0.0-rc.1', '1.0.0-rc.1'],
    ['1.0.0+build.5', '1.0.0+build.5'],
    ['1.0.0-alpha.1+b', '1.0.0-alpha.1+b'],
    ['2.0', '2.0'],
    ['1.0rc1', '1.0rc1'],
    ['pkg@1.2.3', '1.2.3'],
    ['Unreleased', undefined],
    ['2026-05-22', undefined],
    ['Added', undefined],
    ['5', undefined],
    [`${'x '.repeat(30)}1.2.3`, undefined],
  ])('%j is %j', (title, version) => expect(versionIn(title)).toBe(version));
});

describe('the parts of a version', () => {
  test.each([
    ['1.2.3', { core: [1, 2, 3] }],
    ['2.0', { core: [2, 0] }],
    ['1.0.0-rc.1', { core: [1, 0, 0], prerelease: 'rc.1' }],
    ['1.0rc1', { core: [1, 0], prerelease: 'rc1' }],
    ['1.0.0-1', { core: [1, 0, 0], prerelease: '1' }],
    ['1.0.0+b', { core: [1, 0, 0] }],
    ['next', undefined],
  ])('%j', (text, expected) => expect(parseVersion(text)).toEqual(expected));
});
