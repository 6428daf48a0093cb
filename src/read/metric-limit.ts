/** Texts that are a metric and its limit: `Error rate > 1%`, `Latency p95 stays below 300 ms`, `At least 99% availability`. */
import { readLimit } from './limit.ts';
import { opensWorded } from './limit-words.ts';
import { natureOf } from './metric-nature.ts';

export interface MetricLimit {
  readonly metric: string;
  /** The limit as written. */
  readonly raw: string;
}

// `Window: 30 minutes`, `Availability: at least 99.9 %`. Limits in words that cannot be read are told, too.
const afterColon = (text: string): MetricLimit | undefined => {
  const [, metric = '', raw = ''] = /^([^:：<>≤≥]{2,60})(?::\s+|：\s*)(.*)$/.exec(text) ?? [];
  const isLimit = opensWorded.test(raw) || (/^(?:<=|>=|<|>|≤|≥|~?\d)/.test(raw) && readLimit(raw, metric).comparator !== undefined);
  return isLimit ? { metric: metric.trim(), raw: raw.trim() } : undefined;
};

const bySymbol = (text: string): MetricLimit | undefined => {
  const symbol = /^([^<>≤≥]{2,80}?)\s*(?:\(((?:<=|>=|==|<|>|≤|≥)\s*~?\d[^()]*)\)|((?:<=|>=|==|<|>|≤|≥)\s*~?\d.*))$/.exec(text);
  return symbol === null
    ? undefined
    : {
        metric: String(symbol[1])
          .replace(/\bfor$/, '')
          .trim(),
        raw: String(symbol[2] ?? symbol[3]).trim(),
      };
};

// Where one word ends, or one sign of a script without spaces.
const ends = /\s+|(?<=[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}])(?=[\p{scx=Han}\d])/gu;

// Words compare much; it is a limit where a verb leads from the metric to it, or where the nature of the metric is known.
const byWords = (text: string): MetricLimit | undefined => {
  for (const { index, 0: gap } of text.slice(0, 100).matchAll(ends)) {
    const [metric, raw] = [text.slice(0, index), text.slice(index + gap.length)];
    const opens = metric.length < 2 ? null : opensWorded.exec(raw);
    if (opens !== null)
      return opens.groups?.['verb'] !== undefined || /^exceed/i.test(raw) || gap === '' || natureOf(metric) !== undefined
        ? { metric, raw }
        : undefined;
  }
  return undefined;
};

// `At least 99.9% availability`, `< 1% errors`.
const limitFirst = (text: string): MetricLimit | undefined => {
  const [, raw = '', metric = ''] =
    /^((?:\D{1,20}\s|[<>≤≥]=?\s*)~?\d[\d.,]*\s*(?:%|[mµ]?s\b)?(?:\s+or (?:less|more|better))?)\s+(?:of\s+)?((?!(?:without|for|in|since|after|before|over|per|of|to|and)\b)\p{L}.{2,60})$/u.exec(
      text,
    ) ?? [];
  const isLimit = opensWorded.test(raw) || /^[<>≤≥]/.test(raw);
  return isLimit && natureOf(metric) !== undefined ? { metric, raw } : undefined;
};

// `Error rate ≥ the agreed maximum`: a limit of a known metric that names no number. It is told, for nobody can check it.
const withoutNumber = (text: string): MetricLimit | undefined => {
  const [, metric = '', raw = ''] = /^([^<>≤≥:：]{2,60}?)\s+((?:<=|>=|<|>|≤|≥)\s+[^\d\s<>].{0,80})$/.exec(text) ?? [];
  return raw !== '' && natureOf(metric) !== undefined ? { metric, raw } : undefined;
};

/** The metric and its limit, when a text is both and nothing else. */
export const splitMetric = (text: string): MetricLimit | undefined => {
  if (/[:：]\s*(?:\d{4}-\d{2}-\d{2}|v?\d+\.\d+\.\d+|\d{1,2}:\d{2}(?!:\d))/.test(text)) return undefined;
  // `Error rate above 1% for > 5 minutes`: the first limit is meant.
  const [first] = [bySymbol(text), byWords(text)].filter((found) => found !== undefined).sort((a, b) => a.metric.length - b.metric.length);
  return afterColon(text) ?? limitFirst(text) ?? first ?? withoutNumber(text);
};
