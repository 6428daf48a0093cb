/** How far a check list has come. */
import { integer, object, type Static } from '../shape.ts';

export const progressShape = object(
  'How many items there are in each state.',
  {
    total: integer('All items.'),
    open: integer('Open items.'),
    done: integer('Ticked items.'),
    notApplicable: integer('Items that do not apply.'),
  },
  {},
);

export type ItemCounts = Static<typeof progressShape>;
