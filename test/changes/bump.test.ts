/** The next version. */
import { describe, expect, it } from 'vitest';
import { type BumpPolicy, defaultBump, suggestBump } from '../../src/changes/bump.ts';
import type { Change } from '../../src/model/changes.ts';

const change = (breaking: boolean): Change => ({ text: 'x', breaking, notes: [], pulls: [], issues: [], commits: [], authors: [] });

const next = (
  current: string | undefined,
  titles: readonly string[],
  other: { policy?: Partial<BumpPolicy>; prerelease?: string; versions?: string[] } = {},
): string | undefined =>
  suggestBump({
    ...(current !== undefined && { current }),
    changes: { groups: titles.map((title) => ({ title: title.replace('!', ''), changes: [change(title.endsWith('!'))] })) },
    policy: { ...defaultBump, ...other.policy },
    versions: other.versions ?? [],
    ...(other.prerelease !== undefined && { prerelease: other.prerelease }),
  }).next;

describe('the next version', () => {
  it.each([
    ['1.2.3', ['Fixed'], '1.2.4'],
    ['1.2.3', ['Fixed', 'Added'], '1.3.0'],
    ['1.2.3', ['Changed!'], '2.0.0'],
    ['1.2.3', ['Removed'], '1.3.0'],
    ['1.2.3', [], undefined],
    ['0.2.3', [], undefined],
    [undefined, [], '0.1.0'],
    ['0.2.3', ['Added'], '0.3.0'],
    ['0.2.3', ['Added!'], '0.3.0'],
    [undefined, ['Added'], '0.1.0'],
  ])('%s with %j is %s', (current, titles, expected) => {
    expect(next(current, titles)).toBe(expected);
  });

  it('follows the policy below 1.0.0', () => {
    expect(next('0.2.3', ['Fixed!'], { policy: { zero: 'major' } })).toBe('1.0.0');
    expect(next('0.2.3', ['Fixed!'], { policy: { zero: 'patch' } })).toBe('0.2.4');
    expect(next('0.2.3', ['Added'], { policy: { zeroFeature: 'patch' } })).toBe('0.2.4');
    expect(next('1.2.3', ['Added'], { policy: { zeroFeature: 'patch', zero: 'patch' } })).toBe('1.3.0');
  });

  it('numbers prereleases behind those that exist', () => {
    expect(next('1.2.3', ['Added'], { prerelease: 'rc' })).toBe('1.3.0-rc.1');
    expect(next('1.2.3', ['Added'], { prerelease: 'rc', versions: ['1.3.0-rc.1', '1.3.0-rc.10', '1.3.0-beta.20', '1.2.4-rc.30'] })).toBe(
      '1.3.0-rc.11',
    );
  });

  it('gives its reasons, the most weighty first', () => {
    const { level, reasons } = suggestBump({
      current: '1.0.0',
      changes: {
        groups: [
          { title: 'Added', changes: [change(false)] },
          { title: 'Fixed', changes: [change(true), change(false)] },
        ],
      },
      policy: defaultBump,
      versions: [],
    });
    expect(level).toBe('major');
    expect(reasons.map((reason) => `${reason.level} ${reason.title}`)).toEqual(['major Fixed', 'minor Added', 'patch Fixed']);
  });
});
