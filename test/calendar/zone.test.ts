/** Zones against Temporal, the reference for calendar arithmetic. */
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { fixedZone, instantsOf, namedZone, plannedInstant, utc, type Zone, zoneIndex } from '../../src/calendar/zone.ts';
import { fc } from '../tooling/fast-check.ts';

const names = [
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'America/St_Johns',
  'Africa/Casablanca',
  'Pacific/Chatham',
  'Europe/Dublin',
  'Asia/Beirut',
  'America/Santiago',
] as const;
const zoneNamed = (name: string): Zone => namedZone(name) ?? utc;
const zones = new Map(names.map((name) => [name, zoneNamed(name)]));
const local = (text: string): number => Date.parse(`${text}Z`);
const iso = (instant: number): string => new Date(instant).toISOString().replace('.000', '');
const instant = fc.integer({ min: Date.UTC(2000, 0, 1) / 1000, max: Date.UTC(2036, 11, 31) / 1000 }).map((seconds) => seconds * 1000);

describe('a named zone', () => {
  it.each([
    ['Europe/Berlin', '2026-01-05T10:00:00', 60],
    ['Europe/Berlin', '2026-07-05T10:00:00', 120],
    ['America/New_York', '2026-07-05T10:00:00', -240],
    ['Asia/Kathmandu', '2026-07-05T10:00:00', 345],
    ['Pacific/Chatham', '2026-01-05T10:00:00', 825],
    ['UTC', '2026-01-05T10:00:00', 0],
  ])('%s at %s is %i minutes ahead', (name, at, minutes) => {
    expect(zoneNamed(name).offsetAt(local(at))).toBe(minutes * 60_000);
  });

  it('knows the offset of every instant as Temporal does', () => {
    fc.assert(
      fc.property(instant, fc.constantFrom(...names), (at, name) => {
        expect(zones.get(name)?.offsetAt(at)).toBe(
          Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(name).offsetNanoseconds / 1e6,
        );
      }),
    );
  });

  it('means the instants that Temporal gives', () => {
    fc.assert(
      fc.property(instant, fc.constantFrom(...names), (wall, name) => {
        const plain = Temporal.PlainDateTime.from(iso(wall).slice(0, 19));
        const all = (['earlier', 'later'] as const).map(
          (disambiguation) => plain.toZonedDateTime(name, { disambiguation }).epochMilliseconds,
        );
        expect(instantsOf(zones.get(name) as Zone, wall)).toEqual([...new Set(all)]);
      }),
    );
  });

  it('is not one that no database has', () => {
    expect(namedZone('Europe/Berln')).toBeUndefined();
    expect(zoneIndex()('Nowhere/At_All')).toBeUndefined();
  });

  it('is made once by an index', () => {
    const index = zoneIndex();
    expect(index('Europe/Berlin')).toBe(index('Europe/Berlin'));
    expect(index('UTC')).toBe(utc);
  });
});

describe('when clocks change', () => {
  it.each([
    ['Europe/Berlin', '2026-03-29T02:30:00', ['2026-03-29T00:30:00Z', '2026-03-29T01:30:00Z']],
    ['Europe/Berlin', '2026-03-29T01:59:59', ['2026-03-29T00:59:59Z']],
    ['Europe/Berlin', '2026-03-29T03:00:00', ['2026-03-29T01:00:00Z']],
    ['Europe/Berlin', '2026-10-25T02:30:00', ['2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z']],
    ['Europe/Berlin', '2026-10-25T03:00:00', ['2026-10-25T02:00:00Z']],
    ['America/New_York', '2026-03-08T02:30:00', ['2026-03-08T06:30:00Z', '2026-03-08T07:30:00Z']],
    ['America/New_York', '2026-11-01T01:30:00', ['2026-11-01T05:30:00Z', '2026-11-01T06:30:00Z']],
    ['Australia/Lord_Howe', '2026-04-05T01:45:00', ['2026-04-04T14:45:00Z', '2026-04-04T15:15:00Z']],
  ])('%s %s means %j', (name, wall, instants) => {
    expect(instantsOf(zoneNamed(name), local(wall)).map(iso)).toEqual(instants);
  });

  it.each([
    ['a skipped time is due when the clock is moved', 'Europe/Berlin', '2026-03-29T02:30:00', '2026-03-29T01:00:00Z'],
    ['a skipped time is due when the clock is moved', 'America/New_York', '2026-03-08T02:01:00', '2026-03-08T07:00:00Z'],
    ['a repeated time is due the second time', 'Europe/Berlin', '2026-10-25T02:30:00', '2026-10-25T01:30:00Z'],
    ['any other time is due once', 'Europe/Berlin', '2026-06-01T12:00:00', '2026-06-01T10:00:00Z'],
  ])('%s: %s %s', (_, name, wall, expected) => {
    expect(iso(plannedInstant(zoneNamed(name), local(wall)))).toBe(expected);
  });

  it('a later wall clock time is never due earlier', () => {
    const changes = [...names].flatMap((name) => {
      const next = Temporal.Instant.from('2026-01-15T00:00Z').toZonedDateTimeISO(name).getTimeZoneTransition('next');
      return next === null ? [] : [{ name, at: next.epochMilliseconds + next.offsetNanoseconds / 1e6 }];
    });
    fc.assert(
      fc.property(fc.constantFrom(...changes), fc.integer({ min: -240, max: 240 }), fc.nat(240), ({ name, at }, minutes, more) => {
        const [one, other] = [at + minutes * 60_000, at + (minutes + more) * 60_000].map((wall) =>
          plannedInstant(zones.get(name) as Zone, wall),
        );
        expect(one).toBeLessThanOrEqual(other ?? 0);
      }),
    );
  });
});

describe('a fixed zone', () => {
  it.each([
    [0, '2026-01-05T10:00:00', '2026-01-05T10:00:00Z'],
    [330, '2026-01-05T10:00:00', '2026-01-05T04:30:00Z'],
    [-480, '2026-01-05T20:00:00', '2026-01-06T04:00:00Z'],
  ])('%i minutes ahead, %s is %s', (minutes, wall, expected) => {
    expect(instantsOf(fixedZone(minutes), local(wall)).map(iso)).toEqual([expected]);
    expect(iso(plannedInstant(fixedZone(minutes), local(wall)))).toBe(expected);
  });
});
