/** Durations as people write them. */
import { boolean, number, object, type Static, string } from '../shape.ts';

export const durationShape = object(
  'A duration as written.',
  { raw: string('The duration as written.') },
  {
    minutes: number('Its length in minutes, when it could be read.'),
    approximate: boolean('The text says about or `~`.'),
    qualified: boolean('Words restrict it, such as "during support hours": it need not equal the elapsed time.'),
  },
);

export type Duration = Static<typeof durationShape>;
