/** Rows and items that carry a mark of their state instead of a box. */
import { list, object, oneOf, type Static, string } from '../shape.ts';

export const markedShape = object(
  'A row or item with a mark of its state.',
  {
    state: oneOf(['open', 'done', 'not-applicable', 'unknown'], 'What the mark says; `unknown`: it is filled in, and not understood.'),
    text: string('What it is about: the first words of the row, or the item.'),
    mark: string('The mark as rendered; empty where none stands.'),
    where: oneOf(['table', 'item'], 'What it stands in.'),
    section: list(string('A title.'), 'The titles above it, outermost first.'),
  },
  { reason: string('Why it does not apply: behind the mark, or in a column of notes.') },
);

export type Marked = Static<typeof markedShape>;
