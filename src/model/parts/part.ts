/** What a document says under a name. */
import { boolean, object, type Static, string } from '../shape.ts';

export const partShape = object(
  'What is said under a name, in whatever form.',
  { title: string('The heading or label as written.') },
  { text: string('Its paragraphs as text.'), empty: boolean('Nothing is said there.') },
);

export type PartModel = Static<typeof partShape>;
