/** New rows: appended after a table's last line, with its prefix, its columns and its line ending. */
import width from 'fast-string-width';
import type { Source } from '../../model/source.ts';
import type { ReadTable } from '../../read/tables.ts';
import { padded, slotsOf } from './cells.ts';
import { lineEndAt, lineEndingAt, lineStartAt, type Splice } from './splice.ts';

const prefixOf = (line: string): string => /^[ \t]*(?:>[ \t]*)*/.exec(line)?.[0] ?? '';

// The header's widths are the table's: a filled row may be wider than it was meant to be.
const widthsOf = (
  source: Source,
  {
    node: {
      children: [header],
    },
  }: ReadTable,
): number[] => (header === undefined ? [] : slotsOf(source, header).map(({ start, end }) => width(source.text.slice(start, end))));

/** Appends a row. Values by column; columns without a value stay empty. Values are Markdown, pipes escaped. */
export const appendRow = (source: Source, table: ReadTable, values: ReadonlyMap<number, string>): Splice => {
  const end = lineEndAt(source, Math.max(table.range.start, table.range.end - 1));
  const line = source.text.slice(lineStartAt(source, end), end);
  const rooms = widthsOf(source, table);
  const cells = table.header.map((_, column) => padded(values.get(column) ?? '', rooms[column] ?? 0));
  const prefix = prefixOf(line);
  const opens = line.slice(prefix.length).startsWith('|') || !/^[\p{L}\p{N}]/u.test((cells[0] ?? '').trim());
  const closes = line.trimEnd().endsWith('|') || (cells.at(-1) ?? '').trim() === '' || cells.length === 1;
  const row = opens ? `|${cells.join('|')}` : cells.join('|').trimStart();
  return { start: end, end, text: `${lineEndingAt(source, end)}${prefix}${closes ? `${row}|` : row.trimEnd()}` };
};
