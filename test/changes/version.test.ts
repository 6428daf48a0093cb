/** Versions, held to the answers of the package semver. */
import { compare, compareBuild, prerelease, valid } from 'semver';
import { describe, expect, it } from 'vitest';
import { compareVersions, isPrerelease, isVersion, releaseTags, tagFor } from '../../src/changes/version.ts';
import { fc } from '../tooling/fast-check.ts';

const part = fc.oneof(fc.nat({ max: 12 }).map(String), fc.constantFrom('rc', 'beta', 'alpha', 'post1', '01', 'x-1', '-', '0a', ''));
const texts = fc
  .tuple(fc.array(fc.nat({ max: 11 }), { minLength: 2, maxLength: 4 }), fc.array(part, { maxLength: 3 }), fc.array(part, { maxLength: 2 }))
  .map(
    ([core, pre, build]) => `${core.join('.')}${pre.length > 0 ? `-${pre.join('.')}` : ''}${build.length > 0 ? `+${build.join('.')}` : ''}`,
  );

describe('versions', () => {
  it('are those of semver', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(isVersion(text)).toBe(valid(text) !== null);
      }),
      { numRuns: 2000 },
    );
    for (const text of ['v1.2.3', '1.2', '01.2.3', ' 1.2.3', '', '1.2.3-', `1.2.3-${'a'.repeat(300)}`]) expect(isVersion(text)).toBe(false);
  });

  it('have the order of semver', () => {
    const versions = texts.filter((text) => valid(text) !== null);
    fc.assert(
      fc.property(versions, versions, (a, b) => {
        expect(Math.sign(compareVersions(a, b))).toBe(compare(a, b) || Math.sign(compareBuild(a, b)));
        expect(isPrerelease(a)).toBe(prerelease(a) !== null);
      }),
      { numRuns: 2000 },
    );
    expect(compareVersions('1.0.0-post1', '1.0.0')).toBeLessThan(0);
    expect(compareVersions('1.0.0-rc10', '1.0.0-rc9')).toBeLessThan(0);
  });
});

describe('tags', () => {
  const tags = (...names: readonly string[]) => names.map((name) => ({ name, commit: 'c', at: 0 }));
  const named = (names: readonly string[], patterns: readonly string[], ignored: readonly string[] = []): string[] =>
    releaseTags(tags(...names), patterns, ignored).map(({ name }) => name);

  it('are read by patterns, highest version first, each version once', () => {
    const all = ['v1.9.0', 'v1.10.0', '1.10.0', 'v1.10.0-rc.2', 'v1.10.0-rc.10', 'latest', 'v2', 'api@3.0.0', 'xv1.0.0'];
    expect(named(all, ['v{version}', '{version}'])).toEqual(['v1.10.0', 'v1.10.0-rc.10', 'v1.10.0-rc.2', 'v1.9.0']);
    expect(named(all, ['api@{version}'])).toEqual(['api@3.0.0']);
    expect(named(all, ['*@{version}'])).toEqual(['api@3.0.0']);
    expect(named(all, ['v{version}'], ['v1.10*'])).toEqual(['v1.9.0']);
    expect(named(['a.b1.0.0', 'axb1.0.0'], ['a.b{version}'])).toEqual(['a.b1.0.0']);
  });

  it('are like the last one for a new version', () => {
    expect(tagFor('1.2.0', undefined, ['v{version}'])).toBe('v1.2.0');
    expect(
      tagFor('1.2.0', { ...tags('1.1.0')[0], name: '1.1.0', commit: 'c', at: 0, version: '1.1.0', prerelease: false }, ['v{version}']),
    ).toBe('1.2.0');
  });
});
