/** Links, images and code blocks. */
import { boolean, list, object, oneOf, type Static, string } from '../shape.ts';

export const linkShape = object(
  'A link or image.',
  {
    text: string('What is shown.'),
    url: string('The target as written.'),
    target: oneOf(['external', 'anchor', 'file'], 'Another site, a heading of this document, or a file.'),
  },
  {
    path: string('The file, decoded, relative to the document.'),
    anchor: string('The fragment, decoded.'),
    exists: boolean('Whether file and anchor are there; absent when it was not asked or lies outside the tree.'),
  },
);

export type Link = Static<typeof linkShape>;

export const codeShape = object(
  'A code block.',
  { value: string('Its text.'), section: list(string('A title.'), 'The titles above it.') },
  { language: string('Its info string.') },
);

export type Code = Static<typeof codeShape>;
