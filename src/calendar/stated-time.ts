/** A time as a document states it: what could be read of it, in the shape that the readers give. */

export interface StatedTime {
  /** The time as written. */
  readonly raw: string;
  readonly precision: 'second' | 'minute' | 'hour' | 'day' | 'unknown';
  /** `YYYY-MM-DD`. */
  readonly date?: string | undefined;
  /** `HH`, `HH:MM` or `HH:MM:SS`. */
  readonly time?: string | undefined;
  /** Offset, abbreviation or IANA name, as written. */
  readonly zone?: string | undefined;
  readonly approximate?: boolean | undefined;
  readonly impossible?: boolean | undefined;
  readonly ambiguous?: boolean | undefined;
}

export const second = 1000;
export const minute = 60_000;
export const hour = 3_600_000;
export const day = 86_400_000;

/** What is wrong with a time that names no instants, or nothing. */
export const unreadable = ({ raw, date, precision, impossible, ambiguous }: StatedTime): string | undefined => {
  if (impossible === true) return `"${raw}" does not exist`;
  if (ambiguous === true) return `"${raw}" can be two days`;
  if (date === undefined) return precision === 'unknown' ? `"${raw}" is not a time` : `"${raw}" has no date`;
  return undefined;
};

/** A first and a last moment, both included, in milliseconds. */
export interface Span {
  readonly earliest: number;
  readonly latest: number;
}

/** How far a time that says "about" may be off, by its precision. */
const vagueness = { second: 30 * minute, minute: 30 * minute, hour, day, unknown: 0 } as const;

/** A minute is taken as written; an hour and a day last until they end. */
const lengths = { second: 0, minute: 0, hour: hour - 1, day: day - 1, unknown: 0 } as const;

/** The wall clock times that a readable time covers, counted as if they were UTC. */
export const wallClock = ({ date = '', time = '', precision, approximate }: StatedTime): Span => {
  const [year = 0, month = 1, dayOfMonth = 1] = date.split('-').map(Number);
  const [hours = 0, minutes = 0, seconds = 0] = time === '' ? [] : time.split(':').map(Number);
  const start = Date.UTC(year, month - 1, dayOfMonth, hours, minutes, seconds);
  const about = approximate === true ? vagueness[precision] : 0;
  return { earliest: start - about, latest: start + lengths[precision] + about };
};
