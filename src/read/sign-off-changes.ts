/** The shape of the fact what became of a subject since it was approved. */
import { boolean, integer, list, object, string } from '../model/shape.ts';

const point = object(
  'A position.',
  { line: integer('From 1.'), column: integer('From 1, in UTF-16 units.'), offset: integer('From 0, in UTF-16 units.') },
  {},
);

const placeShape = object('Where it stands.', { path: string('From the root.'), start: point, end: point }, {});

export const changesShape = object(
  'What became of it since it was approved, as git and the judged content show it. A fact.',
  {
    text: string('All of it in a sentence.'),
    commits: list(
      object('A commit.', { commit: string('Its id.'), date: string('`YYYY-MM-DD` in UTC.'), author: string('As git names them.') }, {}),
      'The commits that changed it since, newest first.',
    ),
    places: list(
      object('A passage.', { message: string('What happened there.'), place: placeShape }, {}),
      'The lines that differ; at most ten places, of which the last takes in all others.',
    ),
  },
  {
    approved: string('Which commit holds what was approved, in words.'),
    hint: string('How to see the changes.'),
    uncommitted: boolean('What is judged is not what is committed.'),
  },
);
