/** Events of timelines that are written line by line: in paragraphs and in blocks of code. */
import type { Nodes } from 'mdast';
import { rangeOfNode } from '../markdown/nodes.ts';
import type { Section } from '../markdown/outline.ts';
import type { Source } from '../model/source.ts';
import { fieldsOf } from './fields.ts';
import { linesOf } from './lines.ts';
import { openingTime } from './opening-time.ts';
import { runInsOf } from './run-in.ts';
import { bareTitle, saysName, sectionNames } from './section-names.ts';
import { type Event, isTimelineSection } from './timeline-tables.ts';
import { type StatedZone, withZone } from './zone.ts';

// In a document without headings a label opens the timeline: `Timeline:` in a line of its own.
const timelineLabel = (source: Source, section: Section): number | undefined =>
  [...fieldsOf(source, section).filter(({ empty }) => empty), ...runInsOf(source, section).filter(({ rest }) => rest === '')].find(
    ({ label }) => saysName(bareTitle(label), sectionNames.timeline),
  )?.range.end;

/** Whether the paragraph before a block ends with words that announce a timeline: `**Timeline:**`. */
export const announcesTimeline = (source: Source, section: Section, node: Nodes): boolean => {
  const before = section.body[section.body.indexOf(node as Section['body'][number]) - 1];
  if (before?.type !== 'paragraph') return false;
  const words = bareTitle((linesOf(source, before).at(-1)?.raw ?? '').replace(/[*_`]|[.?:：]+[*_]*\s*$/g, ''));
  return words.split(/\s+/).length <= 5 && saysName(words, sectionNames.timeline);
};

const opensTimes = (source: Source, node: Nodes): boolean =>
  linesOf(source, node).filter(({ raw }) => openingTime(raw)?.time.time !== undefined).length >= 2;

const isLabelled = (source: Source, section: Section, node: Nodes): boolean => {
  const label = timelineLabel(source, section);
  const announced = isTimelineSection(section) || (label !== undefined && rangeOfNode(node).end > label);
  return announced && opensTimes(source, node);
};

const nodeEvents = (source: Source, section: Section, node: Nodes): Event[] =>
  linesOf(source, node).flatMap(({ raw, range }): Event[] => {
    const found = openingTime(raw);
    if (found === undefined || found.time.time === undefined) return [];
    const timeRange = { start: range.start + found.index, end: range.start + found.index + found.length };
    const block = node.type === 'code' ? rangeOfNode(node).start : section.range.start;
    return [{ time: found.time, timeRange, text: found.rest, range, form: 'list', block, section }];
  });

/** The lines that open with a time, in a section that is a timeline or below a label that announces one. */
export const lineEvents = (source: Source, section: Section, stated: StatedZone | undefined): Event[] =>
  !isTimelineSection(section) && timelineLabel(source, section) === undefined
    ? []
    : section.body
        .filter((node) => node.type === 'paragraph' || node.type === 'code')
        .filter((node) => (node.type === 'paragraph' && isTimelineSection(section)) || isLabelled(source, section, node))
        .flatMap((node) => nodeEvents(source, section, node))
        .map((event) => ({ ...event, time: withZone(event.time, stated) }));
