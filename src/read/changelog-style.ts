/** The convention that a changelog follows. */
import type { Outline } from '../markdown/outline.ts';
import { isKnownGroup } from './group-titles.ts';
import { releaseSections } from './release-sections.ts';
import { linkOf } from './releases.ts';

/** Keep a Changelog when it says so, or when its releases are bracketed and its groups are the six. */
export const changelogStyle = (outline: Outline): 'keep-a-changelog' | 'other' => {
  if (/keepachangelog\.com|keep a changelog/i.test(outline.source.text)) return 'keep-a-changelog';
  const releases = releaseSections(outline);
  const groups = releases.flatMap((section) => section.sections.map(({ title }) => title));
  const bracketed = releases.filter((section) => linkOf(section) !== undefined && /^\[?/.test(section.title)).length;
  const known = groups.filter(isKnownGroup).length;
  return releases.length > 0 && groups.length > 0 && known * 2 > groups.length && bracketed * 2 >= releases.length
    ? 'keep-a-changelog'
    : 'other';
};
