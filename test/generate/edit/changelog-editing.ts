/** What tests of changelog edits share: sections, the edit as text, and the reading back. */

import { type ChangelogEdit, type MergeOptions, mergeChangelog } from '../../../src/generate/edit/changelog-merge.ts';
import type { NewEntry, NewSection } from '../../../src/generate/edit/changelog-section.ts';
import { applySplices } from '../../../src/generate/edit/splice.ts';
import { outlineOf } from '../../../src/markdown/outline.ts';
import { unzip } from '../../../src/model/located.ts';
import type { Release } from '../../../src/model/parts/release.ts';
import { sourceOfText } from '../../../src/model/source.ts';
import { readReleases } from '../../../src/read/releases.ts';

export const path = 'CHANGELOG.md';

export const entry = (text: string, ...keys: readonly string[]): NewEntry => ({ text, keys });

type Entries = Readonly<Record<string, readonly NewEntry[]>>;

const compare = 'https://example.com/shop/compare';

/** A section of a version, with the links that belong to it. */
export const release = (version: string, groups: Entries, previous = '1.0.0'): NewSection => ({
  version,
  date: '2026-01-05',
  groups: Object.entries(groups).map(([title, entries]) => ({ title, entries })),
  links: [
    { label: 'unreleased', url: `${compare}/v${version}...HEAD` },
    { label: version, url: `${compare}/v${previous}...v${version}` },
  ],
});

/** A section of what is not released yet. */
export const upcoming = (groups: Entries): NewSection => ({
  groups: Object.entries(groups).map(([title, entries]) => ({ title, entries })),
  links: [{ label: 'unreleased', url: `${compare}/v1.0.0...HEAD` }],
});

export const merge = (text: string, sections: readonly NewSection[], options?: MergeOptions): ChangelogEdit =>
  mergeChangelog(sourceOfText(path, text), sections, options);

/** The whole text after the merge. */
export const merged = (text: string, ...sections: readonly NewSection[]): string =>
  applySplices(sourceOfText(path, text), merge(text, sections).splices);

/** The releases, each by itself: what they tell of each other changes with every release. */
export const releasesOf = (text: string): readonly Release[] =>
  unzip(readReleases(outlineOf(sourceOfText(path, text)))).data as readonly Release[];

/** The releases without what new link definitions change. */
export const unlinked = (releases: readonly Release[]): readonly Omit<Release, 'link'>[] => releases.map(({ link: _, ...rest }) => rest);

/** Lines without their endings. */
export const plainLines = (text: string): string[] => text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);

/** Whether all of the first stand in the second, in order. */
export const isSubsequence = (parts: readonly string[], whole: readonly string[]): boolean => {
  let next = 0;
  for (const part of whole) if (next < parts.length && part === parts[next]) next += 1;
  return next === parts.length;
};
