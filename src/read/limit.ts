/** Limits as people write them: `<1% increase`, `> 5x baseline for 10 minutes`, `150-250ms`, `≥99.9%`, `> 3σ`. */
import type { comparators } from '../model/parts/threshold.ts';
import { amount, countWorded, unit, wordedLimit } from './limit-words.ts';
import { natureOf } from './metric-nature.ts';

export interface Limit {
  readonly comparator?: (typeof comparators)[number] | undefined;
  readonly value?: number | undefined;
  readonly upper?: number | undefined;
  readonly unit?: string | undefined;
  readonly window?: string | undefined;
  readonly baseline?: string | undefined;
}

const symbols: Readonly<Record<string, Limit['comparator']>> = {
  '<': '<',
  '>': '>',
  '<=': '<=',
  '=<': '<=',
  '=>': '>=',
  '>=': '>=',
  '≤': '<=',
  '≥': '>=',
  '=': '=',
  '==': '=',
  '+': '>=',
};

const group = (pattern: string, name: string): string => pattern.replace(/\?<(?:amount|unit)>/, `?<${name}>`);

const symbolic = new RegExp(`(?<symbol><=|>=|=>|=<|==|<|>|≤|≥|=)\\s*~?${amount}\\s*${unit}`, 'i');
const lower = `${amount}\\s*${unit}`;
const upper = `${group(amount, 'upper')}\\s*${group(unit, 'unitOfBoth')}`;
const spanned = new RegExp(`(?:^|\\s)${lower}\\s*(?:-|–|~|〜|～|to)\\s*${upper}`, 'i');
const between = new RegExp(`\\b(?:between|zwischen|entre)\\s+${lower}\\s*(?:and|und|et|y|e)\\s+${upper}`, 'i');
const deviation = new RegExp(`(?<sign>±|\\+/?-|\\bwithin\\b(?:\\s*±)?)\\s*~?${amount}\\s*${unit}`, 'i');
const better = new RegExp(`${amount}\\s*${unit}\\s*or better\\b`, 'i');
const bareAmount = new RegExp(`^\\s*~?${amount}\\s*${unit}(?<plus>\\+)?`, 'i');
const duration = /^\s*(\d+):([0-5]\d):([0-5]\d)\b/;

const toNumber = (text: string | undefined): number =>
  Number(
    String(text)
      .replace(/,(?=\d{3}(?:\D|$))/g, '')
      .replace(',', '.'),
  );

type Groups = Readonly<Record<string, string | undefined>>;

const groupsOf = (pattern: RegExp, raw: string): Groups | undefined => pattern.exec(raw)?.groups;

const valued = ({ amount: value, unit: of }: Groups): Limit => ({ value: toNumber(value), unit: of });

const spanOf = (raw: string): Limit | undefined => {
  const found = groupsOf(between, raw) ?? groupsOf(spanned, raw);
  return (
    found && {
      comparator: 'range',
      value: toNumber(found['amount']),
      upper: toNumber(found['upper']),
      unit: found['unitOfBoth'] ?? found['unit'],
    }
  );
};

// `±5 %` and `within 5 %` leave room to both sides; `within 5 minutes` is an end.
const deviationOf = (raw: string): Limit | undefined => {
  const found = groupsOf(deviation, raw);
  if (found === undefined) return undefined;
  const limit = valued(found);
  if (!/[±+]/.test(String(found['sign'])) && limit.unit !== '%') return { comparator: '<=', ...limit };
  return { comparator: 'range', value: -Number(limit.value), upper: limit.value, unit: limit.unit };
};

// Which side is better only the metric tells.
const betterThan = (raw: string, metric: string): Limit | undefined => {
  const found = groupsOf(better, raw);
  const comparators = { few: '<=', many: '>=', unknown: undefined } as const;
  return found && { ...valued(found), comparator: comparators[natureOf(metric) ?? 'unknown'] };
};

const worded = (raw: string): Limit | undefined => {
  const found = wordedLimit(raw);
  return found && { comparator: found.comparator, value: toNumber(found.amount), unit: found.unit };
};

const numberAlone = (raw: string): Limit | undefined => {
  const clock = duration.exec(raw);
  if (clock !== null) return { comparator: '=', value: Number(clock[1]) * 3600 + Number(clock[2]) * 60 + Number(clock[3]), unit: 's' };
  const alone = groupsOf(bareAmount, raw);
  return alone && { ...valued(alone), comparator: alone['plus'] === '+' ? '>=' : '=' };
};

const unchanged = (raw: string): Limit | undefined =>
  /\bno\b.*\b(?:increase|regression|decrease|change|degradation|drop)\b/i.test(raw)
    ? { comparator: 'none', baseline: 'before' }
    : undefined;

const core = (raw: string, metric: string): Limit | undefined => {
  const symbol = groupsOf(symbolic, raw);
  if (symbol !== undefined) return { ...valued(symbol), comparator: symbols[String(symbol['symbol'])] };
  return spanOf(raw) ?? betterThan(raw, metric) ?? worded(raw) ?? deviationOf(raw) ?? numberAlone(raw) ?? unchanged(raw);
};

const windowed =
  /\b(?:for|over|within|during|in)\s+(?:>=?\s*|≥\s*|at least\s+)?((?:the last\s+)?\d+(?:\.\d+)?\s*(?:s|sec|seconds?|m|min|minutes?|h|hours?|d|days?))\b/i;

const baselineOf = (raw: string): string | undefined =>
  /\b(?:of |the )?((?:pre-release |previous |current )?baseline)\b/i.exec(raw)?.[1] ??
  /\b(?:of|than|vs\.?|before|compared to|over) (?:the )?(normal|usual|average|blue|stable|previous (?:release|version))\b|\d\s?x\s+(normal|usual|average)\b/i
    .exec(raw)
    ?.slice(1)
    .find((word) => word !== undefined) ??
  /\b(increase|decrease|regression|slower|faster|drop|growth|degradation|spike)\b/i.exec(raw)?.[1] ??
  (/\bburn rate\b/i.test(raw) ? 'burn rate' : undefined);

const defined = (limit: Limit): Limit =>
  Object.fromEntries(Object.entries(limit).filter(([, value]) => value !== undefined && !Number.isNaN(value))) as Limit;

// `< 500ms (API), < 3s (frontend)`: two limits in one are read as none, for either could be meant.
const hasSeveral = (raw: string): boolean =>
  (raw.match(/(?:<=|>=|<|>|≤|≥)\s*~?\d/g)?.length ?? 0) > 1 || /\d\S*\s+\/\s+\d/.test(raw) || countWorded(raw) > 1;

const one = (raw: string, metric: string): Limit | undefined => (hasSeveral(raw) ? undefined : core(raw, metric));

// How long a limit has to last is no second limit; `within 5 minutes` alone is the limit itself.
const lasting = (raw: string, metric: string): Limit | undefined => {
  const found = windowed.exec(raw);
  const limit = found === null ? undefined : one(raw.replace(found[0], ' '), metric);
  return limit && { ...limit, window: found?.[1] };
};

/** What can be read of a limit; an unreadable one has no comparator. `metric` tells which side is better. */
export const readLimit = (raw: string, metric = ''): Limit => {
  const text = raw.replace(/＜/g, '<').replace(/＞/g, '>').replace(/≦/g, '≤').replace(/≧/g, '≥').replace(/％/g, '%');
  const found = lasting(text, metric) ?? one(text, metric);
  return found === undefined ? {} : defined({ baseline: baselineOf(text), ...found });
};
