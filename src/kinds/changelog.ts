/** Changelogs: releases with their groups, entries and links, in Keep a Changelog and other styles. */
import { list, oneOf } from '../model/shape.ts';
import { changelogStyle } from '../read/changelog-style.ts';
import { lostHeadings } from '../read/lost-headings.ts';
import { reader } from '../read/reading.ts';
import { releaseLinkShape, releaseLinks } from '../read/release-links.ts';
import { relatedReleases, releaseShape } from '../read/releases.ts';
import { unreadReleaseShape, unreadReleases } from '../read/unread-releases.ts';
import { kind } from './kind.ts';

export const changelog = kind('changelog', 'Changelogs: releases, newest first, each with its groups of entries.', {
  style: reader(oneOf(['keep-a-changelog', 'other'], 'The convention it follows.'), changelogStyle),
  releases: reader(list(releaseShape, 'The releases, in document order; unreleased changes among them.'), relatedReleases),
  unreadReleases: reader(unreadReleaseShape, unreadReleases),
  lostHeadings,
  releaseLinks: reader(list(releaseLinkShape, 'Link definitions that look like versions.'), releaseLinks),
});
