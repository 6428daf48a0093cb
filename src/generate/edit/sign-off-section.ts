/** New sign-off sections: a heading and a table at the end of a document that has no place for the entry. */
import type { Source } from '../../model/source.ts';
import { padded } from './cells.ts';
import type { Entry } from './entry.ts';
import type { Columns } from './sign-off-columns.ts';
import { lineEndingAt, type Splice } from './splice.ts';
import { rowValues } from './table-values.ts';

const header = ['Role', 'Name', 'Decision', 'Date', 'Subject', 'Notes'] as const;

const columns: Columns = { role: 0, person: 1, decision: 2, date: 3, subject: 4, note: 5 };

const row = (cells: readonly string[]): string => `|${cells.map((cell) => padded(cell, 0)).join('|')}|`;

const gapBefore = (text: string, ending: string): string => {
  if (text.trim() === '') return '';
  return /(?:\r\n|\n|\r)[ \t]*$/.test(text) ? (/(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)[ \t]*$/.test(text) ? '' : ending) : ending.repeat(2);
};

/** The section with the entry as its only row. A document without a final newline stays without one. */
export const newSection = (source: Source, entry: Entry): Splice => {
  const { text } = source;
  const ending = lineEndingAt(source, text.length);
  const values = rowValues(entry, columns);
  const lines = [
    '## Sign-offs',
    '',
    row(header),
    `|${header.map(() => '---').join('|')}|`,
    row(header.map((_, index) => values.get(index) ?? '')),
  ];
  const final = /[\r\n]$/.test(text) || text === '' ? ending : '';
  return { start: text.length, end: text.length, text: gapBefore(text, ending) + lines.join(ending) + final };
};
