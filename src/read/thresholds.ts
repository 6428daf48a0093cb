/** Thresholds: limits that a metric has to keep, or must not reach, from tables, lists and labelled values. */
import type { ListItem, Nodes } from 'mdast';
import { labelOf, plain, rangeOfNode, rawOf } from '../markdown/nodes.ts';
import { bodyNodes, type Outline, type Section } from '../markdown/outline.ts';
import type { Tree } from '../model/located.ts';
import { type Polarity, type Threshold, thresholdShape } from '../model/parts/threshold.ts';
import { list } from '../model/shape.ts';
import type { Source } from '../model/source.ts';
import type { Field } from './field.ts';
import { fieldsOf } from './fields.ts';
import { readLimit } from './limit.ts';
import { cued, cuesOf, isCue, polarityOf } from './limit-cues.ts';
import { splitMetric } from './metric-limit.ts';
import { natureOf, polarityByNature } from './metric-nature.ts';
import { reader } from './reading.ts';
import { tablesOf } from './tables.ts';
import { headerComparator, located } from './threshold.ts';
import { tableThresholds } from './threshold-tables.ts';

// `If errors > 5%` is a limit where it says what goes wrong; elsewhere it begins another rule.
const conditional = (metric: string, polarity: Polarity): string[] => {
  const rest = /^(?:if|when|unless|where)\s+(?:the |any )?(.*)$/i.exec(metric)?.[1];
  if (rest === undefined) return [metric];
  return polarity === 'breach' ? [rest] : [];
};

// `- > 5% errors` is a quote to Markdown, and a limit to whoever wrote it.
const limitText = (source: Source, item: ListItem): string => {
  const [first] = item.children;
  const quoted = first?.type === 'blockquote' ? /^>\s*(?=~?\d)/.exec(rawOf(source, first)) : null;
  return quoted === null ? (first?.type === 'paragraph' ? labelOf(item) : '') : `> ${plain(first as Nodes)}`;
};

const itemThresholds = (source: Source, section: Section): Tree<Threshold>[] => {
  const cues = cuesOf(section);
  return [...bodyNodes(section)].flatMap(({ node, ancestors }) => {
    const first = node.type === 'listItem' ? node.children[0] : undefined;
    if (node.type !== 'listItem' || first === undefined) return [];
    const split = splitMetric(limitText(source, node));
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
