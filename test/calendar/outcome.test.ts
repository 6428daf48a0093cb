/** Only a certain answer is given: outcomes against every pair of instants that two times can mean. */
import { describe, expect, it } from 'vitest';
import { type Duration, parseDuration } from '../../src/calendar/duration.ts';
import { limitOf } from '../../src/calendar/limit.ts';
import { type Moment, momentAt, momentOf } from '../../src/calendar/moment.ts';
import { doneOutcome, openOutcome, type Question } from '../../src/calendar/outcome.ts';
import type { StatedTime } from '../../src/calendar/stated-time.ts';
import { instantsOf, namedZone, utc, type Zone, zoneIndex } from '../../src/calendar/zone.ts';
import type { Calendar } from '../../src/model/calendar.ts';
import { fc } from '../tooling/fast-check.ts';

const zones = zoneIndex();
const minute = 60_000;
const office: Calendar = {
  timezone: 'Europe/Berlin',
  workingDays: ['mon', 'tue', 'wed', 'thu', 'fri'],
  start: '09:00',
  end: '17:00',
  holidays: ['2026-03-30'],
};
// Two days on which clocks change, and quiet ones before and after.
const wall = fc.oneof(
  fc.integer({ min: Date.UTC(2026, 2, 27) / minute, max: Date.UTC(2026, 3, 2) / minute }),
  fc.integer({ min: Date.UTC(2026, 9, 23) / minute, max: Date.UTC(2026, 9, 28) / minute }),
);
const zone = fc.constantFrom(undefined, 'UTC', '+02:00', 'CET', 'EST', 'IST', 'Europe/Berlin', 'XYZ');
const precision = fc.constantFrom('minute', 'minute', 'hour', 'day') as fc.Arbitrary<'minute' | 'hour' | 'day'>;

const stated = fc
  .record({ at: wall, zone, precision, approximate: fc.constantFrom(false, false, true) })
  .map(({ at, zone, precision, approximate }): StatedTime => {
    const text = new Date(at * minute).toISOString();
    const time = { minute: text.slice(11, 16), hour: text.slice(11, 13), day: undefined }[precision];
    return { raw: text, precision, date: text.slice(0, 10), time, zone, approximate };
  });

const momentIn = (time: StatedTime): Moment => momentOf(time, { zones }) as Moment;

interface Asked extends Question {
  readonly time: StatedTime;
}

const question: fc.Arbitrary<Asked> = fc
  .record({
    start: stated,
    within: fc.constantFrom('PT1H', 'PT24H', 'P1D', 'P7D', 'P1BD', 'PT8BH'),
    calendar: fc.constantFrom(undefined, office),
    now: wall,
  })
  .map(({ start, within, calendar, now }) => ({
    time: start,
    start: momentIn(start),
    limit: limitOf(parseDuration(within) as Duration, zones, calendar),
    now: now * minute,
  }));

const berlin = namedZone('Europe/Berlin') as Zone;
const newYork = namedZone('America/New_York') as Zone;
const fixed = (hours: number): Zone => ({ ...utc, name: `${hours}`, offsetAt: () => hours * 60 * minute });
const everywhere = [berlin, newYork, ...[-12, 5.5, 14].map(fixed)];
const understandings: Readonly<Record<string, readonly Zone[]>> = {
  UTC: [utc],
  '+02:00': [fixed(2)],
  CET: [fixed(1), berlin],
  EST: [fixed(-5), newYork],
  IST: [fixed(5.5), namedZone('Asia/Jerusalem') as Zone, namedZone('Europe/Dublin') as Zone],
  'Europe/Berlin': [berlin],
};
const zonesOf = ({ zone }: StatedTime): readonly Zone[] => understandings[zone ?? ''] ?? everywhere;

// A few of the wall clock times that a time covers, written here anew.
const walls = ({ date, time, precision, approximate }: StatedTime): number[] => {
  const start = Date.parse(`${date}T${precision === 'day' ? '00:00' : precision === 'hour' ? `${time}:00` : time}Z`);
  const length = { minute: 0, hour: 60, day: 1440 }[precision as 'minute'] * minute;
  const about = approximate === true ? { minute: 30, hour: 60, day: 1440 }[precision as 'minute'] * minute : 0;
  const last = Math.max(start, start + length - 1);
  return [...new Set([start - about, Math.floor((start + last) / 2), last + about])];
};

const instants = (time: StatedTime, zone: Zone): number[] => walls(time).flatMap((at) => instantsOf(zone, at));

interface Pair {
  readonly due: number;
  readonly to: number;
}

/** Every pair of instants, the first as what is due: one person wrote both times, so the same words mean the same zone. What was done was done by now, and not before it could be. */
const pairsOf = ({ time: start, limit, now }: Asked, end: StatedTime): Pair[] =>
  zonesOf(start).flatMap((one) => {
    const ends = zonesOf(end).filter((other) => start.zone !== end.zone || one === other);
    const tos = ends.flatMap((other) => instants(end, other)).filter((to) => to <= now);
    return instants(start, one).flatMap((from) => {
      const due = limit.dueAfter(from);
      return tos.filter((to) => to >= from).map((to) => ({ due, to }));
    });
  });

describe('something done', () => {
  it('is met or late only if every pair of instants says so', () => {
    fc.assert(
      fc.property(question, stated, (asked, end) => {
        const { outcome } = doneOutcome(asked, momentIn(end));
        fc.pre(outcome === 'met' || outcome === 'late');
        const wrong = pairsOf(asked, end).find(({ due, to }) => to < due + asked.start.grain !== (outcome === 'met'));
        expect(wrong).toBeUndefined();
      }),
      { numRuns: 500 },
    );
  });

  it('is met or late exactly as the arithmetic says when both instants are exact', () => {
    fc.assert(
      fc.property(wall, wall, fc.constantFrom('PT1H', 'P1D', 'P1BD'), (from, to, within) => {
        fc.pre(to >= from);
        const limit = limitOf(parseDuration(within) as Duration, zones, office);
        const { outcome } = doneOutcome({ start: momentAt(from * minute), limit, now: Number.MAX_SAFE_INTEGER }, momentAt(to * minute));
        expect(outcome).toBe(to * minute <= limit.dueAfter(from * minute) ? 'met' : 'late');
      }),
    );
  });

  it('never turns from met to late or back as time goes by', () => {
    fc.assert(
      fc.property(question, stated, fc.nat(20_000), (asked, end, later) => {
        const outcomes = [asked, { ...asked, now: asked.now + later * minute }].map((one) => doneOutcome(one, momentIn(end)).outcome);
        expect([
          ['met', 'late'],
          ['late', 'met'],
        ]).not.toContainEqual(outcomes);
      }),
    );
  });

  it('is late by no more than the arithmetic says', () => {
    fc.assert(
      fc.property(question, stated, (asked, end) => {
        const { outcome, late } = doneOutcome(asked, momentIn(end));
        fc.pre(outcome === 'late');
        expect(pairsOf(asked, end).find(({ due, to }) => late > to - due)).toBeUndefined();
      }),
    );
  });
});

describe('something not done', () => {
  it('is pending or missed only if every instant of its start says so', () => {
    fc.assert(
      fc.property(question, (asked) => {
        const outcome = openOutcome(asked);
        const over = zonesOf(asked.time)
          .flatMap((one) => instants(asked.time, one))
          .map((from) => asked.now > asked.limit.dueAfter(from) + asked.start.grain - 1);
        if (outcome === 'pending') expect(over).not.toContain(true);
        if (outcome === 'missed') expect(over).not.toContain(false);
      }),
      { numRuns: 500 },
    );
  });

  it('goes from pending over uncertain to missed, never back', () => {
    const order = ['pending', 'uncertain', 'missed'];
    fc.assert(
      fc.property(question, fc.nat(20_000), (asked, later) => {
        const next: Question = { ...asked, now: asked.now + later * minute };
        expect(order.indexOf(openOutcome(next))).toBeGreaterThanOrEqual(order.indexOf(openOutcome(asked)));
      }),
    );
  });
});

it('the same question has the same answer', () => {
  fc.assert(
    fc.property(question, stated, (asked, end) => {
      expect(doneOutcome(asked, momentIn(end))).toEqual(doneOutcome(asked, momentIn(end)));
    }),
  );
});
