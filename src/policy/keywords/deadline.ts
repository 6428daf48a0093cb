/** `deadline`: an event follows another within a time. Answers met, late, pending, missed or indeterminate (docs/deadlines.md). */
import { type Clock, clocks, type Evidence, type Weighed, weighClocks } from '../../calendar/clocks.ts';
import { type Counting, type Duration, durationWords, lengthWords, parseDuration } from '../../calendar/duration.ts';
import { evidenceOf, type StatedEvent, startOf } from '../../calendar/evidence.ts';
import { spanText, zoneOf } from '../../calendar/instant-text.ts';
import { limitOf } from '../../calendar/limit.ts';
import { spanOf } from '../../calendar/moment.ts';
import { dueSpan, openOutcome, type Question } from '../../calendar/outcome.ts';
import type { StatedTime } from '../../calendar/stated-time.ts';
import { type ZoneIndex, zoneIndex } from '../../calendar/zone.ts';
import { valueAt } from '../../model/located.ts';
import { type Fault, type Keyword, type KeywordContext, keyword } from './keyword.ts';
import { durationFault, refusing } from './refusing.ts';

/** What can start or end a deadline: `/date`, and the events below `/events`. */
const happened = {
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

type EventName = keyof typeof happened;

interface Value {
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

interface Case {
  readonly data: object;
  readonly value: Value;
  readonly context: KeywordContext;
  readonly zones: ZoneIndex;
}

interface Known {
  readonly name: EventName;
  readonly pointer: string;
  readonly evidence: Evidence;
}

const listOf = (names: EventName | readonly EventName[]): readonly EventName[] => (typeof names === 'string' ? [names] : names);

interface Events {
  readonly [name: string]: StatedEvent | undefined;
}

const eventsIn = (data: object): Events => (valueAt(data, '/events') ?? {}) as Events;

const eventOf = (name: EventName, data: object): StatedEvent => {
  const date = valueAt(data, '/date') as StatedTime | undefined;
  return name === 'date' ? { ...(date !== undefined && { declared: date }) } : (eventsIn(data)[name] ?? {});
};

const knownOf = (names: Value['from'], { data, context, zones }: Case): Known[] => {
  const day = valueAt(data, '/date/date') as string | undefined;
  return listOf(names)
    .map((name) => ({ name, evidence: evidenceOf(eventOf(name, data), { timezone: context.timezone, zones }, day) }))
    .filter(({ evidence }) => evidence.declared !== undefined || evidence.git !== undefined)
    .map((known) => ({ ...known, pointer: known.name === 'date' ? '/date' : `/events/${known.name}` }));
};

interface Judged {
  readonly one: Case;
  readonly start: Known;
  readonly question: Question;
  readonly duration: Duration;
}

type Words = Readonly<Record<string, string>>;

const paramsOf = ({ one, start, question, duration }: Judged): Words => {
  const zone = zoneOf(question.start);
  return {
    within: durationWords(duration),
    from: happened[start.name],
    met: happened[listOf(one.value.met)[0] ?? 'reported'],
    fromTime: spanText(spanOf(question.start), zone),
    due: spanText(dueSpan(question), zone),
  };
};

const faultAt = (pointer: string, answer: string, params: Words): Fault[] => [{ pointer, message: answer, params: { ...params, answer } }];

const isDone = ({ content }: Value): boolean => content === 'done';

const unsure = (pointer: string, why: string, params: Words & { readonly worst: 'late' | 'missed' }): Fault[] =>
  faultAt(pointer, `${params.worst === 'late' ? 'may be late' : 'may be overdue'}: ${why}`, { ...params, state: 'indeterminate', why });

// Nothing states a time: that is said, unless the rule leaves such documents alone.
const untold = (judged: Judged, why: string): Fault[] =>
  judged.one.value.unknown === 'ignore' ? [] : unsure(judged.start.pointer, why, { ...paramsOf(judged), worst: isDone(judged.one.value) ? 'late' : 'missed' });

const withoutStart = ({ value }: Case, stated: Known | undefined): Fault[] => {
  const worst = isDone(value) ? 'late' : 'missed';
  if (typeof stated?.evidence.declared === 'string') return unsure(stated.pointer, stated.evidence.declared, { worst });
  return value.unknown === 'ignore' ? [] : unsure('', `nothing says when ${happened[listOf(value.from)[0] ?? 'detected']}`, { worst });
};

const because = (reasons: readonly (string | undefined)[]): string => [...new Set(reasons.filter((reason) => reason !== undefined))].join(', and ') || 'the times leave it open';

const doneFaults = (judged: Judged, end: Known, weighed: Weighed): Fault[] => {
  const { question, start } = judged;
  const { outcome, moment } = weighed;
  if (outcome === 'met') return [];
  const params: Words = { ...paramsOf(judged), met: happened[end.name], ...(moment && { metTime: spanText(spanOf(moment), zoneOf(moment)) }) };
  const late = lengthWords(weighed.late);
  if (outcome === 'late') return faultAt(end.pointer, `came ${late} late: it was due ${params['due']}, ${params['within']} after ${params['from']}`, { ...params, state: 'late', late });
  const order = `${happened[end.name]} before ${happened[start.name]}, say the times`;
  const why = outcome === 'before' ? order : because([question.start.doubt, weighed.doubt ?? moment?.doubt]);
  return unsure(end.pointer, why, { ...params, worst: 'late' });
};

const asksGit = ({ clock }: Value): boolean => clock === 'git' || clock === 'both';

const hasGit = (data: object): boolean => Object.values(eventsIn(data)).some((event) => event?.git !== undefined);

const openFaults = (judged: Judged): Fault[] => {
  const { one, start, question } = judged;
  const { value, data } = one;
  const outcome = openOutcome(question);
  const params = paramsOf(judged);
  const span = dueSpan(question);
  const [left, late] = [lengthWords(span.earliest - question.now), lengthWords(question.now - span.latest)];
  if (outcome === 'pending') return isDone(value) ? [] : faultAt(start.pointer, `is due ${params['due']}, in ${left}`, { ...params, state: 'pending', left });
  if (isDone(value)) return untold(judged, `nothing says when ${params['met']}; in a repository git shows it`);
  if (value.content === 'unknown') return untold(judged, `the document has no place that shows whether ${params['met']}`);
  if (asksGit(value) && !hasGit(data)) return untold(judged, 'there are no facts from git');
  if (outcome === 'missed') return faultAt(start.pointer, `was due ${params['due']}, ${late} ago, ${params['within']} after ${params['from']}`, { ...params, state: 'missed', late });
  return unsure(start.pointer, because([question.start.doubt]), { ...params, worst: 'missed' });
};

const judge = (one: Case): Fault[] => {
  const { value, context, zones } = one;
  const starts = knownOf(value.from, one);
  const start = starts.find(({ evidence }) => startOf(evidence) !== undefined);
  const moment = startOf(start?.evidence ?? {});
  const duration = parseDuration(value.within, value.calendar);
  if (start === undefined || moment === undefined || duration === undefined) return withoutStart(one, starts[0]);
  const question = { start: moment, limit: limitOf(duration, zones, context.calendar), now: Date.parse(context.now) };
  const judged = { one, start, question, duration };
  for (const end of knownOf(value.met, one)) {
    const weighed = weighClocks(question, end.evidence, value.clock ?? 'either');
    if (weighed !== undefined) return doneFaults(judged, end, weighed);
  }
  return openFaults(judged);
};

const events = { enum: Object.keys(happened) };
const oneOrMore = { anyOf: [events, { type: 'array', items: events, minItems: 1, uniqueItems: true }] };

/** Judges the document as a whole: the names are those of `/events`, and `date`. */
export const deadline: Keyword = (context) => {
  const zones = zoneIndex();
  const definition = keyword<object, Value>({
    name: 'deadline',
    type: 'object',
    metaSchema: {
      type: 'object',
      required: ['from', 'within', 'met'],
      additionalProperties: false,
      properties: {
        from: oneOrMore,
        within: { type: 'string' },
        met: oneOrMore,
        clock: { enum: clocks },
        calendar: { enum: ['elapsed', 'business'] },
        content: { enum: ['done', 'unknown'] },
        unknown: { enum: ['indeterminate', 'ignore'] },
      },
    },
    check: (data, value) => judge({ data, value, context, zones }),
  })(context);
  return refusing<Value>(definition, ({ within, calendar }) => durationFault(within, calendar));
};
