/** Declared durations beside what the report's own times add up to. */
import type { Outline } from '../markdown/outline.ts';
import { at, type Tree, unzip } from '../model/located.ts';
import type { Duration } from '../model/parts/duration.ts';
import type { DeclaredDuration, EventName, Events } from '../model/parts/incident.ts';
import type { Time } from '../model/parts/time.ts';
import type { TimelineEntry } from '../model/parts/timeline.ts';
import { isBlank } from './blank.ts';
import { readDuration } from './duration.ts';
import { type Field, fieldKey } from './field.ts';
import { allFields } from './fields.ts';
import { headOrSection } from './head-fields.ts';
import { readEvents } from './incident-events.ts';
import { localTimes } from './local-time.ts';
import { cellAt, columnOf, tablesOf } from './tables.ts';
import { readTimeline } from './timeline.ts';

const names: readonly (readonly [RegExp, 'repaired' | 'resolved' | 'total' | 'none'])[] = [
  [/^time-to-(?:repair|restore)$/, 'repaired'],
  [/^time-to-resolv(?:e|ution)$|^time-to-resolution$/, 'resolved'],
  [
    /^(?:total-|incident-|outage-|impact-|downtime-|service-)*duration(?:-total|(?:-in)?-(?:minutes|mins?|hours|hrs|h)|-of-(?:the-)?(?:incident|outage|impact|disruption))?$|^(?:total-)?(?:down-?time|outage-time|impact-time|incident-time)(?:-(?:minutes|mins?|hours))?$|^total-(?:time|outage)$|^(?:time-)?elapsed(?:-time)?$|^length(?:-of-(?:the-)?(?:incident|outage|disruption))?$|^(?:影響時間|継続時間|影響期間|장애-지속-시간|지속-시간|持续时间|时长|故障时长|dauer|ausfalldauer|durée(?:-totale)?|duração(?:-total)?|duracao(?:-total)?|duración(?:-total)?|продолжительность|длительность)$/,
    'resolved',
  ],
  [/^(?:mean-)?time-to-(?:recover(?:y)?|mitigat(?:e|ion))$|^m?tt[rm]$/, 'total'],
  [/^(?:mean-)?time-to-(?:detect(?:ion)?|acknowledge)$|^m?tt[da]$/, 'none'],
];

type Stated = Pick<Field, 'key' | 'label' | 'text' | 'empty' | 'valueRange'>;

const metricColumn = /^(?:|metrics?|measure|indicator|kpi|phase|name|field)$/;
const valueColumn = /^(?:value|actual|duration|time|result|measured|length)$/;

// `| Metric | Value | Target |`: a row for each.
const tableRows = ({ source, sections }: Outline): Stated[] =>
  sections
    .flatMap((section) => tablesOf(source, section))
    .flatMap((table) => {
      const [name, value] = [columnOf(table, metricColumn), columnOf(table, valueColumn)];
      return table.rows.flatMap(({ cells }): Stated[] => {
        const [label, text] = [cellAt(cells, name), cellAt(cells, value)];
        if (label === undefined || text === undefined || label === text) return [];
        return [
          { key: fieldKey(label.text), label: label.text, text: text.text, empty: isBlank(text.raw, text.text), valueRange: text.range },
        ];
      });
    });

// A table of fields is read as such; its rows are told once.
const statedIn = (outline: Outline): Stated[] => {
  const fields: Stated[] = allFields(outline);
  const known = new Set(fields.map(({ valueRange }) => valueRange.start));
  return [...fields, ...tableRows(outline).filter(({ valueRange }) => !known.has(valueRange.start))];
};

// `Duration (min): 45`: the label has the unit.
const declaredOf = ({ label, text }: Stated): Duration => {
  const read = readDuration(text);
  const unit = /^\s*\d+(?:[.,]\d+)?\s*$/.test(text)
    ? /(?<![a-z])(minutes?|mins?|hours?|hrs?|h|seconds?|secs?|days?)\b\W*$/i.exec(label)?.[1]
    : undefined;
  return unit === undefined || read.minutes !== undefined ? read : { ...readDuration(`${text} ${unit}`), raw: text };
};

const minutes = (local: string): number | undefined => (local.length < 16 ? undefined : Date.parse(`${local}:00Z`) / 60_000);

const localOf = (time: Time | undefined): number | undefined => {
  const local = time === undefined ? undefined : localTimes([{ time, sequence: 0 }])[0]?.local;
  return local === undefined || time?.approximate ? undefined : minutes(local);
};

const opens = /\b(?:detect|alert|fired|trigger|notic|start|began|report|down|fail|outage|declared)/i;
const closes = /\b(?:resolv|resolution|recover|restor|repaired|mitigat|normal|closed|healthy|back to|fixed|ended|up again|complete)/i;

const spans = (starts: readonly number[], ends: readonly number[]): number[] =>
  [...new Set(ends.flatMap((end) => starts.map((start) => end - start)).filter((span) => span >= 0))].sort((a, b) => a - b);

const eventSpans = (moments: Events, end: 'repaired' | 'resolved'): number[] => {
  const all = (keys: readonly EventName[]): number[] =>
    keys.map((key) => localOf(moments[key]?.declared)).filter((value) => value !== undefined);
  const closing = end === 'resolved' && moments.resolved !== undefined ? 'resolved' : 'repaired';
  return spans(all(['started', 'detected', 'declared']), all([closing]));
};

const timelineSpans = (entries: readonly TimelineEntry[]): number[] => {
  const zone = entries[0]?.time.zone;
  const exact = entries.filter(
    ({ time, local }) =>
      local !== undefined && time.zone === zone && !time.approximate && time.precision !== 'hour' && minutes(local) !== undefined,
  );
  const at = (chosen: readonly TimelineEntry[]): number[] =>
    chosen.map(({ local }) => minutes(local ?? '')).filter((value) => value !== undefined);
  const ends = exact.filter(({ text }) => closes.test(text));
  return ends.length === 0
    ? []
    : spans(at(exact.filter((entry, index) => index === 0 || opens.test(entry.text))), at([...ends, ...exact.slice(-1)]));
};

export const readDurations = (outline: Outline): Tree<DeclaredDuration>[] => {
  const moments = unzip<Events>(readEvents(outline)).data;
  const entries = unzip<readonly TimelineEntry[]>(readTimeline(outline)).data;
  return statedIn(outline).flatMap((field) => {
    const end = names.find(([name]) => name.test(field.key))?.[1];
    if (end === undefined || field.empty) return [];
    const open = end === 'none' || end === 'total';
    const measured = open ? [] : eventSpans(moments, end);
    const all = measured.length > 0 || open ? measured : timelineSpans(entries);
    return [at(field.valueRange, { label: field.label, declared: declaredOf(field), measured: all })];
  });
};

/** How long the incident took, as declared. */
export const readTotal = (outline: Outline): Tree<Duration> | undefined => {
  const stated = statedIn(outline).filter(({ key, empty }) => !empty && names.some(([name, end]) => end !== 'none' && name.test(key)));
  const field = stated.find(({ key }) => !/^m?tt[rm]$|^(?:mean-)?time-to/.test(key)) ?? stated[0];
  if (field !== undefined) return at(field.valueRange, declaredOf(field));
  const head = headOrSection(outline, /^duration$/, (text) => readDuration(text).minutes !== undefined);
  return head === undefined || head.empty ? undefined : at(head.valueRange, readDuration(head.text));
};
