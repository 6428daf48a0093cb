/** Zones: how far local clocks are ahead of UTC. Fixed offsets are arithmetic; only IANA zones wake Intl, which costs 15 ms once. */
import { day, minute, second } from './stated-time.ts';

export interface Zone {
  readonly name: string;
  /** The same offset at all times. */
  readonly fixed: boolean;
  /** Milliseconds that local clocks are ahead of UTC at an instant. */
  readonly offsetAt: (instant: number) => number;
}

/** A zone that is always that many minutes ahead of UTC. */
export const fixedZone = (minutes: number): Zone => ({
  name: `${minutes < 0 ? '-' : '+'}${Math.abs(minutes)}`,
  fixed: true,
  offsetAt: () => minutes * minute,
});

export const utc = fixedZone(0);

const fields = { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' } as const;

/** A zone of the IANA database, or nothing when it has none of that name. */
export const namedZone = (name: string): Zone | undefined => {
  try {
    const format = new Intl.DateTimeFormat('en-US', {
      ...fields,
      timeZone: name,
      hourCycle: 'h23',
      calendar: 'iso8601',
      numberingSystem: 'latn',
    });
    const offsetAt = (instant: number): number => {
      const parts = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
      const { year = 0, month = 1, day: date = 1, hour = 0, minute: minutes = 0, second: seconds = 0 } = parts;
      return Date.UTC(year, month - 1, date, hour, minutes, seconds) - Math.floor(instant / second) * second;
    };
    return { name, fixed: false, offsetAt };
  } catch {
    return undefined;
  }
};

/** Finds zones by IANA name; each is made once. */
export type ZoneIndex = (name: string) => Zone | undefined;

export const zoneIndex = (): ZoneIndex => {
  const known = new Map<string, Zone | undefined>([['UTC', utc]]);
  return (name) => {
    if (!known.has(name)) known.set(name, namedZone(name));
    return known.get(name);
  };
};

/**
 * The instants that a wall clock time (milliseconds as if UTC) can mean, in order: one; both when the clock is set back
 * over it; when the clock skips it, what it would be by the offset after and by the offset before.
 */
export const instantsOf = (zone: Zone, local: number): readonly number[] => {
  if (zone.fixed) return [local - zone.offsetAt(local)];
  // No zone is more than a day away from UTC, so these two lie on either side of a change near `local`.
  const offsets = new Set([zone.offsetAt(local - day), zone.offsetAt(local + day)]);
  const instants = [...offsets].map((offset) => local - offset).sort((a, b) => a - b);
  const real = instants.filter((instant) => instant + zone.offsetAt(instant) === local);
  return real.length > 0 ? real : instants;
};

// The instant in (low, high] at which the offset changes.
const changeBetween = (zone: Zone, low: number, high: number): number => {
  const before = zone.offsetAt(low);
  let [from, to] = [low, high];
  while (to - from > 1) {
    const middle = Math.floor((from + to) / 2);
    if (zone.offsetAt(middle) === before) from = middle;
    else to = middle;
  }
  return to;
};

/**
 * The one instant at which something planned for a wall clock time falls due: the second time when the clock shows it
 * twice, the moment of the change when the clock skips it. Later wall clock times are never due earlier.
 */
export const plannedInstant = (zone: Zone, local: number): number => {
  const instants = instantsOf(zone, local);
  const last = instants.at(-1) ?? local;
  const skipped = last + zone.offsetAt(last) !== local;
  return skipped ? changeBetween(zone, (instants[0] ?? last) - 1, last) : last;
};
