/** Limits: how long something may take, as a function from an instant to the instant it is due. */
import type { Calendar } from '../model/calendar.ts';
import { UsageError } from '../model/usage-error.ts';
import { addWorkingDays, addWorkingTime, type WorkingTime } from './business-time.ts';
import type { Duration } from './duration.ts';
import { day } from './stated-time.ts';
import { plannedInstant, type Zone, type ZoneIndex } from './zone.ts';

export interface Limit {
  /** When something that starts at an instant is due; never earlier for a later start. */
  readonly dueAfter: (instant: number) => number;
  /** The same length whenever it starts. */
  readonly constant: boolean;
}

const calendarLimit = ({ days, rest }: Duration, zone: Zone): Limit => {
  if (days === 0 || zone.fixed) return { constant: true, dueAfter: (instant) => instant + days * day + rest };
  return { constant: false, dueAfter: (instant) => plannedInstant(zone, instant + zone.offsetAt(instant) + days * day) + rest };
};

const workingLimit = ({ days, rest }: Duration, working: WorkingTime): Limit => ({
  constant: false,
  dueAfter: (instant) => {
    const after = days === 0 && rest > 0 ? instant : addWorkingDays(working, instant, days);
    return rest === 0 ? after : addWorkingTime(working, after, rest);
  },
});

const weekdaysInUtc: Calendar = {
  timezone: 'UTC',
  workingDays: ['mon', 'tue', 'wed', 'thu', 'fri'],
  start: '00:00',
  end: '24:00',
  holidays: [],
};

/** A duration as a limit. Days and weeks are those of the calendar's zone; without a calendar, UTC and Monday to Friday. */
export const limitOf = (duration: Duration, zones: ZoneIndex, calendar: Calendar = weekdaysInUtc): Limit => {
  const zone = zones(calendar.timezone);
  if (zone === undefined)
    throw new UsageError(`calendar.timezone: "${calendar.timezone}" is not a time zone. Give an IANA name such as Europe/Berlin.`);
  return duration.business ? workingLimit(duration, { calendar, zone }) : calendarLimit(duration, zone);
};
