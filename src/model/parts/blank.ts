/** Places where a value belongs and none stands. */
import { boolean, list, object, type Static, string } from '../shape.ts';

export const blankShape = object(
  'A place where a value belongs and none stands.',
  { label: string('What is asked for.'), section: list(string('A title.'), 'The titles above it.'), raw: string('What stands there.') },
  {
    signOff: boolean('true in a section of sign-offs.'),
    alone: boolean('true where it is all that there is of a sign-off.'),
    undecided: boolean('true where the sign-off that it belongs to is not given, or the item is open.'),
  },
);

export type Blank = Static<typeof blankShape>;
