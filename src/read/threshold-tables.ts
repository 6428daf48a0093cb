/** Thresholds in tables: a row for each metric, a column for each limit. */
import type { Tree } from '../model/located.ts';
import type { Polarity, Threshold } from '../model/parts/threshold.ts';
import { isBlank } from './blank.ts';
import { readLimit } from './limit.ts';
import { polarityOf } from './limit-cues.ts';
import { splitMetric } from './metric-limit.ts';
import { polarityByNature } from './metric-nature.ts';
import { type Cell, cellAt, columnOf, headerName, type ReadTable } from './tables.ts';
import { headerComparator, located } from './threshold.ts';

const limitHeader =
  /^(?:thresholds?|targets?|limits?|criteria|pass criteria|gate|goal|objective|slo|sla|budget|alert thresholds?|acceptable(?: range)?|requirement|max(?:imum)?|min(?:imum)?|expected|(?:pass|fail)(?: if| when)|(?:abort|halt|warn|alert|pass|fail) (?:above|below|at)|warn(?:ing)?|critical|(?:[^\s]+ ){1,3}(?:thresholds?|targets?|limits?))$/;
const metricHeader =
  /^(?:(?:[^\s]+ )?metrics?|(?:quality )?gates?|condition|indicator|measure|signal|sli|kpi|check|name|parameter|test|resource|service|component|criterion)$/;
// A table of gates may name both the gate and what it measures.
const measureHeader = /^(?:(?:[^\s]+ )?metrics?|indicator|sli|kpi|signal)$/;
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
  if (/^(?:fail|abort|warn(?:ing)?|critical|alert|breach|halt|red|block|reject|no[- ]go|roll ?back)\b/.test(header)) return 'breach';
  return /^(?:pass|min|max|target|goal|slo|sla|acceptable|green|healthy|go|promote|proceed|require|must)|\bmust$/.test(header)
    ? 'pass'
    : undefined;
};

// `—` says that there is none; `TBD`, `?` and `____` say that somebody still has to set it.
const isNone = ({ text }: Cell): boolean => /^(?:[-–—―]+|n\/?a\.?|none)?$/i.test(text.trim());

const opensLimit = ({ text }: Cell): boolean => /^(?:<=|>=|<|>|≤|≥)\s*~?[-+]?\d/.test(text);

// A column whose cells compare is one of limits, whatever its name.
const comparesIn = (table: ReadTable, column: number): boolean => {
  const filled = table.rows.flatMap(({ cells }) => cellAt(cells, column) ?? []).filter((cell) => !isNone(cell));
  const count = filled.filter(opensLimit).length;
  return count > 0 && count * 2 >= filled.length && !measured.test(headerName(table.header[column]?.text ?? ''));
};

const measured =
  /^(?:actual|current|measured|observed|value|result|today|baseline|before|after|during|duration|window|period|traffic|weight|size|time|when|sample|notes?|description)\b/;

interface LimitColumns {
  readonly metric: number;
  readonly action: number;
  readonly actual: number;
  readonly polarity: number;
}

const columnThresholds = (table: ReadTable, column: number, columns: LimitColumns): Tree<Threshold>[] => {
  const header = headerName(table.header[column]?.text ?? '');
  const named = limitHeader.test(header);
  return table.rows.flatMap(({ cells }) => {
    const limit = cellAt(cells, column);
    if (limit === undefined || isNone(limit) || !(named || opensLimit(limit))) return [];
    const metric = cellAt(cells, columns.metric)?.text ?? '';
    const read = isBlank(limit.raw, limit.text) ? {} : headerComparator(header, readLimit(limit.text, metric));
    const told = headerPolarity(header) ?? (named ? tablePolarity(table, header, cellAt(cells, columns.polarity)) : 'unknown');
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

const criteriaHeader =
  /\b(?:criteria|criterion|gates?|conditions?|requirements?|(?:advance|promote|proceed|continue) (?:when|if))\b|^(?:roll ?back|abort|halt)(?: (?:if|when|triggers?))?$/;

// `Error rate < 1 %, p95 < 300 ms` in one cell: a metric and its limit, each.
const cellThresholds = (table: ReadTable, column: number): Tree<Threshold>[] => {
  const breach = /\b(?:roll ?back|abort|halt)\b/.test(headerName(table.header[column]?.text ?? ''));
  return table.rows.flatMap(({ cells }) => {
    const cell = cellAt(cells, column);
    const parts = cell?.text.split(/\s*(?:[;•\n]|,(?=\s+\D)|\s(?:and|AND|&&)\s)\s*/) ?? [];
    return parts.flatMap((part) => {
      const split = splitMetric(part);
      if (cell === undefined || split === undefined) return [];
      const head = {
        metric: split.metric,
        raw: split.raw,
        polarity: breach ? ('breach' as const) : ('pass' as const),
        section: table.section.path,
      };
      return [located(cell.range, head, readLimit(split.raw, split.metric))];
    });
  });
};

const criteriaThresholds = (table: ReadTable): Tree<Threshold>[] =>
  table.header.flatMap(({ text }, column) => (criteriaHeader.test(headerName(text)) ? cellThresholds(table, column) : []));

const metricThresholds = (table: ReadTable): Tree<Threshold>[] => {
  const columns = {
    metric: [measureHeader, metricHeader].map((name) => columnOf(table, name)).find((column) => column >= 0) ?? -1,
    action: columnOf(table, actionHeader),
    actual: columnOf(table, /^(?:actual|current|measured|value|result)$/),
    polarity: columnOf(table, polarityHeader),
  };
  if (columns.metric < 0) return [];
  // `| Gate | Metric | Target |`: what stands before the metric groups it.
  const isLimit = (header: string, index: number): boolean =>
    limitHeader.test(header) ? !(index < columns.metric && metricHeader.test(header)) : comparesIn(table, index);
  return table.header.flatMap(({ text }, index) =>
    index !== columns.metric && index !== columns.actual && isLimit(headerName(text), index) ? columnThresholds(table, index, columns) : [],
  );
};

/** The limits of a table: of the metrics that its rows name, else of those that its cells name. */
export const tableThresholds = (table: ReadTable): Tree<Threshold>[] => {
  const named = metricThresholds(table);
  return named.length > 0 ? named : criteriaThresholds(table);
};
