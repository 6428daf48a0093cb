/** What counts as a business day. */

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
