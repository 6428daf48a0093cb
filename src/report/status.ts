/** The status of documents: a table with a progress bar per document. */
import width from 'fast-string-width';
import picocolors from 'picocolors';
import type { FileReport, Report } from '../model/report.ts';
import { standingOf } from './standing.ts';
import { makeVisible } from './visible.ts';
import { claimWords, drawBar } from './words.ts';

export type StatusFormat = 'pretty' | 'json' | 'markdown';

interface Row {
  readonly path: string;
  readonly kind: string;
  readonly claim: FileReport['claim'];
  readonly done: number;
  readonly total: number;
  readonly errors: number;
  readonly pending: number;
}

const rowsOf = ({ files, findings }: Report): Row[] =>
  files.map(({ path, kind, claim, progress }) => {
    const standings = findings.filter(({ place }) => place.path === path).map(standingOf);
    return {
      path,
      kind,
      claim,
      ...progress,
      errors: standings.filter((one) => one === 'error').length,
      pending: standings.filter((one) => one === 'pending').length,
    };
  });

const state = ({ errors, pending }: Row): string => (errors > 0 ? `${errors} to do` : pending > 0 ? `${pending} pending` : 'passes');

const bar = ({ done, total }: Row): string => (total === 0 ? '' : `${drawBar({ done, total })} ${done}/${total}`);

const cells = (row: Row): string[] => [makeVisible(row.path), row.kind, claimWords[row.claim], bar(row), state(row)];

const pad = (text: string, size: number): string => text + ' '.repeat(Math.max(0, size - width(text)));

const headings = ['Document', 'Kind', 'Claim', 'Items', 'State'];

const pretty = (rows: readonly Row[], color: boolean): string => {
  const colors = picocolors.createColors(color);
  const table = [headings, ...rows.map(cells)];
  const sizes = headings.map((_, column) => Math.max(...table.map((line) => width(line[column] ?? ''))));
  const lines = table.map((line, index) => {
    const text = line
      .map((cell, column) => pad(cell, sizes[column] ?? 0))
      .join('  ')
      .trimEnd();
    const row = rows[index - 1];
    if (row === undefined) return colors.dim(text);
    return row.errors > 0 ? colors.red(text) : row.pending > 0 ? colors.cyan(text) : colors.green(text);
  });
  return `${lines.join('\n')}\n`;
};

const escapeCell = (text: string): string => text.replace(/([|\\`<>*_[\]])/g, '\\$1');

const markdown = (rows: readonly Row[]): string => {
  const lines = rows.map((row) => `| ${cells(row).map(escapeCell).join(' | ')} |`);
  return [`| ${headings.join(' | ')} |`, `|${headings.map(() => '---|').join('')}`, ...lines, ''].join('\n');
};

/** Prints the status of a report's documents. */
export const printStatus = (report: Report, { format, color }: { readonly format: StatusFormat; readonly color: boolean }): string => {
  const rows = rowsOf(report);
  if (format === 'json')
    return `${JSON.stringify({ schemaVersion: 1, tool: report.tool, asOf: report.asOf, verdict: report.verdict, documents: rows }, null, 2)}\n`;
  return format === 'markdown' ? markdown(rows) : pretty(rows, color);
};
