/** Business time: working days and hours of a calendar, and counting in them. */
import type { Calendar, Weekday } from '../model/calendar.ts';
import { UsageError } from '../model/usage-error.ts';
import { day, hour, minute } from './stated-time.ts';
import { plannedInstant, type Zone } from './zone.ts';

/** A calendar with its zone at hand. Days are wall clock midnights, in milliseconds as if UTC. */
export interface WorkingTime {
  readonly calendar: Calendar;
  readonly zone: Zone;
}

/** From the opening (included) to the close (not included) of a working day. */
interface Window {
  readonly day: number;
  readonly open: number;
  readonly close: number;
}

const weekdays: readonly Weekday[] = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/** Without a working day in ten years a calendar has none. */
const horizon = 3660;

const timeOfDay = (text: string): number => Number(text.slice(0, 2)) * hour + Number(text.slice(3, 5)) * minute;

const isWorkingDay = ({ workingDays, holidays }: Calendar, date: number): boolean => {
  const when = new Date(date);
  return workingDays.includes(weekdays[when.getUTCDay()] ?? 'sun') && !holidays.includes(when.toISOString().slice(0, 10));
};

const windowOn = ({ calendar, zone }: WorkingTime, date: number): Window | undefined => {
  const [start, end] = [timeOfDay(calendar.start), timeOfDay(calendar.end)];
  if (!(start < end))
    throw new UsageError(
      `calendar.workingHours: ${calendar.start}-${calendar.end} does not end after it begins. Give hours of one day, such as 09:00-17:00.`,
    );
  return isWorkingDay(calendar, date)
    ? { day: date, open: plannedInstant(zone, date + start), close: plannedInstant(zone, date + end) }
    : undefined;
};

const dayOf = ({ zone }: WorkingTime, instant: number): number => Math.floor((instant + zone.offsetAt(instant)) / day) * day;

/** The first working day from a day on. */
const windowFrom = (working: WorkingTime, date: number): Window => {
  for (let step = 0; step < horizon; step += 1) {
    const window = windowOn(working, date + step * day);
    if (window !== undefined) return window;
  }
  throw new UsageError('calendar: No working day is left within ten years. Correct calendar.workingDays or calendar.holidays.');
};

/** The working day that is open at an instant, else the next one. */
const windowAt = (working: WorkingTime, instant: number): Window => {
  const window = windowFrom(working, dayOf(working, instant));
  return instant < window.close ? window : windowFrom(working, window.day + day);
};

const windowAfter = (working: WorkingTime, first: Window, count: number): Window => {
  let window = first;
  for (let step = 0; step < count; step += 1) window = windowFrom(working, window.day + day);
  return window;
};

/**
 * Working days later at the same time of day. What happens outside working time counts from the next opening, so it is due
 * when the last of the days closes.
 */
export const addWorkingDays = (working: WorkingTime, instant: number, count: number): number => {
  const first = windowAt(working, instant);
  if (count === 0) return Math.max(instant, first.open);
  if (instant < first.open) return windowAfter(working, first, count - 1).close;
  const target = windowAfter(working, first, count);
  const wall = instant + working.zone.offsetAt(instant) - first.day;
  return Math.min(plannedInstant(working.zone, target.day + wall), target.close);
};

/** An amount of working time later; the last of it may end at a close. */
export const addWorkingTime = (working: WorkingTime, instant: number, length: number): number => {
  let window = windowAt(working, instant);
  let start = Math.max(instant, window.open);
  let left = length;
  while (left > window.close - start) {
    left -= window.close - start;
    window = windowFrom(working, window.day + day);
    start = window.open;
  }
  return start + left;
};
