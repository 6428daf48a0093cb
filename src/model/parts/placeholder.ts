/** Placeholders that a template left. */
import { boolean, list, object, type Static, string } from '../shape.ts';

export const placeholderShape = object(
  'A placeholder.',
  { text: string('The placeholder as written.'), section: list(string('A title.'), 'The titles above it.') },
  {
    signOff: boolean('true in a section of sign-offs.'),
    blank: boolean('true in a field, cell or sign-off that is read as not filled in.'),
    field: string('The key of the field whose value it stands in.'),
  },
);

export type Placeholder = Static<typeof placeholderShape>;
