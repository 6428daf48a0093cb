/** What stated times can mean: zones, precision, vagueness, and why. */
import { describe, expect, it } from 'vitest';
import { clockChange, type Moment, momentAt, momentOf, spanOf } from '../../src/calendar/moment.ts';
import type { StatedTime } from '../../src/calendar/stated-time.ts';
import { zoneIndex } from '../../src/calendar/zone.ts';

const zones = zoneIndex();
const text = (instant: number): string => new Date(instant).toISOString().replace(/(?:\.000|:00\.000)Z$/, 'Z');

/** `2026-01-05 10:05 CET`, `2026-01-05 14:??`, `2026-01-05`; a leading `~` is approximate. */
const stated = (raw: string): StatedTime => {
  const [, about, date, time, zone] = /^(~?)(\d{4}-\d{2}-\d{2})(?: (\d{2}(?::(?:\d{2}|\?\?))?(?::\d{2})?))?(?: (.+))?$/.exec(raw) ?? [];
  const precision = time === undefined ? 'day' : time.includes('?') ? 'hour' : time.length > 5 ? 'second' : 'minute';
  return {
    raw,
    precision,
    date,
    ...(time && { time: time.replace(':??', '') }),
    ...(zone && { zone }),
    ...(about && { approximate: true }),
  };
};

const momentIn = (raw: string, timezone?: string): Moment => {
  const moment = momentOf(stated(raw), { zones, timezone });
  if (typeof moment === 'string') throw new Error(moment);
  return moment;
};

const span = (raw: string, timezone?: string): string[] => Object.values(spanOf(momentIn(raw, timezone))).map(text);

describe('a time to the minute with an exact zone is one instant', () => {
  it.each([
    ['2026-01-05 10:05 Z', '2026-01-05T10:05Z'],
    ['2026-01-05 10:05 UTC', '2026-01-05T10:05Z'],
    ['2026-01-05 10:05 GMT', '2026-01-05T10:05Z'],
    ['2026-01-05 10:05 +01:00', '2026-01-05T09:05Z'],
    ['2026-01-05 10:05 -0800', '2026-01-05T18:05Z'],
    ['2026-01-05 10:05 UTC+2', '2026-01-05T08:05Z'],
    ['2026-01-05 10:05 GMT-05:30', '2026-01-05T15:35Z'],
    ['2026-01-05 10:05 Europe/Berlin', '2026-01-05T09:05Z'],
    ['2026-07-05 10:05 Europe/Berlin', '2026-07-05T08:05Z'],
    ['2026-07-05 10:05 US/Eastern', '2026-07-05T14:05Z'],
    ['2026-01-05 10:05 JST', '2026-01-05T01:05Z'],
    ['2026-01-05 10:05 KST', '2026-01-05T01:05Z'],
    ['2026-01-05 10:05:30 UTC', '2026-01-05T10:05:30Z'],
    ['2026-07-05 10:05 PT', '2026-07-05T17:05Z'],
    ['2026-07-05 10:05 ET', '2026-07-05T14:05Z'],
    ['2026-07-05 10:05 MT', '2026-07-05T16:05Z'],
  ])('%s is %s', (raw, expected) => {
    expect(span(raw)).toEqual([expected, expected]);
    expect(momentIn(raw).doubt).toBeUndefined();
  });
});

describe('an abbreviation is a claim', () => {
  it.each([
    ['2026-01-05 10:05 CET', '2026-01-05T09:05Z', '2026-01-05T09:05Z'],
    ['2026-07-05 10:05 CET', '2026-07-05T08:05Z', '2026-07-05T09:05Z'],
    ['2026-07-05 10:05 CEST', '2026-07-05T08:05Z', '2026-07-05T08:05Z'],
    ['2026-01-05 10:05 CEST', '2026-01-05T08:05Z', '2026-01-05T09:05Z'],
    ['2026-01-05 10:05 EST', '2026-01-05T15:05Z', '2026-01-05T15:05Z'],
    ['2026-07-05 10:05 EST', '2026-07-05T14:05Z', '2026-07-05T15:05Z'],
    ['2026-07-05 10:05 EDT', '2026-07-05T14:05Z', '2026-07-05T14:05Z'],
    ['2026-07-05 10:05 PST', '2026-07-05T17:05Z', '2026-07-05T18:05Z'],
    ['2026-01-05 10:05 PDT', '2026-01-05T17:05Z', '2026-01-05T18:05Z'],
    ['2026-07-05 10:05 MST', '2026-07-05T16:05Z', '2026-07-05T17:05Z'],
    ['2026-07-05 10:05 WET', '2026-07-05T09:05Z', '2026-07-05T10:05Z'],
    ['2026-07-05 10:05 EET', '2026-07-05T07:05Z', '2026-07-05T08:05Z'],
    ['2026-01-05 10:05 AEST', '2026-01-04T23:05Z', '2026-01-05T00:05Z'],
    ['2026-07-05 10:05 AEDT', '2026-07-04T23:05Z', '2026-07-05T00:05Z'],
    ['2026-07-05 10:05 NZST', '2026-07-04T22:05Z', '2026-07-04T22:05Z'],
    ['2026-07-05 10:05 IST', '2026-07-05T04:35Z', '2026-07-05T09:05Z'],
    ['2026-07-05 10:05 BST', '2026-07-04T23:05Z', '2026-07-05T09:05Z'],
    ['2026-07-05 10:05 CST', '2026-07-05T02:05Z', '2026-07-05T16:05Z'],
    ['2026-07-05 10:05 CT', '2026-07-05T02:05Z', '2026-07-05T15:05Z'],
    ['2026-07-05 10:05 cet', '2026-07-05T08:05Z', '2026-07-05T09:05Z'],
  ])('%s is from %s to %s', (raw, earliest, latest) => {
    expect(span(raw)).toEqual([earliest, latest]);
    expect(momentIn(raw).doubt === undefined).toBe(earliest === latest);
  });
});

describe('a time without a zone', () => {
  it('takes the configured one', () => {
    expect(span('2026-07-05 10:05', 'Europe/Berlin')).toEqual(['2026-07-05T08:05Z', '2026-07-05T08:05Z']);
  });

  it('is that of any zone on earth without one', () => {
    expect(span('2026-07-05 10:05')).toEqual(['2026-07-04T20:05Z', '2026-07-05T22:05Z']);
    expect(momentIn('2026-07-05 10:05').doubt).toBe('"2026-07-05 10:05" names no time zone');
  });

  it('is that of any zone when nobody knows the zone it names, whatever is configured', () => {
    expect(span('2026-07-05 10:05 Mars/Base', 'Europe/Berlin')).toEqual(['2026-07-04T20:05Z', '2026-07-05T22:05Z']);
    expect(span('2026-07-05 10:05 XYZ', 'Europe/Berlin')).toEqual(['2026-07-04T20:05Z', '2026-07-05T22:05Z']);
    expect(momentIn('2026-07-05 10:05 XYZ').doubt).toBe('the time zone "XYZ" is not known');
  });
});

describe('precision', () => {
  it.each([
    ['2026-01-05 Z', '2026-01-05T00:00Z', '2026-01-05T23:59:59.999Z', '"2026-01-05 Z" gives only the day'],
    ['2026-01-05 14:?? Z', '2026-01-05T14:00Z', '2026-01-05T14:59:59.999Z', '"2026-01-05 14:?? Z" gives only the hour'],
    ['2026-03-29 Europe/Berlin', '2026-03-28T23:00Z', '2026-03-29T21:59:59.999Z', '"2026-03-29 Europe/Berlin" gives only the day'],
    ['2026-10-25 Europe/Berlin', '2026-10-24T22:00Z', '2026-10-25T22:59:59.999Z', '"2026-10-25 Europe/Berlin" gives only the day'],
    [
      '2026-10-25 02:?? Europe/Berlin',
      '2026-10-25T00:00Z',
      '2026-10-25T01:59:59.999Z',
      '"2026-10-25 02:?? Europe/Berlin" gives only the hour',
    ],
    ['2026-01-05', '2026-01-04T10:00Z', '2026-01-06T11:59:59.999Z', '"2026-01-05" gives only the day'],
    ['~2026-01-05 10:00 Z', '2026-01-05T09:30Z', '2026-01-05T10:30Z', '"~2026-01-05 10:00 Z" is approximate'],
    ['~2026-01-05 14:?? Z', '2026-01-05T13:00Z', '2026-01-05T15:59:59.999Z', '"~2026-01-05 14:?? Z" gives only the hour'],
    ['~2026-01-05 Z', '2026-01-04T00:00Z', '2026-01-06T23:59:59.999Z', '"~2026-01-05 Z" gives only the day'],
    ['2026-03-29 02:30 Europe/Berlin', '2026-03-29T00:30Z', '2026-03-29T01:30Z', 'clocks changed around "2026-03-29 02:30 Europe/Berlin"'],
    ['2026-10-25 02:30 Europe/Berlin', '2026-10-25T00:30Z', '2026-10-25T01:30Z', 'clocks changed around "2026-10-25 02:30 Europe/Berlin"'],
  ])('%s is from %s to %s', (raw, earliest, latest, doubt) => {
    expect(span(raw)).toEqual([earliest, latest]);
    expect(momentIn(raw).doubt).toBe(doubt);
  });

  it('gives the unit that a limit holds for', () => {
    expect(
      ['2026-01-05 10:00 Z', '2026-01-05 10:00:00 Z', '2026-01-05 Z', '~2026-01-05 10:00 Z'].map((raw) => momentIn(raw).grain),
    ).toEqual([60_000, 1000, 1, 1]);
    expect(momentAt(7)).toMatchObject({ grain: 1000, readings: [{ earliest: 7, latest: 7 }] });
  });
});

describe('what names no instant says why', () => {
  it.each<[StatedTime, string]>([
    [{ raw: '2026-02-30', precision: 'day', impossible: true }, '"2026-02-30" does not exist'],
    [{ raw: '05/01/2026', precision: 'unknown', ambiguous: true }, '"05/01/2026" can be two days'],
    [{ raw: 'yesterday', precision: 'unknown' }, '"yesterday" is not a time'],
    [{ raw: '10:05', precision: 'minute', time: '10:05' }, '"10:05" has no date'],
  ])('%j', (time, why) => {
    expect(momentOf(time, { zones })).toBe(why);
  });
});

describe('between two times of an unknown clock', () => {
  const at = (wall: string): { earliest: number; latest: number } => ({
    earliest: Date.parse(`${wall}:00Z`),
    latest: Date.parse(`${wall}:00Z`),
  });
  it.each([
    ['2026-01-05T10:00', '2026-01-05T20:59', 0],
    ['2026-01-05T07:00', '2026-01-05T08:00', 0],
    ['2026-01-05T06:59', '2026-01-05T08:00', 3_600_000],
    ['2026-01-05T10:00', '2026-01-05T21:00', 3_600_000],
    ['2026-01-05T10:00', '2026-01-06T10:00', 3_600_000],
  ])('%s and %s the clock may move by %i ms', (one, other, change) => {
    expect(clockChange(at(one), at(other))).toBe(change);
    expect(clockChange(at(other), at(one))).toBe(change);
  });
});
