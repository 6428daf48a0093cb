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
    ['1.0.dev3', '1.0.dev3'],
    ['1.0.post1 (2026-01-05)', '1.0.post1'],
    ['1.0.post1.dev2', '1.0.post1.dev2'],
    ['4.1.0.Beta2', '4.1.0.Beta2'],
    ['4.1.0.CR1', '4.1.0.CR1'],
    ['1.1.1w', '1.1.1w'],
    ['1.2.0 RC2', '1.2.0 RC2'],
    ['Version 1.2.0 beta 3 - 2026-01-05', '1.2.0 beta 3'],
    ['1.2.0 RC 2026-01-05', '1.2.0 RC'],
    ['[1.2.0 Alpha1] (2026-01-05)', '1.2.0 Alpha1'],
    ['1.2.0 (RC2)', '1.2.0 (RC2)'],
    ['1.2.0 (beta)', '1.2.0'],
    ['1.2.0 beta programme', '1.2.0'],
    ['1.2.0 Update', '1.2.0'],
    ['1.5s to start', undefined],
    ['05.02.2026', undefined],
    ['5.2.2026 - 1.2.0', '1.2.0'],
    ['v26.7.2026', '26.7.2026'],
    ['2026.02.05', '2026.02.05'],
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
    ['1.0.post1', { core: [1, 0], prerelease: 'post1' }],
    ['1.2.0 RC2', { core: [1, 2, 0], prerelease: 'RC2' }],
    ['1.2.0 (beta 3)', { core: [1, 2, 0], prerelease: 'beta 3' }],
    ['1.1.1w', { core: [1, 1, 1], prerelease: 'w' }],
    ['next', undefined],
  ])('%j', (text, expected) => expect(parseVersion(text)).toEqual(expected));
});
