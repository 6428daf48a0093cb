/** Check-list items. */
import { boolean, integer, list, object, oneOf, type Static, string } from '../shape.ts';

export const detailShapes = {
  owners: list(string('A handle or name.'), 'Who is to do it.'),
  due: string('When it is due, as a calendar date.'),
  optional: boolean('Marked as optional.'),
  condition: string('The condition under which it applies, as written.'),
  evidence: list(string('A line.'), 'What its evidence lines say.'),
  commands: list(string('A command.'), 'Inline code of its label.'),
  links: list(string('A URL.'), 'Where its links point.'),
};

export const taskShape = object(
  'A check-list item.',
  {
    state: oneOf(['open', 'done', 'not-applicable', 'malformed'], 'What its author says of it.'),
    text: string('The label as rendered, without markers.'),
    section: list(string('A title.'), 'The titles above it, outermost first.'),
    depth: integer('How many items it stands within; 0 for the outermost.'),
    box: string('The box as written.'),
  },
  {
    id: string('The identifier in `<!-- id: … -->`.'),
    parent: integer('Index of the item it is nested in.'),
    openChildren: integer('How many open items are nested in it, at any depth.'),
    reason: string('Why it does not apply.'),
    quoted: boolean('It stands in a block quote.'),
    trigger: boolean('It describes a condition to watch for, not work to do.'),
    choice: boolean('One of several alternatives, of which one is to be ticked.'),
    alternatives: list(string('A label.'), 'The first of alternatives of which none is ticked: all of them.'),
    role: string('The role that signs off by ticking it.'),
    ...detailShapes,
  },
);

export type Task = Static<typeof taskShape>;
