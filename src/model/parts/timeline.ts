/** The events of a timeline. */
import { boolean, integer, list, object, oneOf, type Static, string } from '../shape.ts';
import { timeShape } from './time.ts';

export const timelineEntryShape = object(
  'An event of a timeline.',
  {
    time: timeShape,
    text: string('What happened.'),
    form: oneOf(['table', 'list', 'heading'], 'How it is written.'),
    sequence: integer('Events of one list, table or run of headings share a number.'),
    section: list(string('A title.'), 'The titles above it.'),
  },
  {
    local: string('Local date and time, `YYYY-MM-DDTHH:MM`, the date inherited from what precedes where it is not written.'),
    inherited: boolean('The date is inherited.'),
    relative: string('Where it stands when no date is known: `day 1, 09:17`, or `T+01:15` since the start.'),
  },
);

export type TimelineEntry = Static<typeof timelineEntryShape>;
