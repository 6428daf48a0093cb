/** Headings that are meant to name a release and cannot be read. */
import { rangeOfNode } from '../markdown/nodes.ts';
import { bodyNodes, type Outline, type Section } from '../markdown/outline.ts';
import { at, type Tree } from '../model/located.ts';
import { releaseSections } from './release-sections.ts';
import { resemblesRelease } from './unread-titles.ts';

// "## 0.9.x" above "See changelogs/0.9.md": nothing is lost, for it stands elsewhere.
const pointsElsewhere = (section: Section): boolean =>
  section.sections.length === 0 &&
  section.body.every(({ type }) => type === 'paragraph' || type === 'definition') &&
  [...bodyNodes(section)].some(({ node }) => node.type === 'link' || node.type === 'linkReference');

/** Headings at the rank of releases, below the first of them, that are meant to name a release and cannot be read. */
export const unreadReleases = (outline: Outline): Tree<{ title: string }>[] => {
  const releases = new Set(releaseSections(outline));
  const depths = new Set([...releases].map(({ depth }) => depth));
  return outline.sections
    .filter(
      (section) => depths.has(section.depth) && !releases.has(section) && resemblesRelease(section.title) && !pointsElsewhere(section),
    )
    .flatMap((section) => (section.heading === undefined ? [] : [at(rangeOfNode(section.heading), { title: section.title })]));
};
