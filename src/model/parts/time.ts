/** Times as people write them: the parsed parts, how precise they are, and where the zone came from. */
import { boolean, object, oneOf, type Static, string } from '../shape.ts';

export const timeShape = object(
  'A time as written, with what could be read of it.',
  {
    raw: string('The time as written.'),
    precision: oneOf(['second', 'minute', 'hour', 'day', 'unknown'], 'How exactly the time is given.'),
  },
  {
    date: string('Calendar date, `YYYY-MM-DD` (ISO 8601).'),
    monthDay: string('Month and day, `MM-DD`, when the year is not written.'),
    time: string('Time of day, `HH:MM` or `HH:MM:SS`; `HH` when the minutes are unknown.'),
    zone: string('Offset, abbreviation or IANA name, as written. An abbreviation is a claim.'),
    zoneSource: oneOf(['inline', 'header', 'section', 'document'], 'Where the zone is stated.'),
    approximate: boolean('The text says about, around or `~`.'),
    impossible: boolean('No calendar or clock has it, such as 30 February or 25:00.'),
    ambiguous: boolean('Day and month cannot be told apart, such as 05/01/2026.'),
  },
);

export type Time = Static<typeof timeShape>;
