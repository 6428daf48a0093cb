/** Text that looks like a box and is none. */
import { boolean, list, object, oneOf, type Static, string } from '../shape.ts';

export const lookalikeShape = object(
  'Box-like text that is not a task.',
  {
    box: string('The box as written.'),
    text: string('The line it stands in.'),
    where: oneOf(['item', 'line', 'table', 'html', 'heading'], 'What it stands in.'),
    looks: oneOf(['open', 'done', 'unclear'], 'What a person would take it for.'),
    section: list(string('A title.'), 'The titles above it, outermost first.'),
  },
  { marked: boolean('true where its row tells it: as an item of a check list (see `marked`) or as a sign-off that is not given.') },
);

export type Lookalike = Static<typeof lookalikeShape>;
