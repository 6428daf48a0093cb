/** Calendars: what counts as a business day, and what is a day or a zone at all. */

export type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun';

export interface Calendar {
  /** IANA name. */
  readonly timezone: string;
  readonly workingDays: readonly Weekday[];
  /** `HH:MM`; `00:00` to `24:00` is the whole day. */
  readonly start: string;
  readonly end: string;
  /** `YYYY-MM-DD`. */
  readonly holidays: readonly string[];
}

/** Whether a text is a day that there is, `YYYY-MM-DD`. */
export const isDay = (text: string): boolean => {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
};

/** Whether a `YYYY-MM-DD` is over, in UTC, at an instant (RFC 3339). */
export const isOver = (day: string, now: string): boolean => day < new Date(now).toISOString().slice(0, 10);

/** Whether a text is the name of a time zone that this machine knows. */
export const isZone = (zone: string): boolean => {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
};
