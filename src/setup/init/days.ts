/** Days and zones, as options name them. */

const day = 24 * 60 * 60 * 1000;

/** The day, `YYYY-MM-DD` in UTC, some days after an instant (RFC 3339). */
export const dayAfter = (now: string, days: number): string => new Date(Date.parse(now) + days * day).toISOString().slice(0, 10);

/** Whether a text is a day of the calendar, `YYYY-MM-DD`. */
export const isDay = (text: string): boolean => {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
};

/** Whether a text is the name of a time zone that this machine knows. */
export const isZone = (zone: string): boolean => {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
};
