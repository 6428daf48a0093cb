/** What a deadline asks about: its value, and the events of a document. */
import { type Clock, clocks, type Evidence } from '../../calendar/clocks.ts';
import type { Counting } from '../../calendar/duration.ts';
import { evidenceOf, type StatedEvent } from '../../calendar/evidence.ts';
import type { StatedTime } from '../../calendar/stated-time.ts';
import type { ZoneIndex } from '../../calendar/zone.ts';
import { valueAt } from '../../model/located.ts';
import type { JsonSchema } from '../../model/shape.ts';
import type { KeywordContext } from './keyword.ts';
import { duration } from './value-schemas.ts';

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

/** Names as a description writes them. */
export const spelled = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(', ');

const names = Object.keys(happened);

/** The events of the model, without the date of the document. */
export const eventsBelow = names.filter((name) => name !== 'date');

export const eventPointers = eventsBelow.map((name) => `/events/${name}`);

const event = { enum: names, title: 'event' };

const events = (description: string): JsonSchema => ({
  anyOf: [event, { type: 'array', items: event, minItems: 1, uniqueItems: true }],
  description,
});

export const valueSchema: JsonSchema = {
  type: 'object',
  title: 'An event follows another within a time.',
  description: `It judges an incident report as a whole, so it stands at the top of a schema, or below its \`then\` and \`else\`. Events are ${spelled(names)}: the names of \`/events\` in the model, and its \`/date\`.`,
  required: ['from', 'within', 'met'],
  additionalProperties: false,
  properties: {
    from: events('Where the time starts to count: an event, or a list of which the first one that is known counts.'),
    within: duration('How long it may take.'),
    met: events('What has to follow: an event, or a list of which the first one that is known counts.'),
    clock: {
      enum: clocks,
      description:
        'Whose time of `met` counts. `either`, unless given: what the report declares, and git where that decides nothing; `declared`, `git`: only that one; `earliest`: one of them has to be in time; `both`: both have to be known and in time.',
    },
    calendar: {
      enum: ['elapsed', 'business'],
      description: '`business`: the units of `within` are business time even without a B. `elapsed` unless given.',
    },
    content: {
      enum: ['done', 'unknown'],
      description:
        'What the document shows by itself: `done`, that it was done but not when; `unknown`, nothing, as it has no place for it. Unless given, it was not done when no time of it is known.',
    },
    unknown: {
      enum: ['indeterminate', 'ignore'],
      description: 'What to do where no time is stated at all: `indeterminate`, unless given, reports it; `ignore` does not.',
    },
  },
  examples: [{ from: ['detected', 'date'], within: 'P2BD', met: 'rca', clock: 'both' }],
};

export interface Value {
  readonly from: EventName | readonly EventName[];
  readonly within: string;
  readonly met: EventName | readonly EventName[];
  readonly clock?: Clock;
  readonly calendar?: Counting;
  readonly content?: 'done' | 'unknown';
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
