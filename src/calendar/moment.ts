/** Stated times → moments: every instant that a time can mean, and why it is not sure which. */
import { day, hour, minute, type Span, type StatedTime, second, unreadable, wallClock } from './stated-time.ts';
import { instantsOf, utc, type Zone, type ZoneIndex } from './zone.ts';
import { zonesMeant } from './zone-names.ts';

/** The instants of a moment under one understanding of its zone. */
export interface Reading extends Span {
  /** The understanding; times that name the same zone are understood alike. */
  readonly zone: Zone | undefined;
  /** The wall clock, as if UTC, where the zone is unknown. */
  readonly wall?: Span;
}

export interface Moment {
  /** At least one. */
  readonly readings: readonly Reading[];
  /** The zone as written; empty when none is. */
  readonly zoneText: string;
  /** The unit it is written in, in milliseconds: a limit counted from it holds until that unit is over. */
  readonly grain: number;
  /** Why it is not one instant. */
  readonly doubt?: string;
}

/** How to understand times that do not say everything. */
export interface Defaults {
  /** IANA name of the zone of times that state none. */
  readonly timezone?: string | undefined;
  readonly zones: ZoneIndex;
}

/** Clocks on earth run from UTC-12 to UTC+14. */
const behind = 12 * hour;
const ahead = 14 * hour;

const readingIn = (zone: Zone, wall: Span): Reading => ({
  zone,
  earliest: instantsOf(zone, wall.earliest)[0] ?? wall.earliest,
  latest: instantsOf(zone, wall.latest).at(-1) ?? wall.latest,
});

const anywhere = (wall: Span): Reading => ({ zone: undefined, earliest: wall.earliest - ahead, latest: wall.latest + behind, wall });

const zonesOf = ({ zone }: StatedTime, { timezone, zones }: Defaults): readonly Zone[] => {
  if (zone !== undefined) return zonesMeant(zone, zones);
  const assumed = timezone === undefined ? undefined : zones(timezone);
  return assumed === undefined ? [] : [assumed];
};

const coarse = { second: '', minute: '', hour: 'only the hour', day: 'only the day', unknown: 'no time' } as const;

const doubtOf = (time: StatedTime, readings: readonly Reading[]): string | undefined => {
  const { raw, zone, precision, approximate } = time;
  if (coarse[precision] !== '') return `"${raw}" gives ${coarse[precision]}`;
  if (approximate === true) return `"${raw}" is approximate`;
  const [first] = readings;
  if (first?.zone === undefined) return zone === undefined ? `"${raw}" names no time zone` : `the time zone "${zone}" is not known`;
  if (readings.some(({ earliest, latest }) => earliest !== latest)) return `clocks changed around "${raw}"`;
  if (readings.some(({ earliest }) => earliest !== first.earliest)) return `"${zone ?? ''}" can mean more than one offset from UTC`;
  return undefined;
};

/** The moment that a time states, or why it states none. */
export const momentOf = (time: StatedTime, defaults: Defaults): Moment | string => {
  const wrong = unreadable(time);
  if (wrong !== undefined) return wrong;
  const wall = wallClock(time);
  const zones = zonesOf(time, defaults);
  const readings = zones.length === 0 ? [anywhere(wall)] : zones.map((zone) => readingIn(zone, wall));
  const doubt = doubtOf(time, readings);
  const exact = { second, minute, hour: 1, day: 1, unknown: 1 }[time.precision];
  return { readings, zoneText: time.zone ?? '', grain: time.approximate === true ? 1 : exact, ...(doubt && { doubt }) };
};

/** The moment of an exact instant, such as a commit. */
export const momentAt = (instant: number): Moment => ({
  readings: [{ zone: utc, earliest: instant, latest: instant }],
  zoneText: 'Z',
  grain: second,
});

const night = { ends: 7 * hour, begins: 21 * hour };

const isDaytime = (wall: number): boolean => {
  const timeOfDay = ((wall % day) + day) % day;
  return timeOfDay >= night.ends && timeOfDay < night.begins;
};

/**
 * How much a clock whose zone is unknown may have been moved between two of its times. All changes since 2005 in the IANA
 * database happen between 21:00 and 07:00; they are of an hour at most, but for stations in Antarctica and a few that happened
 * once, when a place changed its zone (Samoa in 2011, Crimea in 2014).
 */
export const clockChange = (one: Span, other: Span): number => {
  const [from, to] = [Math.min(one.earliest, other.earliest), Math.max(one.latest, other.latest)];
  return Math.floor(from / day) === Math.floor(to / day) && isDaytime(from) && isDaytime(to) ? 0 : hour;
};

/** From the first instant that a moment can mean to the last. */
export const spanOf = ({ readings }: Moment): Span => ({
  earliest: Math.min(...readings.map(({ earliest }) => earliest)),
  latest: Math.max(...readings.map(({ latest }) => latest)),
});
