/** Durations: ISO 8601, and business time written with a B before the unit (`P2BD`, `PT8BH`). */
import { day, hour, minute, second } from './stated-time.ts';

export interface Duration {
  readonly days: number;
  /** Hours, minutes and seconds, in milliseconds. */
  readonly rest: number;
  /** Only working time counts. */
  readonly business: boolean;
}

const elapsed = /^P(?=\d|T\d)(?:\d{1,4}W)?(?:\d{1,4}D)?(?:T(?=\d)(?:\d{1,5}H)?(?:\d{1,6}M)?(?:\d{1,7}S)?)?$/;
const working = /^P(?=\d|T\d)(?:\d{1,3}BD)?(?:T(?=\d)(?:\d{1,4}BH)?(?:\d{1,5}BM)?)?$/;
const meantAsWorking = /^P(?=\d|T\d)(?:\d{1,3}B?D)?(?:T(?=\d)(?:\d{1,4}B?H)?(?:\d{1,5}B?M)?)?$/;

/** How the units of a duration without a B are meant. */
export type Counting = 'elapsed' | 'business';

const amount = (text: string, unit: string): number => Number(new RegExp(`(\\d+)B?${unit}`).exec(text)?.[1] ?? 0);

/**
 * A duration; nothing when the text is none. Elapsed and business units do not mix, and business
 * time has no weeks. Months and years are none: they differ in length, so a later start could be due earlier.
 */
export const parseDuration = (text: string, counting: Counting = 'elapsed'): Duration | undefined => {
  const business = counting === 'business' || working.test(text);
  if (!(counting === 'business' ? meantAsWorking : business ? working : elapsed).test(text)) return undefined;
  const [date = '', time = ''] = text.slice(1).split('T');
  return {
    days: amount(date, 'W') * 7 + amount(date, 'D'),
    rest: amount(time, 'H') * hour + amount(time, 'M') * minute + amount(time, 'S') * second,
    business,
  };
};

const counted = (count: number, unit: string): string[] => (count === 0 ? [] : [`${count} ${unit}`]);
const plural = (count: number, unit: string): string[] => counted(count, count === 1 ? unit : `${unit}s`);

const clockWords = (time: number): string[] => [
  ...counted(Math.floor(time / hour), 'h'),
  ...counted(Math.floor((time % hour) / minute), 'min'),
  ...counted(Math.floor((time % minute) / second), 's'),
];

/** `7 days`, `2 business days`, `1 day 12 h`. */
export const durationWords = ({ days, rest, business }: Duration): string => {
  const kind = business ? 'business ' : '';
  const time = clockWords(rest).map((words) => (business ? words.replace(' ', ' business ') : words));
  return [...plural(days, `${kind}day`), ...time].join(' ') || '0 s';
};

/** A length of time in its two greatest units: `3 h 20 min`, `2 d 4 h`, `12 s`. */
export const lengthWords = (length: number): string => {
  const days = Math.floor(length / day);
  return [...counted(days, 'd'), ...clockWords(length - days * day)].slice(0, 2).join(' ') || '0 s';
};
