/** Comments that excuse findings. */
import { integer, list, object, oneOf, type Static, string } from '../shape.ts';

export const waiverShape = object(
  'A comment that excuses findings.',
  { raw: string('The comment as written.'), from: integer('The first line that it covers.'), to: integer('The last line that it covers.') },
  {
    rule: string('The rule whose findings it excuses.'),
    item: string('The text or id of the one item that it is about.'),
    reason: string('Why.'),
    owner: string('Who answers for it.'),
    expires: string('The last day on which it holds, as written.'),
    unknown: list(string('A piece of the comment.'), 'What is not part of a waiver.'),
    state: oneOf(['used', 'unused', 'expired', 'refused', 'unknown', 'malformed'], 'What came of it; absent until the document is judged.'),
    detail: string('Why it came so.'),
  },
);

export type Waiver = Static<typeof waiverShape>;
