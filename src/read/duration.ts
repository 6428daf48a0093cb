/** Durations as people write them: `4h 12m`, `90 minutes`, `PT90M`, `2d 1h`, `0:30:00`, `約 58 分`. */
import type { Duration } from '../model/parts/duration.ts';
import { localTimes } from './local-time.ts';
import { findTime } from './time.ts';

const minutesPer: Readonly<Record<string, number>> = { w: 10080, d: 1440, h: 60, m: 1, s: 1 / 60 };

const part =
  /(\d+(?:\.\d+)?)\s*(weeks?|w|days?|d|hours?|hrs?|hr|h|minutes?|mins?|m|seconds?|secs?|sec|s|wochen?|tage?n?|stunden?|std\.?|minuten?|sekunden?|jours?|heures?|secondes?|d[ií]as?|horas?|minutos?|segundos?|日|天|時間|小时|分钟|分|秒)(?![\p{Script=Latin}])/giu;
const units: Readonly<Record<string, string>> = { 日: 'd', 天: 'd', 時間: 'h', 小时: 'h', 分: 'm', 分钟: 'm', 秒: 's' };
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
  const match = /^\s*[~≈]?\s*(\d+):([0-5]\d)(?::([0-5]\d))?\s*(?:h|hrs?|hours?)?\s*$/i.exec(raw);
  return match === null ? undefined : Number(match[1]) * 60 + Number(match[2]) + Number(match[3] ?? 0) / 60;
};

const wordMinutes = (raw: string): number | undefined => {
  const outside = [...raw.replace(/[（(].*$/s, '').matchAll(part)];
  const parts = outside.length > 0 ? outside : [...raw.matchAll(part)];
  if (parts.length === 0) return undefined;
  return parts.reduce((sum, [, amount, unit = '']) => {
    const letter = units[unit] ?? otherLetters.find(([word]) => word.test(unit))?.[1] ?? (unit[0] ?? '').toLowerCase();
    return sum + Number(amount) * (minutesPer[letter] ?? 0);
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

export const readDuration = (raw: string): Duration => {
  const minutes = isoMinutes(raw) ?? clockMinutes(raw) ?? wordMinutes(raw.replace(/\d{1,2}:\d{2}(?::\d{2})?/g, '-')) ?? spanMinutes(raw);
  return {
    raw,
    ...(minutes !== undefined && { minutes: Math.round(minutes * 1000) / 1000 }),
    ...(/[~≈約]|\b(?:about|around|approx)/i.test(raw) && { approximate: true }),
    ...(/\b(?:during|support hours|business hours|working hours|excluding)\b/i.test(raw) && { qualified: true }),
  };
};
