import { describe, expect, it } from 'vitest';
import { outlineOf } from '../../src/markdown/outline.ts';
import { sourceOfText } from '../../src/model/source.ts';
import { isPackageName, packagesOf } from '../../src/read/release-packages.ts';
import { releaseRuns } from '../../src/read/releases.ts';

const packagesIn = (text: string) => packagesOf(releaseRuns(outlineOf(sourceOfText('CHANGELOG.md', text))).map(({ section }) => section));

describe('packages of releases', () => {
  it('are the names above them', () => {
    expect(packagesIn('# Changelog\n\n## @shop/core\n\n### 1.1.0\n\n### 1.0.0\n\n## shop-cli\n\n### 2.0.0\n')).toEqual([
      '@shop/core',
      '@shop/core',
      'shop-cli',
    ]);
  });

  it('are none where there is only one, or where the names are those of times', () => {
    expect(packagesIn('# @shop/core\n\n## 1.1.0\n\n## 1.0.0\n')).toEqual([undefined, undefined]);
    expect(packagesIn('# Changelog\n\n## Current\n\n### 1.1.0\n\n## Older\n\n### 1.0.0\n')).toEqual([undefined, undefined]);
  });

  it.each(['@shop/core', '`shop`', 'apps/shop', 'shop-core'])('may be called %s', (name) => expect(isPackageName(name)).toBe(true));
  it.each(['Changelog', 'change-log', 'release-notes', 'Older releases'])('are not called %s', (name) =>
    expect(isPackageName(name)).toBe(false),
  );
});
