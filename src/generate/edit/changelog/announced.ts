/** Announced releases: `## 1.2.0 (unreleased)` gets its date. */
import { rangeOfNode } from '../../../markdown/nodes.ts';
import { unreleasedTitle } from '../../../read/releases.ts';
import type { NewSection } from '../changelog-section.ts';
import type { Splice } from '../splice.ts';
import { headingWords } from './heading-mark.ts';
import type { Block, Log } from './log.ts';

const announcement = /(?<=[-–—(/\s])(?:unreleased|tbc|tbd|in progress|upcoming)(?=\)?\s*$)/i;

/** The splice that sets the date of an announced version where the heading says that it is not released. */
export const announcedDate = ({ source }: Log, { heading, release }: Block, { version, date }: NewSection): Splice[] => {
  if (version === undefined || date === undefined || release.unreleased !== true || unreleasedTitle.test(release.title)) return [];
  const words = headingWords(source, heading);
  const found = announcement.exec(words);
  const first = heading.children[0];
  if (found === null || first === undefined) return [];
  const start = rangeOfNode(first).start + found.index;
  return [{ start, end: start + found[0].length, text: date }];
};
