/** What is good for a metric by its nature: errors and delays should be few, availability and coverage high. */
import type { Limit } from './limit.ts';

const low =
  /\b(?:errors?|5xx|4xx|failures?|failed|crash(?:es)?|latenc(?:y|ies)|response time|duration|p\d{2,3}|lag|delay|cpu|memory|disk|utili[sz]ation|saturation|queue(?: depth| length)?|timeouts?|restarts?|burn(?: rate)?|incidents?|vulnerabilit(?:y|ies)|cost|drops?|loss|regressions?|lcp|cls|inp|ttfb|complaints?|time to \w+)\b/i;
const high =
  /\b(?:success(?: rate)?|availability|uptime|throughput|coverage|hit rate|pass rate|healthy|readiness|conversion|adoption|satisfaction|apdex|accuracy|precision|recall)\b/i;

/** `Error rate > 1%` is a breach, `Error rate < 1%` is to be kept; unknown where the name says both, or neither. */
export const polarityByNature = (metric: string, comparator: Limit['comparator']): 'pass' | 'breach' | 'unknown' => {
  const [few, many] = [low.test(metric), high.test(metric)];
  if (few === many || comparator === undefined || !/^[<>]/.test(comparator)) return 'unknown';
  return comparator.startsWith('<') === few ? 'pass' : 'breach';
};
