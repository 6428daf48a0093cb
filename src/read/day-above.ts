/** The day that heads an event: a paragraph before it that is a day and nothing else, else the nearest title that carries one. */
import { plain, rangeOfNode } from '../markdown/nodes.ts';
import { nearestDay } from './local-time.ts';
import { openingTime } from './opening-time.ts';
import { findTime } from './time.ts';
import type { Event } from './timeline-tables.ts';

const isDayAlone = (text: string): boolean => {
  const found = openingTime(text);
  return found !== undefined && found.time.time === undefined && !/[\p{L}\p{N}]/u.test(found.rest);
};

/** The date above an event. `known` is the date of the document, which tells the year where none is written. */
export const dayAbove = ({ section, range }: Event, known: string | undefined): string | undefined => {
  const leads = section.body
    .filter((node) => node.type === 'paragraph' && rangeOfNode(node).end <= range.start)
    .map((node) => plain(node).replace(/[\s:：]+$/, ''));
  return [...leads.filter(isDayAlone).slice(-1), ...[...section.path].reverse()]
    .map((text) => findTime(text)?.time)
    .map((day) => day?.date ?? (day?.monthDay === undefined || known === undefined ? undefined : nearestDay(known, day.monthDay)))
    .find((date) => date !== undefined);
};
