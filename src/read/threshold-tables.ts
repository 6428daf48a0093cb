/** Thresholds in tables: a row for each metric, a column for each limit. */
import type { Tree } from '../model/located.ts';
import { isBlank } from './blank.ts';
import { readLimit } from './limit.ts';
import { type Polarity, polarityOf } from './limit-cues.ts';
import { polarityByNature } from './metric-nature.ts';
import { type Cell, cellAt, columnOf, headerName, type ReadTable } from './tables.ts';
import { headerComparator, located, type Threshold } from './threshold.ts';

const limitHeader =
  /^(?:thresholds?|targets?|limits?|criteria|pass criteria|gate|goal|objective|slo|sla|budget|alert thresholds?|acceptable(?: range)?|requirement|max(?:imum)?|min(?:imum)?|expected|(?:pass|fail)(?: if| when)|(?:abort|halt|warn|alert|pass|fail) (?:above|below|at)|warn(?:ing)?|critical|(?:[^\s]+ ){1,3}(?:thresholds?|targets?|limits?))$/;
const metricHeader =
  /^(?:(?:[^\s]+ )?metrics?|(?:quality )?gates?|condition|indicator|measure|signal|sli|kpi|check|name|parameter|test|resource|service|component|criterion)$/;
const polarityHeader = /^(?:polarity|meaning|sense)$/;
const actionHeader = /^(?:action|alert|action if breached|on breach|response|notify|consequence)/;

const tablePolarity = (table: ReadTable, header: string, cell: Cell | undefined): Polarity => {
  const stated = cell?.text.toLowerCase();
  if (stated !== undefined && /^(?:pass|breach)$/.test(stated)) return stated as Polarity;
  const names = table.header.map(({ text }) => headerName(text));
  if (/alert/.test(header)) return 'breach';
  if (header !== 'threshold' && header !== 'thresholds' && header !== 'limit') return 'pass';
  if (names.some((name) => /action if breached|on breach|if breached|if exceeded|if violated/.test(name))) return 'pass';
  if (names.some((name) => /^alert|^notify|^page|^alerts?$/.test(name))) return 'breach';
  // An action alone does not tell whether it follows the limit or its breach.
  if (names.some((name) => /^(?:action|response|consequence)$/.test(name))) return 'unknown';
  if (names.some((name) => /^(?:actual|status|result|measured|current)$/.test(name))) return 'pass';
  return polarityOf([...table.section.path].reverse());
};

// `Pass if`, `Min` and `Max` are to be kept, `Fail if`, `Abort above` and `Warn` must not be reached.
const headerPolarity = (header: string): Polarity | undefined => {
  if (/^(?:fail|abort|warn(?:ing)?|critical|alert|breach|halt)\b/.test(header)) return 'breach';
  return /^(?:pass|min|max|target|goal|slo|sla|acceptable)/.test(header) ? 'pass' : undefined;
};

interface LimitColumns {
  readonly metric: number;
  readonly action: number;
  readonly actual: number;
  readonly polarity: number;
}

const columnThresholds = (table: ReadTable, column: number, columns: LimitColumns): Tree<Threshold>[] => {
  const header = headerName(table.header[column]?.text ?? '');
  return table.rows.flatMap(({ cells }) => {
    const limit = cellAt(cells, column);
    if (limit === undefined || limit.text === '' || isBlank(limit.raw, limit.text)) return [];
    const metric = cellAt(cells, columns.metric)?.text ?? '';
    const read = headerComparator(header, readLimit(limit.text, metric));
    const told = headerPolarity(header) ?? tablePolarity(table, header, cellAt(cells, columns.polarity));
    const polarity = told === 'unknown' ? polarityByNature(metric, read.comparator) : told;
    const head = {
      metric,
      raw: limit.text,
      polarity,
      section: table.section.path,
      action: cellAt(cells, columns.action)?.text || undefined,
      actual: cellAt(cells, columns.actual)?.text || undefined,
    };
    return [located(limit.range, head, read)];
  });
};

/** The limits of a table; none where no column names what is measured. */
export const tableThresholds = (table: ReadTable): Tree<Threshold>[] => {
  const columns = {
    metric: columnOf(table, metricHeader),
    action: columnOf(table, actionHeader),
    actual: columnOf(table, /^(?:actual|current|measured|value|result)$/),
    polarity: columnOf(table, polarityHeader),
  };
  if (columns.metric < 0) return [];
  return table.header.flatMap((cell, index) =>
    index !== columns.metric && limitHeader.test(headerName(cell.text)) ? columnThresholds(table, index, columns) : [],
  );
};
