/** Regions of a document that cannot be read, or not be trusted. */
import { integer, object, oneOf, type Static, string } from '../shape.ts';

export const problemShape = object(
  'A region that cannot be read.',
  {
    type: oneOf(
      [
        'unclosed-fence',
        'unclosed-comment',
        'unclosed-html',
        'unclosed-front-matter',
        'invalid-front-matter',
        'whole-file-fence',
        'indented-items',
        'broken-table',
        'mojibake',
        'conflict-marker',
        'nul',
        'invalid-utf-8',
        'too-large',
        'too-deep',
      ],
      'What is wrong.',
    ),
    text: string('What stands there.'),
  },
  { count: integer('How often it occurs.'), detail: string('What is known of it.') },
);

export type Problem = Static<typeof problemShape>;
