/** `clockAgrees`: git does not show an event much later than the document declares it. */
import { type Duration, durationWords, lengthWords, parseDuration } from '../../calendar/duration.ts';
import { evidenceOf, type StatedEvent } from '../../calendar/evidence.ts';
import { spanText, zoneOf } from '../../calendar/instant-text.ts';
import { limitOf } from '../../calendar/limit.ts';
import { type Moment, spanOf } from '../../calendar/moment.ts';
import { doneOutcome } from '../../calendar/outcome.ts';
import { type ZoneIndex, zoneIndex } from '../../calendar/zone.ts';
import { valueAt } from '../../model/located.ts';
import { eventPointers, eventsBelow, spelled } from './deadline-case.ts';
import { type Fault, type Keyword, type KeywordContext, keyword } from './keyword.ts';
import { durationFault, refusing } from './refusing.ts';
import { duration } from './value-schemas.ts';

interface Value {
  readonly events: readonly string[];
  readonly tolerance: string;
}

interface Clocks {
  readonly declared: Moment;
  readonly git: Moment;
}

const clocksOf = (
  data: object,
  name: string,
  { timezone, zones }: { timezone?: string | undefined; zones: ZoneIndex },
): Clocks | undefined => {
  const event = (valueAt(data, `/events/${name}`) ?? {}) as StatedEvent;
  const { declared, git } = evidenceOf(event, { timezone, zones }, valueAt(data, '/date/date') as string | undefined);
  return typeof declared === 'object' && git !== undefined ? { declared, git } : undefined;
};

const faultOf = (name: string, { declared, git }: Clocks, tolerance: Duration): Fault => {
  const lag = lengthWords(Math.max(0, spanOf(git).earliest - spanOf(declared).latest));
  const params = {
    event: name,
    declared: spanText(spanOf(declared), zoneOf(declared)),
    git: spanText(spanOf(git), zoneOf(git)),
    lag,
    tolerance: durationWords(tolerance),
  };
  return { pointer: `/events/${name}`, message: `git shows it ${lag} later`, params };
};

const judge = (data: object, { events, tolerance }: Value, { context, zones }: { context: KeywordContext; zones: ZoneIndex }): Fault[] => {
  const allowed = parseDuration(tolerance);
  if (allowed === undefined) return [];
  const limit = limitOf(allowed, zones, context.calendar);
  return events.flatMap((name) => {
    const both = clocksOf(data, name, { timezone: context.timezone, zones });
    const contradicts =
      both !== undefined && doneOutcome({ start: both.declared, limit, now: Date.parse(context.now) }, both.git).outcome === 'late';
    return contradicts ? [faultOf(name, both, allowed)] : [];
  });
};

export const clockAgrees: Keyword = (context) => {
  const zones = zoneIndex();
  const definition = keyword<object, Value>({
    name: 'clockAgrees',
    type: 'object',
    params: ['event', 'declared', 'git', 'lag', 'tolerance'],
    reads: eventPointers,
    metaSchema: {
      type: 'object',
      title: 'Git does not show an event much later than the document declares it.',
      description:
        'It judges an incident report as a whole, so it stands at the top of a schema. Only a certain contradiction fails. Earlier in git is none: work is committed before it is finished. Where one of the two times is unknown, it holds.',
      required: ['events', 'tolerance'],
      additionalProperties: false,
      properties: {
        events: {
          type: 'array',
          minItems: 1,
          items: { enum: eventsBelow, title: 'event' },
          description: `The events to compare, each one of ${spelled(eventsBelow)}.`,
        },
        tolerance: duration('How much later git may show an event.'),
      },
    },
    check: (data, value) => judge(data, value, { context, zones }),
  })(context);
  return refusing<Value>(definition, ({ tolerance }) => durationFault(tolerance));
};
