/** Days to come. */

const day = 24 * 60 * 60 * 1000;

/** The day, `YYYY-MM-DD` in UTC, some days after an instant (RFC 3339). */
export const dayAfter = (now: string, days: number): string => new Date(Date.parse(now) + days * day).toISOString().slice(0, 10);
