/** `deadline`: an event follows another within a time. Answers met, late, pending, missed or indeterminate (docs/deadlines.md). */
import { type Weighed, weighClocks } from '../../calendar/clocks.ts';
import { type Duration, durationWords, lengthWords, parseDuration } from '../../calendar/duration.ts';
import { startOf } from '../../calendar/evidence.ts';
import { spanText, zoneOf } from '../../calendar/instant-text.ts';
import { limitOf } from '../../calendar/limit.ts';
import { spanOf } from '../../calendar/moment.ts';
import { dueSpan, openOutcome, type Question } from '../../calendar/outcome.ts';
import { zoneIndex } from '../../calendar/zone.ts';
import { type Case, eventPointers, eventsIn, happened, type Known, knownOf, listOf, type Value, valueSchema } from './deadline-case.ts';
import { type Fault, type Keyword, keyword } from './keyword.ts';
import { durationFault, refusing } from './refusing.ts';

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
  judged.one.value.unknown === 'ignore'
    ? []
    : unsure(judged.start.pointer, why, { ...paramsOf(judged), worst: isDone(judged.one.value) ? 'late' : 'missed' });

const withoutStart = ({ value }: Case, stated: Known | undefined): Fault[] => {
  const worst = isDone(value) ? 'late' : 'missed';
  if (typeof stated?.evidence.declared === 'string') return unsure(stated.pointer, stated.evidence.declared, { worst });
  return value.unknown === 'ignore' ? [] : unsure('', `nothing says when ${happened[listOf(value.from)[0] ?? 'detected']}`, { worst });
};

const because = (reasons: readonly (string | undefined)[]): string =>
  [...new Set(reasons.filter((reason) => reason !== undefined))].join(', and ') || 'the times leave it open';

const doneFaults = (judged: Judged, end: Known, weighed: Weighed): Fault[] => {
  const { question, start } = judged;
  const { outcome, moment } = weighed;
  if (outcome === 'met') return [];
  const params: Words = {
    ...paramsOf(judged),
    met: happened[end.name],
    ...(moment && { metTime: spanText(spanOf(moment), zoneOf(moment)) }),
  };
  const late = lengthWords(weighed.late);
  if (outcome === 'late')
    return faultAt(end.pointer, `came ${late} late: it was due ${params['due']}, ${params['within']} after ${params['from']}`, {
      ...params,
      state: 'late',
      late,
    });
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
  if (outcome === 'pending')
    return isDone(value) ? [] : faultAt(start.pointer, `is due ${params['due']}, in ${left}`, { ...params, state: 'pending', left });
  if (isDone(value)) return untold(judged, `nothing says when ${params['met']}; in a repository git shows it`);
  if (value.content === 'unknown') return untold(judged, `the document has no place that shows whether ${params['met']}`);
  if (asksGit(value) && !hasGit(data)) return untold(judged, 'there are no facts from git');
  if (outcome === 'missed')
    return faultAt(start.pointer, `was due ${params['due']}, ${late} ago, ${params['within']} after ${params['from']}`, {
      ...params,
      state: 'missed',
      late,
    });
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

export const deadline: Keyword = (context) => {
  const zones = zoneIndex();
  const definition = keyword<object, Value>({
    name: 'deadline',
    type: 'object',
    params: ['within', 'from', 'met', 'fromTime', 'due', 'metTime', 'answer', 'state', 'late', 'left', 'worst', 'why'],
    reads: ['/date', ...eventPointers],
    metaSchema: valueSchema,
    check: (data, value) => judge({ data, value, context, zones }),
  })(context);
  return refusing<Value>(definition, ({ within, calendar }) => durationFault(within, calendar));
};
