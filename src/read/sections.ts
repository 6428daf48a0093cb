/** Sections and title: the outline as data. */
import { plain, rangeOfNode } from '../markdown/nodes.ts';
import { headingRange, type Outline, type Section } from '../markdown/outline.ts';
import { at } from '../model/located.ts';
import { sectionShape } from '../model/parts/section.ts';
import { list, string } from '../model/shape.ts';
import type { Source } from '../model/source.ts';
import { perhaps, reader } from './reading.ts';
import { saysIn } from './unsaid.ts';

const proseOf = (section: Section): string =>
  section.body
    .filter((node) => node.type === 'paragraph')
    .map((node) => plain(node))
    .join('\n');

/** Nothing is said in the section or below it: comments, rules, blanks, promises and template marks do not count. */
export const isEmptySection = (section: Section, source: Source): boolean =>
  !section.body.some((block) => saysIn(source, block)) && section.sections.every((inner) => isEmptySection(inner, source));

export const sections = reader(list(sectionShape, 'All headings, in document order.'), (outline: Outline) =>
  outline.sections
    .filter((section) => section.heading !== undefined)
    .map((section) =>
      at(headingRange(section), {
        title: section.title,
        slug: section.slug,
        depth: section.depth,
        path: section.path,
        prose: proseOf(section),
        ...(isEmptySection(section, outline.source) && { empty: true }),
      }),
    ),
);

export const title = perhaps(string('The first first-level heading; without one, the first heading.'), (outline: Outline) => {
  const headed = outline.sections.filter((section) => section.heading !== undefined);
  const first = headed.find((section) => section.depth === 1) ?? headed[0];
  return first?.heading === undefined ? undefined : at(rangeOfNode(first.heading), first.title);
});
