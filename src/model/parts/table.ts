/** Tables. */
import { list, object, type Static, string } from '../shape.ts';

export const tableShape = object(
  'A table.',
  {
    section: list(string('A title.'), 'The titles above it, outermost first.'),
    header: list(string('A header cell.'), 'The header row.'),
    rows: list(list(string('A cell.'), 'A row.'), 'The other rows.'),
  },
  {},
);

export type TableModel = Static<typeof tableShape>;
