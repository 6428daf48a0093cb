/** Changelogs: releases with their groups, entries and links, in Keep a Changelog and other styles. */
import { releaseLinkShape, releaseShape, unreadReleaseShape } from '../model/parts/release.ts';
import { list, oneOf } from '../model/shape.ts';
import { changelogStyle } from '../read/changelog-style.ts';
import { lostHeadings } from '../read/lost-headings.ts';
import { reader } from '../read/reading.ts';
import { releaseLinks } from '../read/release-links.ts';
import { relatedReleases } from '../read/releases.ts';
import { unreadReleases } from '../read/unread-releases.ts';
import { kind } from './kind.ts';

export const changelog = kind('changelog', 'Changelogs: releases, newest first, each with its groups of entries.', {
  style: reader(oneOf(['keep-a-changelog', 'other'], 'The convention it follows.'), changelogStyle),
  releases: reader(list(releaseShape, 'The releases, in document order; unreleased changes among them.'), relatedReleases),
  unreadReleases: reader(list(unreadReleaseShape, 'Headings at the rank of releases in which no version can be read.'), unreadReleases),
  lostHeadings,
  releaseLinks: reader(list(releaseLinkShape, 'Link definitions that look like versions.'), releaseLinks),
});
