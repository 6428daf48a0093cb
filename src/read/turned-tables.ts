/** Tables with a column per role, turned: `| | QA | Ops |` above `| Name | Jo | Al |` becomes a row for QA and one for Ops. */
import { roleOf } from './role.ts';
import { type Cell, headerName, type ReadTable } from './tables.ts';

const corner = /^(?:roles?|team|function|position|department|field|rolle|rôle|rol|função|papel|役割|角色)?$/;

/** Whether every column is headed by a role. */
export const headsRoles = ({ header }: ReadTable): boolean => header.slice(1).every(({ text }) => roleOf(text) !== undefined);

/** The table with rows and columns exchanged, the heads of its columns named as roles; undefined where its corner says something else. */
export const turnedByRole = (table: ReadTable): ReadTable | undefined => {
  const [first, ...roles] = table.header;
  // One column may be that of a field's value.
  if (first === undefined || (roles.length < 2 && !headsRoles(table)) || !corner.test(headerName(first.text))) return undefined;
  const cellOf = (row: ReadTable['rows'][number], column: number): Cell => row.cells[column] ?? { text: '', raw: '', range: row.range };
  return {
    ...table,
    header: [{ ...first, text: 'Role' }, ...table.rows.map((row) => cellOf(row, 0))],
    rows: roles.map((role, index) => ({ range: role.range, cells: [role, ...table.rows.map((row) => cellOf(row, index + 1))] })),
  };
};
