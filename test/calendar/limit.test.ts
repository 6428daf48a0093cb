/** When things are due: elapsed, calendar and business time, over changes of the clock, weekends and holidays. */
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { type Duration, parseDuration } from '../../src/calendar/duration.ts';
import { limitOf } from '../../src/calendar/limit.ts';
import { zoneIndex } from '../../src/calendar/zone.ts';
import type { Calendar } from '../../src/model/calendar.ts';
import { fc } from '../tooling/fast-check.ts';

const zones = zoneIndex();
const week = { workingDays: ['mon', 'tue', 'wed', 'thu', 'fri'], holidays: [] } as const;
const berlin: Calendar = { ...week, timezone: 'Europe/Berlin', start: '00:00', end: '24:00' };
const office: Calendar = { ...week, timezone: 'Europe/Berlin', start: '09:00', end: '17:00', holidays: ['2026-01-06', '2026-12-25'] };
const utcOffice: Calendar = { ...office, timezone: 'UTC', holidays: [] };

const due = (from: string, within: string, calendar?: Calendar): string =>
  new Date(limitOf(parseDuration(within) as Duration, zones, calendar).dueAfter(Date.parse(from))).toISOString().replace(':00.000Z', 'Z');

describe('elapsed time', () => {
  it.each([
    ['2026-01-05T10:00Z', 'PT1H', '2026-01-05T11:00Z'],
    ['2026-01-05T10:00Z', 'PT24H', '2026-01-06T10:00Z'],
    ['2026-01-05T10:00Z', 'P7D', '2026-01-12T10:00Z'],
    ['2026-01-05T10:00Z', 'P1W', '2026-01-12T10:00Z'],
    ['2026-12-31T23:30Z', 'PT1H', '2027-01-01T00:30Z'],
  ])('%s + %s is %s', (from, within, expected) => {
    expect(due(from, within)).toBe(expected);
  });
});

describe('calendar days are those of the calendar', () => {
  it.each([
    ['over the gap a day has 23 hours', '2026-03-28T11:00Z', 'P1D', '2026-03-29T10:00Z'],
    ['24 hours are 24 hours', '2026-03-28T11:00Z', 'PT24H', '2026-03-29T11:00Z'],
    ['over the overlap a day has 25 hours', '2026-10-24T10:00Z', 'P1D', '2026-10-25T11:00Z'],
    ['24 hours are 24 hours', '2026-10-24T10:00Z', 'PT24H', '2026-10-25T10:00Z'],
    ['a week over the gap', '2026-03-25T11:00Z', 'P1W', '2026-04-01T10:00Z'],
    ['due at a skipped time is due at the change', '2026-03-28T01:30Z', 'P1D', '2026-03-29T01:00Z'],
    ['due at a repeated time is due the second time', '2026-10-24T00:30Z', 'P1D', '2026-10-25T01:30Z'],
    ['hours are added after days', '2026-03-28T00:30Z', 'P1DT1H', '2026-03-29T01:30Z'],
  ])('%s: %s + %s is %s', (_, from, within, expected) => {
    expect(due(from, within, berlin)).toBe(expected);
  });

  it('agrees with Temporal wherever the due time exists once', () => {
    const start = fc.integer({ min: Date.UTC(2020, 0, 1) / 60_000, max: Date.UTC(2030, 0, 1) / 60_000 }).map((minutes) => minutes * 60_000);
    fc.assert(
      fc.property(start, fc.nat(400), (from, days) => {
        const target = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO('Europe/Berlin').toPlainDateTime().add({ days });
        const [earlier, later] = (['earlier', 'later'] as const).map(
          (disambiguation) => target.toZonedDateTime('Europe/Berlin', { disambiguation }).epochMilliseconds,
        );
        fc.pre(earlier === later);
        expect(limitOf({ days, rest: 0, business: false }, zones, berlin).dueAfter(from)).toBe(earlier);
      }),
    );
  });
});

describe('business days', () => {
  it.each([
    ['in working time: the same time of the next day', '2026-01-12T10:00Z', 'P1BD', '2026-01-13T10:00Z'],
    ['over the weekend', '2026-01-09T14:00Z', 'P1BD', '2026-01-12T14:00Z'],
    ['over a holiday', '2026-01-05T10:00Z', 'P1BD', '2026-01-07T10:00Z'],
    ['over weekend and holiday', '2026-01-02T10:00Z', 'P2BD', '2026-01-07T10:00Z'],
    ['on Saturday: the close of Monday', '2026-01-10T12:00Z', 'P1BD', '2026-01-12T16:00Z'],
    ['on a holiday: the close of the next day', '2026-01-06T10:00Z', 'P1BD', '2026-01-07T16:00Z'],
    ['before the opening: the close of that day', '2026-01-12T05:00Z', 'P1BD', '2026-01-12T16:00Z'],
    ['at the opening: the opening of the next day', '2026-01-12T08:00Z', 'P1BD', '2026-01-13T08:00Z'],
    ['at the close: the close of the next day', '2026-01-12T16:00Z', 'P1BD', '2026-01-13T16:00Z'],
    ['a minute before the close', '2026-01-12T15:59Z', 'P1BD', '2026-01-13T15:59Z'],
    ['five days are a week', '2026-01-12T10:00Z', 'P5BD', '2026-01-19T10:00Z'],
    ['over a change of the clock', '2026-03-27T10:00Z', 'P1BD', '2026-03-30T09:00Z'],
    ['no day at all is now', '2026-01-12T10:00Z', 'P0BD', '2026-01-12T10:00Z'],
    ['no day at all waits for the opening', '2026-01-10T10:00Z', 'P0BD', '2026-01-12T08:00Z'],
    ['over Christmas', '2026-12-24T10:00Z', 'P1BD', '2026-12-28T10:00Z'],
  ])('%s: %s + %s is %s', (_, from, within, expected) => {
    expect(due(from, within, office)).toBe(expected);
  });

  it('of a whole-day calendar end at midnight', () => {
    expect(due('2026-01-10T12:00Z', 'P1BD', berlin)).toBe('2026-01-12T23:00Z');
    expect(due('2026-01-10T12:00Z', 'P1BD')).toBe('2026-01-13T00:00Z');
  });
});

describe('business hours', () => {
  it.each([
    ['within a day', '2026-01-12T09:00Z', 'PT4BH', '2026-01-12T13:00Z'],
    ['to the close', '2026-01-12T09:00Z', 'PT8BH', '2026-01-12T17:00Z'],
    ['over night', '2026-01-12T15:00Z', 'PT4BH', '2026-01-13T11:00Z'],
    ['over the weekend', '2026-01-09T16:00Z', 'PT4BH', '2026-01-12T12:00Z'],
    ['from Saturday', '2026-01-10T12:00Z', 'PT1BH', '2026-01-12T10:00Z'],
    ['from the close', '2026-01-12T17:00Z', 'PT30BM', '2026-01-13T09:30Z'],
    ['two days worth', '2026-01-12T12:00Z', 'PT16BH', '2026-01-14T12:00Z'],
    ['days and hours', '2026-01-12T12:00Z', 'P1BDT6BH', '2026-01-14T10:00Z'],
    ['none', '2026-01-12T12:00Z', 'PT0BH', '2026-01-12T12:00Z'],
  ])('%s: %s + %s is %s', (_, from, within, expected) => {
    expect(due(from, within, utcOffice)).toBe(expected);
  });

  it('skip holidays', () => {
    expect(due('2026-01-05T15:00Z', 'PT2BH', office)).toBe('2026-01-07T09:00Z');
  });
});

describe('a calendar that cannot be counted in is a usage error', () => {
  it.each<[string, Partial<Calendar>, RegExp]>([
    ['hours that end before they begin', { start: '22:00', end: '06:00' }, /workingHours: 22:00-06:00/],
    ['no working day', { workingDays: [] }, /No working day/],
    ['an unknown zone', { timezone: 'Europe/Berln' }, /"Europe\/Berln" is not a time zone/],
  ])('%s', (_, wrong, message) => {
    expect(() => due('2026-01-12T10:00Z', 'P1BD', { ...office, ...wrong })).toThrow(message);
  });
});

describe('any limit', () => {
  it('is never earlier for a later start, and never before its start', () => {
    const instant = fc
      .integer({ min: Date.UTC(2026, 0, 1) / 60_000, max: Date.UTC(2026, 11, 31) / 60_000 })
      .map((minutes) => minutes * 60_000);
    const within = fc.constantFrom('PT1H', 'P1D', 'P7D', 'P1BD', 'P3BD', 'PT5BH', 'P1BDT3BH');
    fc.assert(
      fc.property(instant, fc.nat(3 * 86_400_000), within, fc.constantFrom(berlin, office, utcOffice), (from, more, text, calendar) => {
        const { dueAfter } = limitOf(parseDuration(text) as Duration, zones, calendar);
        expect(dueAfter(from)).toBeLessThanOrEqual(dueAfter(from + more));
        expect(dueAfter(from)).toBeGreaterThanOrEqual(from);
      }),
    );
  });
});
