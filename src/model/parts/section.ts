/** Headings and what stands below them. */
import { boolean, integer, list, object, type Static, string } from '../shape.ts';

export const sectionShape = object(
  'A heading and what stands below it.',
  {
    title: string('The heading as rendered.'),
    slug: string('The anchor that links to it name.'),
    depth: integer('The rank of the heading, 1 to 6.'),
    path: list(string('A title.'), 'Titles from the outermost section to this one.'),
    prose: string('Its own paragraphs as text.'),
  },
  { empty: boolean('Nothing stands below it.') },
);

export type SectionModel = Static<typeof sectionShape>;
