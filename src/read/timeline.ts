/** Timelines: what happened when, from tables, lists and headings that carry times. */
import type { ListItem, Nodes } from 'mdast';
import { labelOf, plain, rangeOfNode } from '../markdown/nodes.ts';
import { bodyNodes, type Outline, type Section } from '../markdown/outline.ts';
import { at, type Tree } from '../model/located.ts';
import type { Time } from '../model/parts/time.ts';
import { type TimelineEntry, timelineEntryShape } from '../model/parts/timeline.ts';
import { list } from '../model/shape.ts';
import type { Source } from '../model/source.ts';
import { dayAbove } from './day-above.ts';
import { fieldsOf } from './fields.ts';
import { dayOf } from './incident-head.ts';
import { localTimes } from './local-time.ts';
import { openingTime } from './opening-time.ts';
import { reader } from './reading.ts';
import { relativeTimes } from './relative-time.ts';
import { bareTitle, sectionNames } from './section-names.ts';
import { tablesOf } from './tables.ts';
import { announcesTimeline, lineEvents } from './timeline-lines.ts';
import { type Event, isTimelineSection, tableEvents } from './timeline-tables.ts';
import { type StatedZone, withZone, type ZoneOf, zonesIn } from './zone.ts';

const isTimelineItem = (node: Nodes): boolean => node.type === 'listItem' && sectionNames.timeline.test(bareTitle(labelOf(node)));

interface TimedList {
  readonly section: Section;
  readonly node: Extract<Nodes, { type: 'list' }>;
  /** A list item or a paragraph named so holds the list: `- **Timeline**:`. */
  readonly named: boolean;
}

const itemEvent = (source: Source, { section, node }: TimedList, item: ListItem): Event | undefined => {
  const label = labelOf(item);
  const found = openingTime(label);
  const first = item.children[0];
  if (found === undefined || first === undefined) return undefined;
  const raw = source.text.slice(rangeOfNode(first).start);
  const start = rangeOfNode(first).start + Math.max(0, raw.indexOf(found.time.raw));
  return {
    time: found.time,
    timeRange: { start, end: start + found.length },
    text: found.rest,
    range: rangeOfNode(first),
    form: 'list',
    block: rangeOfNode(node).start,
    section,
  };
};

const listEvents = (source: Source, list: TimedList, stated: StatedZone | undefined): Event[] => {
  const { section, node, named } = list;
  const events = node.children.map((item) => itemEvent(source, list, item)).filter((event) => event !== undefined);
  const dated = events.filter(({ time }) => time.date !== undefined && time.time !== undefined).length;
  const believed = named || isTimelineSection(section) ? events.length > 0 : dated >= 2 && dated * 2 >= node.children.length;
  return believed ? events.map((event) => ({ ...event, time: withZone(event.time, stated) })) : [];
};

// `Issue detected: June 9, 2023, 10:00 AM`: the event stands before its time.
const fieldEvents = (source: Source, section: Section, stated: StatedZone | undefined): Event[] =>
  !isTimelineSection(section)
    ? []
    : fieldsOf(source, section).flatMap((field): Event[] => {
        const found = openingTime(field.text);
        if (field.empty || found?.time.time === undefined || found.time.date === undefined) return [];
        return [
          {
            time: withZone(found.time, stated),
            timeRange: field.valueRange,
            text: field.label,
            range: field.range,
            form: 'list',
            block: -1 - field.block,
            section,
          },
        ];
      });

const headingEvent = (section: Section, parent: Section, stated: StatedZone | undefined): Event[] => {
  const found = section.heading === undefined ? undefined : openingTime(section.title);
  if (found === undefined || section.heading === undefined || !isTimelineSection(parent)) return [];
  const range = rangeOfNode(section.heading);
  const first = section.body.find((node) => node.type === 'paragraph');
  return [
    {
      time: withZone(found.time, stated),
      timeRange: range,
      text: found.rest || (first === undefined ? '' : plain(first)),
      range,
      form: 'heading',
      block: parent.range.start,
      section,
    },
  ];
};

const eventsOf = (source: Source, section: Section, zoneOf: ZoneOf): Event[] => {
  const stated = zoneOf(section);
  const tables = tablesOf(source, section).flatMap((table) => tableEvents(table, stated));
  const lists = [...bodyNodes(section)].flatMap(({ node, ancestors }) =>
    node.type === 'list'
      ? listEvents(source, { section, node, named: ancestors.some(isTimelineItem) || announcesTimeline(source, section, node) }, stated)
      : [],
  );
  const headings = section.sections.flatMap((child) => headingEvent(child, section, stated));
  return [...tables, ...lists, ...lineEvents(source, section, stated), ...fieldEvents(source, section, stated), ...headings];
};

/** All events of a document, in document order. */
export const readTimeline = (outline: Outline): Tree<TimelineEntry>[] => {
  const zoneOf = zonesIn(outline);
  const events = outline.sections
    .flatMap((section) => eventsOf(outline.source, section, zoneOf))
    .sort((a, b) => a.range.start - b.range.start);
  const blocks = [...new Set(events.map(({ block }) => block))];
  const day = dayOf(outline);
  // The first event of a block takes the day above it, the others go on from there.
  const firsts = new Map([...events].reverse().map((event) => [event.block, event] as const));
  const days = new Map([...firsts].map(([block, event]) => [block, dayAbove(event, day)]));
  const steps = events.map((event) => ({ time: event.time, sequence: blocks.indexOf(event.block), day: days.get(event.block) }));
  const locals = localTimes(steps, day);
  const relatives = relativeTimes(steps, locals);
  return events.map((event, index) =>
    at(event.range, {
      time: at(event.timeRange, event.time),
      text: event.text,
      form: event.form,
      sequence: blocks.indexOf(event.block),
      section: event.section.path,
      ...locals[index],
      relative: relatives[index],
    }),
  );
};

/** The time of the first event whose date is written. */
export const firstDated = (outline: Outline): Tree<Time> | undefined => {
  const zoneOf = zonesIn(outline);
  const events = outline.sections
    .flatMap((section) => eventsOf(outline.source, section, zoneOf))
    .sort((a, b) => a.range.start - b.range.start);
  const first = events.find(({ time }) => time.date !== undefined);
  return first === undefined ? undefined : at(first.timeRange, first.time);
};

export const timeline = reader(list(timelineEntryShape, 'Events with their times.'), readTimeline);
