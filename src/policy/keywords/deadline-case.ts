/** What a deadline asks about: its value, and the events of a document. */
import type { Clock, Evidence } from '../../calendar/clocks.ts';
import type { Counting } from '../../calendar/duration.ts';
import { evidenceOf, type StatedEvent } from '../../calendar/evidence.ts';
import type { StatedTime } from '../../calendar/stated-time.ts';
import type { ZoneIndex } from '../../calendar/zone.ts';
import { valueAt } from '../../model/located.ts';
import type { KeywordContext } from './keyword.ts';

/** What can start or end a deadline: `/date`, and the events below `/events`. */
export const happened = {
  started: 'the incident started',
  detected: 'the incident was detected',
  declared: 'the incident was declared',
  repaired: 'the service was repaired',
  resolved: 'the incident was resolved',
  reported: 'the report was written',
  rca: 'the root cause was analysed',
  test: 'the test was added',
  date: 'the incident happened',
} as const;

export type EventName = keyof typeof happened;

export interface Value {
  /** Where the time starts to count: the first of these that is known. */
  readonly from: EventName | readonly EventName[];
  /** ISO 8601, or business time: `PT1H`, `P7D`, `P2BD`, `PT8BH`. */
  readonly within: string;
  readonly met: EventName | readonly EventName[];
  readonly clock?: Clock;
  /** `business`: the units of `within` are business time even without a B. */
  readonly calendar?: Counting;
  /** What the document shows by itself: `done` (but not when), or `unknown` (it has no place that would show it). */
  readonly content?: 'done' | 'unknown';
  /** What to say where no time is stated at all. */
  readonly unknown?: 'indeterminate' | 'ignore';
}

export interface Case {
  readonly data: object;
  readonly value: Value;
  readonly context: KeywordContext;
  readonly zones: ZoneIndex;
}

export interface Known {
  readonly name: EventName;
  readonly pointer: string;
  readonly evidence: Evidence;
}

export const listOf = (names: EventName | readonly EventName[]): readonly EventName[] => (typeof names === 'string' ? [names] : names);

export interface Events {
  readonly [name: string]: StatedEvent | undefined;
}

export const eventsIn = (data: object): Events => (valueAt(data, '/events') ?? {}) as Events;

export const eventOf = (name: EventName, data: object): StatedEvent => {
  const date = valueAt(data, '/date') as StatedTime | undefined;
  return name === 'date' ? { ...(date !== undefined && { declared: date }) } : (eventsIn(data)[name] ?? {});
};

export const knownOf = (names: Value['from'], { data, context, zones }: Case): Known[] => {
  const day = valueAt(data, '/date/date') as string | undefined;
  return listOf(names)
    .map((name) => ({ name, evidence: evidenceOf(eventOf(name, data), { timezone: context.timezone, zones }, day) }))
    .filter(({ evidence }) => evidence.declared !== undefined || evidence.git !== undefined)
    .map((known) => ({ ...known, pointer: known.name === 'date' ? '/date' : `/events/${known.name}` }));
};
