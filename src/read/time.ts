/** Times as people write them: the parsed parts, how precise they are, and where the zone came from. */
import type { Time } from '../model/parts/time.ts';
import { folded } from './folded.ts';

/** A time and where in the text it stands. */
export interface FoundTime {
  readonly time: Time;
  readonly index: number;
  readonly length: number;
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const month =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const weekday = '(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\\.?,? )?';

const dates = [
  '(?<![\\d./-])(?<y>(?:19|20)\\d{2})\\.(?<m>\\d{2})\\.(?<d>\\d{2})(?![\\d.])',
  '(?<![\\d./-])(?<y>\\d{4})[-/](?<m>\\d{1,2})[-/](?<d>\\d{1,2})(?![\\d])',
  `${weekday}(?<![\\w])(?<d>\\d{1,2})(?:st|nd|rd|th|\\.)? (?<mon>${month})\\b\\.?(?:,? (?<y>\\d{4})(?![\\d:]))?`,
  `${weekday}\\b(?<mon>${month})\\.? (?<d>\\d{1,2})(?:st|nd|rd|th)?(?:,? (?<y>\\d{4})(?![\\d:]))?(?![\\d:])`,
  '(?<y>\\d{4})年(?<m>\\d{1,2})月(?<d>\\d{1,2})日',
  '(?<![\\w./-])(?<a>\\d{1,2})[/.](?<b>\\d{1,2})[/.](?<y>\\d{4})(?![\\d.])',
];

// A numeric offset needs the `T` form or a space: `13:30-13:45` is a span, not an offset.
const zone =
  '(?:[ \\t]*\\(?(?<zone>Z(?![A-Za-z])|(?<=T[\\d:.,]+|:\\d{2} )[+-]\\d{2}:?\\d{2}(?!\\d)|(?:UTC|GMT)(?:[+-]\\d{1,2}(?::?\\d{2})?)?(?![A-Za-z])|(?:CET|CEST|WET|WEST|EET|EEST|BST|IST|JST|KST|AEST|AEDT|NZST|NZDT|[PMCE][SD]?T)(?![A-Za-z])|(?:Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific|UC|US)/[A-Za-z_]+)\\)?)?';

const clock = '(?<H>\\d{1,2})[:.](?<M>\\d{2}|\\?\\?|xx)(?::(?<S>\\d{2})(?:[.,]\\d+)?)?(?![\\d])(?:[ \\t]*(?<ap>[ap]\\.?m\\b\\.?))?';
const bareClock =
  '(?<![\\d.:/-]|\\d{5}-\\d{2}-\\d{2} )(?<H>\\d{1,2}):(?<M>\\d{2}|\\?\\?|xx)(?::(?<S>\\d{2})(?:[.,]\\d+)?)?(?!\\d|:\\d)(?:[ \\t]*(?<ap>[ap]\\.?m\\b\\.?))?';
const military = '(?<![\\d.:/-])(?<H>\\d{2})(?<M>\\d{2})(?=[ \\t]*(?:UTC|GMT|Z\\b))';
// `9am`, `9.30pm`, `10h05`, `18.05 Uhr`: what follows the number makes it a time of day; `1h30 later` is a length.
const markedClocks = [
  '(?<![\\d.:/-])(?<H>\\d{1,2})(?:[.:](?<M>\\d{2}))?[ \\t]?(?<ap>[ap]\\.?m\\b\\.?)(?!\\w)',
  '(?<![\\d.:/-])(?<H>\\d{1,2})h(?<M>\\d{2})(?![\\dhms])(?!\\s+(?:later|after|before|long|of|in|plus tard|après|depois|después|m(?:in\\w*)?\\b))',
  '(?<![\\d.:/-])(?<H>\\d{1,2})[.:](?<M>\\d{2})(?= Uhr\\b)',
];
const gap = '[ \\t]*(?:T|,|at\\b|@|à\\b|à |um |às |a las |–|—|-)?[ \\t]*';

// The expressions ignore case; a zone does not (`et` is a word, `ET` a zone).
const isZone = (zone: string | undefined): boolean => zone !== undefined && /^(?:[+-]|[A-Z]+(?![a-z])|[A-Z][A-Za-z]+\/)/.test(zone);

const expressions = [
  ...dates.map((date) => new RegExp(`${date}(?:${gap}${clock})?${zone}`, 'i')),
  new RegExp(`${bareClock}${zone}`, 'i'),
  new RegExp(`${military}${zone}`, 'i'),
];

const markedExpressions = markedClocks.flatMap((marked) =>
  [...dates.map((date) => `${date}${gap}${marked}`), marked].map((text) => new RegExp(`${text}${zone}`, 'i')),
);

// They are many, and few texts have such a mark.
const hasMark = (text: string): boolean => /\d[ \t]?[ap]\.?m\b|\dh\d|\d Uhr\b/i.test(text);

type Groups = Readonly<Record<string, string | undefined>>;

const daysIn = (year: number, monthNumber: number): number => new Date(Date.UTC(year, monthNumber, 0)).getUTCDate();

const pad = (value: number, width = 2): string => String(value).padStart(width, '0');

interface DatePart {
  readonly date?: string;
  readonly monthDay?: string;
  readonly impossible?: true;
  readonly ambiguous?: true;
}

const calendarDate = (year: number, monthNumber: number, day: number): DatePart =>
  monthNumber >= 1 && monthNumber <= 12 && day >= 1 && day <= daysIn(year, monthNumber)
    ? { date: `${pad(year, 4)}-${pad(monthNumber)}-${pad(day)}` }
    : { impossible: true };

const numericDate = (year: number, a: number, b: number): DatePart => {
  if (a > 12 && b > 12) return { impossible: true };
  if (a > 12) return calendarDate(year, b, a);
  if (b > 12) return calendarDate(year, a, b);
  return a === b ? calendarDate(year, a, b) : { ambiguous: true };
};

const datePart = ({ y, m, d, mon, a, b }: Groups): DatePart => {
  if (a !== undefined && b !== undefined) return numericDate(Number(y), Number(a), Number(b));
  if (d === undefined) return {};
  const monthNumber = mon === undefined ? Number(m) : months.indexOf(mon.slice(0, 3).toLowerCase()) + 1;
  if (y === undefined) return { monthDay: `${pad(monthNumber)}-${pad(Number(d))}` };
  return calendarDate(Number(y), monthNumber, Number(d));
};

interface ClockPart {
  readonly time?: string;
  readonly impossible?: true;
  readonly precision?: Time['precision'];
}

const hourOf = (hour: number, half: string | undefined): number => {
  if (half === undefined) return hour;
  if (hour < 1 || hour > 12) return Number.NaN;
  return (hour % 12) + (/^p/i.test(half) ? 12 : 0);
};

const clockPart = ({ H, M, S, ap }: Groups): ClockPart => {
  if (H === undefined) return {};
  const hour = hourOf(Number(H), ap);
  const known = M !== undefined && /^\d/.test(M);
  if (!(hour <= 23) || (known && Number(M) > 59) || Number(S ?? 0) > 60) return { impossible: true };
  if (!known) return { time: pad(hour), precision: 'hour' };
  return { time: `${pad(hour)}:${M}${S === undefined ? '' : `:${S}`}`, precision: S === undefined ? 'minute' : 'second' };
};

const timeOf = (raw: string, groups: Groups, [before, after]: readonly [string, string]): Time => {
  const day = datePart(groups);
  const { precision, ...hour } = clockPart(groups);
  const approximate =
    /頃/.test(after) ||
    /(?:~|≈|約|\babout|\baround|\bapprox(?:\.|imately)?|\broughly|\bcirca|\bca\.?|\bvers|\bgegen|\bhacia)\s*$/i.test(before) ||
    /^\s*[~≈]/.test(raw);
  return {
    raw,
    ...day,
    ...hour,
    precision: precision ?? (day.date === undefined && day.monthDay === undefined ? 'unknown' : 'day'),
    ...(isZone(groups.zone) && { zone: groups.zone, zoneSource: 'inline' as const }),
    ...(approximate && { approximate }),
  };
};

/** The first time in a text, if it holds one. Strict about the calendar; never guesses day against month. */
export const findTime = (text: string): FoundTime | undefined => {
  const searched = folded(text);
  const found = [...expressions, ...(hasMark(searched) ? markedExpressions : [])]
    .map((expression) => expression.exec(searched))
    .filter((match) => match !== null)
    .sort((a, b) => a.index - b.index || b[0].length - a[0].length)[0];
  if (found === undefined) return undefined;
  const raw = text.slice(found.index, found.index + found[0].trimEnd().length);
  return {
    time: timeOf(raw, found.groups ?? {}, [text.slice(0, found.index), text.slice(found.index + raw.length, found.index + raw.length + 3)]),
    index: found.index,
    length: raw.length,
  };
};

/** A value that is meant to be a time: what could be read, else only its raw text. */
export const readTime = (text: string): Time => {
  const found = findTime(text);
  return found === undefined ? { raw: text, precision: 'unknown' } : { ...found.time, raw: text };
};
