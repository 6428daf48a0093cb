/** Thresholds: limits that a metric has to keep, or must not reach, from tables, lists and labelled values. */
import type { ListItem } from 'mdast';
import { labelOf, rangeOfNode } from '../markdown/nodes.ts';
import { bodyNodes, type Outline, type Section } from '../markdown/outline.ts';
import { at, type Tree } from '../model/located.ts';
import { type Polarity, type Threshold, thresholdShape } from '../model/parts/threshold.ts';
import { list } from '../model/shape.ts';
import type { Range, Source } from '../model/source.ts';
import { isBlank } from './blank.ts';
import type { Field } from './field.ts';
import { fieldsOf } from './fields.ts';
import { type Limit, readLimit } from './limit.ts';
import { cued, cuesOf, isCue, polarityOf } from './limit-cues.ts';
import { splitMetric } from './metric-limit.ts';
import { natureOf, polarityByNature } from './metric-nature.ts';
import { reader } from './reading.ts';
import { type Cell, cellAt, columnOf, headerName, type ReadTable, tablesOf } from './tables.ts';

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

const located = (where: Range, head: Omit<Threshold, keyof Limit>, limit: Limit): Tree<Threshold> => at(where, { ...head, ...limit });

// `Pass if`, `Min` and `Max` are to be kept, `Fail if`, `Abort above` and `Warn` must not be reached.
const headerPolarity = (header: string): Polarity | undefined => {
  if (/^(?:fail|abort|warn(?:ing)?|critical|alert|breach|halt)\b/.test(header)) return 'breach';
  return /^(?:pass|min|max|target|goal|slo|sla|acceptable)/.test(header) ? 'pass' : undefined;
};

const headerComparator = (header: string, limit: Limit): Limit => {
  if (limit.comparator !== '=') return limit;
  if (/^min|at least$/.test(header)) return { ...limit, comparator: '>=' };
  if (/^max|at most$/.test(header)) return { ...limit, comparator: '<=' };
  // `Abort above`: the condition itself; whether it is good its column tells.
  const [, side] = /(above|below)$/.exec(header) ?? [];
  return side === undefined ? limit : { ...limit, comparator: side === 'above' ? '>' : '<' };
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

const tableThresholds = (table: ReadTable): Tree<Threshold>[] => {
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

// `If errors > 5%` is a limit where it says what goes wrong; elsewhere it begins another rule.
const conditional = (metric: string, polarity: Polarity): string[] => {
  const rest = /^(?:if|when|unless|where)\s+(?:the |any )?(.*)$/i.exec(metric)?.[1];
  if (rest === undefined) return [metric];
  return polarity === 'breach' ? [rest] : [];
};

const itemThresholds = (source: Source, section: Section): Tree<Threshold>[] => {
  const cues = cuesOf(section);
  return [...bodyNodes(section)].flatMap(({ node, ancestors }) => {
    const first = node.type === 'listItem' ? node.children[0] : undefined;
    if (node.type !== 'listItem' || first?.type !== 'paragraph') return [];
    const split = splitMetric(labelOf(node));
    if (split === undefined || fieldLimit.test(split.metric)) return [];
    const lead = leadBefore(source, section, { node, depth: ancestors.length });
    if (!cued(section) && (lead === undefined || !isCue(lead))) return [];
    const limit = headerComparator(split.metric.toLowerCase(), readLimit(split.raw, split.metric));
    const told = polarityOf([...(lead === undefined ? [] : [lead]), ...cues]);
    const polarity = told === 'unknown' ? polarityByNature(split.metric, limit.comparator) : told;
    // `Window: 14x`: a number alone, where nothing speaks of good or bad, is no limit.
    if (polarity === 'unknown' && limit.comparator === '=' && natureOf(split.metric) === undefined) return [];
    return conditional(split.metric, polarity).map((metric) =>
      located(rangeOfNode(first), { metric, raw: split.raw, polarity, section: section.path }, limit),
    );
  });
};

interface Placed {
  readonly node: ListItem;
  /** How many nodes it stands within. */
  readonly depth: number;
}

// The label that introduces the list: `**Rollback Triggers:**`, `- **Exit Criteria**:`.
const leadBefore = (source: Source, section: Section, { node, depth }: Placed): string | undefined => {
  const start = rangeOfNode(node).start;
  const leads = fieldsOf(source, section).filter(
    (field) =>
      field.range.end <= start && (field.introduces || (depth > 1 && field.item !== undefined && rangeOfNode(field.item).end >= start)),
  );
  return leads.at(-1)?.label;
};

const fieldLimit =
  /^(?:target|threshold|alert threshold|acceptable range|acceptable|limit|goal|slo|budget|critical|warning|pass criteria)$/i;

const fieldThreshold = (field: Field): Tree<Threshold>[] => {
  if (field.empty || !fieldLimit.test(field.label)) return [];
  const limit = readLimit(field.text, field.section.title);
  if (limit.value === undefined) return [];
  return [
    located(
      field.range,
      { metric: field.section.title, raw: field.text, polarity: polarityOf([field.label]), section: field.section.path },
      limit,
    ),
  ];
};

export const thresholds = reader(list(thresholdShape, 'Limits of metrics.'), ({ source, sections }: Outline) =>
  sections.flatMap((section) => [
    ...tablesOf(source, section).flatMap(tableThresholds),
    ...itemThresholds(source, section),
    ...fieldsOf(source, section).flatMap(fieldThreshold),
  ]),
);
