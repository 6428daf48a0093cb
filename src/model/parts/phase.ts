/** The phases of a process, its deliverables and its schedule. */
import { integer, list, object, oneOf, type Static, string } from '../shape.ts';

export const phaseShape = object(
  'A phase.',
  { title: string('The heading without its number.'), steps: list(string('A step.'), 'Its steps.') },
  {
    number: integer('Its number.'),
    exitCriteria: string('What has to hold before it ends.'),
    owners: list(string('A role or handle.'), 'Who is responsible.'),
  },
);

export type Phase = Static<typeof phaseShape>;

export const deliverableShape = object(
  'Something that the process yields.',
  {
    text: string('What it is.'),
    state: oneOf(['open', 'done', 'not-applicable', 'malformed', 'unknown'], 'The state of its box; `unknown` without one.'),
  },
  {},
);

export type Deliverable = Static<typeof deliverableShape>;

export const slotShape = object(
  'A slot of the schedule.',
  { when: string('Day, week and time as written.'), activity: string('What happens.') },
  { duration: string('How long, as written.') },
);

export type Slot = Static<typeof slotShape>;
