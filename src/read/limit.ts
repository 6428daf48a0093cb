/** Limits as people write them: `<1% increase`, `> 5x baseline for 10 minutes`, `150-250ms`, `≥99.9%`, `> 3σ`. */
import { number, oneOf, string } from '../model/shape.ts';

const comparators = ['<', '<=', '>', '>=', '=', 'range', 'none'] as const;

export const limitShapes = {
  comparator: oneOf(comparators, 'How the metric relates to the value; `none` when it may not change for the worse.'),
  value: number('The limit; the lower one of a range.'),
  upper: number('The upper limit of a range.'),
  unit: string('The unit as written: `%`, `ms`, `x`.'),
  window: string('How long it has to last, as written.'),
  baseline: string('What it is relative to, as written; the limit is absolute without it.'),
};

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

const amount = '(-?\\d+(?:,\\d{3})*(?:[.,]\\d+)?(?:e-?\\d+)?)';
const unit =
  '(%|‰|[µmn]?s\\b|ms\\b|sec(?:onds?)?\\b|min(?:utes?)?\\b|m\\b|h(?:ours?)?\\b|d(?:ays?)?\\b|x\\b|×|σ|[KMGT]i?B\\b|rps\\b|req/s|[A-Za-z]+/[A-Za-z]+)?';
const symbolic = new RegExp(`(<=|>=|=>|=<|==|<|>|≤|≥|=)\\s*~?${amount}\\s*${unit}`, 'i');
const spanned = new RegExp(`(?:^|\\s)${amount}\\s*${unit}\\s*(?:-|–|to)\\s*${amount}\\s*${unit}`, 'i');
const worded = new RegExp(
  `\\b(at least|at most|not (?:above|over|more than)|not (?:below|under|less than)|more than|less than|greater than|fewer than|above|below|under|over|exceeds?|no more than|up to|minimum(?: of)?|maximum(?: of)?)\\s+${amount}\\s*${unit}`,
  'i',
);
const bareAmount = new RegExp(`^\\s*~?${amount}\\s*${unit}(\\+)?`, 'i');
const duration = /^\s*(\d+):([0-5]\d):([0-5]\d)\b/;

const inverted = { '<': '>=', '>': '<=', '<=': '>', '>=': '<' } as const;

// `must not exceed 1%`, `no less than 99%`, `never below 3`.
const negation = /(?:\b(?:not|no|never|without|cannot)|n[’']t)\b[^.;,:|]{0,20}$/i;

const wordComparator = (words: string): keyof typeof inverted => {
  if (/^(?:at least|minimum|not (?:below|under|less))/i.test(words)) return '>=';
  if (/^(?:at most|no more than|up to|maximum|not (?:above|over|more))/i.test(words)) return '<=';
  return /^(?:less|fewer|below|under)/i.test(words) ? '<' : '>';
};

const toNumber = (text: string | undefined): number =>
  Number(
    String(text)
      .replace(/,(?=\d{3}(?:\D|$))/g, '')
      .replace(',', '.'),
  );

const core = (raw: string): Limit | undefined => {
  const symbol = symbolic.exec(raw);
  if (symbol !== null) return { comparator: symbols[String(symbol[1])], value: toNumber(symbol[2]), unit: symbol[3] };
  const span = spanned.exec(raw);
  if (span !== null) return { comparator: 'range', value: toNumber(span[1]), upper: toNumber(span[3]), unit: span[4] ?? span[2] };
  const word = worded.exec(raw);
  if (word !== null) {
    const said = wordComparator(String(word[1]));
    return { comparator: negation.test(raw.slice(0, word.index)) ? inverted[said] : said, value: toNumber(word[2]), unit: word[3] };
  }
  const clock = duration.exec(raw);
  if (clock !== null) return { comparator: '=', value: Number(clock[1]) * 3600 + Number(clock[2]) * 60 + Number(clock[3]), unit: 's' };
  const alone = bareAmount.exec(raw);
  if (alone !== null) return { comparator: alone[3] === '+' ? '>=' : '=', value: toNumber(alone[1]), unit: alone[2] };
  if (/\bno\b.*\b(?:increase|regression|decrease|change|degradation|drop)\b/i.test(raw)) return { comparator: 'none', baseline: 'before' };
  return undefined;
};

const windowOf = (raw: string): string | undefined =>
  /\b(?:for|over|within|during|in)\s+(?:>=?\s*|≥\s*|at least\s+)?((?:the last\s+)?\d+(?:\.\d+)?\s*(?:s|sec|seconds?|m|min|minutes?|h|hours?|d|days?))\b/i.exec(
    raw,
  )?.[1];

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
const hasSeveral = (raw: string): boolean => (raw.match(/(?:<=|>=|<|>|≤|≥)\s*~?\d/g)?.length ?? 0) > 1 || /\d\S*\s+\/\s+\d/.test(raw);

/** What can be read of a limit; an unreadable one has no comparator. */
export const readLimit = (raw: string): Limit => {
  const found = hasSeveral(raw) ? undefined : core(raw);
  return found === undefined ? {} : defined({ baseline: baselineOf(raw), ...found, window: windowOf(raw) });
};

/** `Error rate > 1%`, `Response time: < 500ms`: the metric and its limit, when a text is both and nothing else. */
export const splitMetric = (text: string): { metric: string; raw: string } | undefined => {
  if (/:\s+(?:\d{4}-\d{2}-\d{2}|v?\d+\.\d+\.\d+|\d{1,2}:\d{2}(?!:\d))/.test(text)) return undefined;
  const colon =
    /^([^:<>≤≥]{2,60}):\s+((?:<=|>=|<|>|≤|≥|~?\d|within\b|at (?:least|most)\b|(?:not )?(?:below|above|under|over)\b|no more than\b).*)$/.exec(
      text,
    );
  if (colon !== null && readLimit(String(colon[2])).comparator !== undefined)
    return { metric: String(colon[1]).trim(), raw: String(colon[2]).trim() };
  const symbol = /^([^<>≤≥]{2,80}?)\s*(?:\(((?:<=|>=|==|<|>|≤|≥)\s*~?\d[^()]*)\)|((?:<=|>=|==|<|>|≤|≥)\s*~?\d.*))$/.exec(text);
  if (symbol !== null)
    return {
      metric: String(symbol[1])
        .replace(/\bfor$/, '')
        .trim(),
      raw: String(symbol[2] ?? symbol[3]).trim(),
    };
  return undefined;
};
