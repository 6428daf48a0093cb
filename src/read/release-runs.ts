/** Releases with the sections of their groups. */
import type { Outline, Section } from '../markdown/outline.ts';
import { releaseSections } from './release-sections.ts';

/** A release's section, and the sections of its groups. */
export interface ReleaseRun {
  readonly section: Section;
  readonly groups: readonly Section[];
}

// The headings of a release: those below it, or, where it has none, those of its own rank up to the next release.
// A patch may be headed one rank below the release before it: what follows its heading is its own.
export const releaseRuns = (outline: Outline): ReleaseRun[] => {
  const releases = new Set(releaseSections(outline));
  const all = outline.sections;
  return [...releases].map((section, index, { [index + 1]: next }) => {
    const inner = section.sections.filter((child) => !releases.has(child) && child.range.start < (next?.range.start ?? Infinity));
    if (inner.length > 0) return { section, groups: inner };
    const from = all.indexOf(section) + 1;
    const until = all.findIndex((other, place) => place >= from && (releases.has(other) || other.depth < section.depth));
    return { section, groups: all.slice(from, until < 0 ? undefined : until).filter(({ depth }) => depth === section.depth) };
  });
};
