/** Durations as people write them: `4h 12m`, `90 minutes`, `PT90M`, `2d 1h`, `0:30:00`, `約 58 分`. */
import type { Duration } from '../model/parts/duration.ts';
import { localTimes } from './local-time.ts';
import { findTime } from './time.ts';

const minutesPer: Readonly<Record<string, number>> = { w: 10080, d: 1440, h: 60, m: 1, s: 1 / 60 };

const part =
  /(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:[.,]\d+)?)\s*(weeks?|w|days?|d|hours?|hrs?|hr|h|minutes?|mins?|m|seconds?|secs?|sec|s|wochen?|tage?n?|stunden?|std\.?|minuten?|sekunden?|jours?|heures?|secondes?|d[ií]as?|horas?|minutos?|segundos?|日|天|時間|小时|分钟|分|秒|['′](?!\d))(?![\p{Script=Latin}])/giu;
const units: Readonly<Record<string, string>> = { 日: 'd', 天: 'd', 時間: 'h', 小时: 'h', 分: 'm', 分钟: 'm', 秒: 's', "'": 'm', '′': 'm' };
// The first letter of a word tells its unit, but for these: `Tage`, `jours`, `Stunden`.
const otherLetters: readonly (readonly [RegExp, string])[] = [
  [/^(?:tag|jour)/i, 'd'],
  [/^(?:std|stund)/i, 'h'],
];
const isoDuration = /\bP(?=\d|T\d)(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+(?:\.\d+)?)H)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)S)?)?(?![A-Za-z])/;

const isoMinutes = (raw: string): number | undefined => {
  const match = isoDuration.exec(raw);
  if (match === null) return undefined;
  const minutes = [10080, 1440, 60, 1, 1 / 60];
  return match.slice(1).reduce((sum, group, index) => sum + Number(group ?? 0) * (minutes[index] as number), 0);
};

const clockMinutes = (raw: string): number | undefined => {
  const match = /^\s*[~≈]?\s*(\d+):([0-5]\d)(?::([0-5]\d))?\s*(?:h|hrs?|hours?)?\s*$/i.exec(raw.replace(/\([^()]*\)\s*$/, ''));
  return match === null ? undefined : Number(match[1]) * 60 + Number(match[2]) + Number(match[3] ?? 0) / 60;
};

const numerals = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
const tens: Readonly<Record<string, number>> = {
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  forty: 40,
  'forty-five': 45,
  fifty: 50,
  sixty: 60,
  ninety: 90,
};
const numeral = new RegExp(
  `\\b(${[...Object.keys(tens).reverse(), ...numerals, 'an?'].join('|')})(?=\\s+(?:weeks?|days?|hours?|minutes?|seconds?)\\b)`,
  'gi',
);

const countOf = (word: string): number => tens[word.toLowerCase()] ?? Math.max(1, numerals.indexOf(word.toLowerCase()) + 1);

// `an hour and a half`, `half a day`, `ninety minutes`; `1h20` leaves the unit of its minutes out.
const inDigits = (raw: string): string =>
  raw
    .replace(/\bhalf (?:an? )?(?=(?:hour|day)\b)/gi, '0.5 ')
    .replace(numeral, (word) => String(countOf(word)))
    .replace(/\b(\d+)(\s+(?:hours?|days?)) and a half\b/gi, '$1.5$2')
    .replace(/(\d)\s?h\s?(\d{2})(?!\d|\s*(?:['′]|m(?:in\w*)?\b|s(?:ec\w*)?\b))/gi, '$1h $2m');

// `1,5 Stunden` has a decimal comma, `5,400 s` is in thousands.
const amountOf = (amount: string): number => Number(amount.replace(/,(?=\d{3}(?:\D|$))/g, '').replace(',', '.'));

const wordMinutes = (text: string): number | undefined => {
  const raw = inDigits(text);
  const outside = [...raw.replace(/[（(].*$/s, '').matchAll(part)];
  const parts = outside.length > 0 ? outside : [...raw.matchAll(part)];
  if (parts.length === 0) return undefined;
  return parts.reduce((sum, [, amount = '', unit = '']) => {
    const letter = units[unit] ?? otherLetters.find(([word]) => word.test(unit))?.[1] ?? (unit[0] ?? '').toLowerCase();
    return sum + amountOf(amount) * (minutesPer[letter] ?? 0);
  }, 0);
};

// `2024-02-08 09:15 - 11:30`, `June 9, 2023, 10:00 AM to June 10, 2023, 2:00 PM`: from one moment to another.
const spanMinutes = (raw: string): number | undefined => {
  const first = findTime(raw);
  const second = first === undefined ? undefined : findTime(raw.slice(first.index + first.length));
  if (first?.time.time === undefined || second?.time.time === undefined) return undefined;
  const [from, to] = localTimes(
    [
      { time: first.time, sequence: 0 },
      { time: second.time, sequence: 0 },
    ],
    '2000-01-01',
  ).map(({ local }) => (local === undefined || local.length < 16 ? Number.NaN : Date.parse(`${local}:00Z`) / 60_000)) as [number, number];
  return to >= from ? to - from : undefined;
};

// A bound or a range is no exact length: `< 5 min`, `30-45 minutes`, `just over two hours`.
const vague =
  /[~≈約<>≤≥]|\d\s*[-–—]\s*\d+(?:\.\d+)?\s*(?:d|h|m|s|w)|[\dhms]\+|\b(?:about|around|approx(?:imately)?|roughly|nearly|almost|circa|ca\.|over|under|(?:less|more) than|up to|at (?:least|most)|several|environ|etwa|ungefähr|rund|unos|aproximadamente|cerca de|около)(?![\p{L}])/iu;

export const readDuration = (raw: string): Duration => {
  const minutes = isoMinutes(raw) ?? clockMinutes(raw) ?? wordMinutes(raw.replace(/\d{1,2}:\d{2}(?::\d{2})?/g, '-')) ?? spanMinutes(raw);
  return {
    raw,
    ...(minutes !== undefined && { minutes: Math.round(minutes * 1000) / 1000 }),
    ...(vague.test(raw) && { approximate: true }),
    ...(/\b(?:during|support hours|business hours|working hours|excluding)\b/i.test(raw) && { qualified: true }),
  };
};
