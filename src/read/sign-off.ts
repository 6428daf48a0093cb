/** The shape of a sign-off, whatever form it was recorded in. */
import type { Tree } from '../model/located.ts';
import { list, object, oneOf, type Static, string } from '../model/shape.ts';
import { decisions } from './decision.ts';
import { timeShape } from './time.ts';

export const signOffShape = object(
  'A decision of one person in one role.',
  {
    form: oneOf(['table', 'task', 'field', 'log'], 'How it is recorded. A log in a code block tells history; it approves nothing.'),
    decision: oneOf(decisions, 'What was decided.'),
    asks: list(string('`person`, `date` or `signature`.'), 'What the form has a place for.'),
    section: list(string('A title.'), 'The titles above it.'),
  },
  {
    role: string('The role that decides.'),
    person: string('Who decided, as written.'),
    delegation: string('For whom or by what delegation, as written in brackets.'),
    date: timeShape,
    subject: string('What is approved.'),
    note: string('Remarks.'),
    signature: string('The signature as written.'),
    raw: string('The decision as written.'),
  },
);

export type SignOff = Static<typeof signOffShape>;
export type SignOffTree = Tree<SignOff>;
