import { describe, expect, test } from 'vitest';
import { splitMetric } from '../../src/read/metric-limit.ts';

describe('a text that is a metric and its limit', () => {
  test.each([
    ['Error rate > 1%', 'Error rate', '> 1%'],
    ['Response time: < 500ms', 'Response time', '< 500ms'],
    ['P95 latency (< 200ms)', 'P95 latency', '< 200ms'],
    ['Availability: at least 99.9%', 'Availability', 'at least 99.9%'],
    ['Canary duration: 30 minutes', 'Canary duration', '30 minutes'],
    ['Error rate above 1% for > 5 minutes', 'Error rate', 'above 1% for > 5 minutes'],
    ['Error rate: does not exceed 1%', 'Error rate', 'does not exceed 1%'],
    ['Latency p95 stays below 300 ms', 'Latency p95', 'stays below 300 ms'],
    ['Availability: at least 99.9 %', 'Availability', 'at least 99.9 %'],
    ['Error rate: 1% or less', 'Error rate', '1% or less'],
    ['Restarts: up to 5', 'Restarts', 'up to 5'],
    ['Restarts: no more than 5 per hour', 'Restarts', 'no more than 5 per hour'],
    ['Availability: 99.9% or better', 'Availability', '99.9% or better'],
    ['Widgets: 5 or better', 'Widgets', '5 or better'],
    ['Latency is under 300 ms', 'Latency', 'is under 300 ms'],
    ['CPU: between 20 and 60 %', 'CPU', 'between 20 and 60 %'],
    ['Latency: ±5 % of baseline', 'Latency', '±5 % of baseline'],
    ['Latency within 10% of baseline', 'Latency', 'within 10% of baseline'],
    ['Error rate exceeds 1% for 5 minutes', 'Error rate', 'exceeds 1% for 5 minutes'],
    ['Availability drops below 99%', 'Availability', 'drops below 99%'],
    ['Test coverage of at least 80%', 'Test coverage', 'of at least 80%'],
    ['Widgets must not exceed 5', 'Widgets', 'must not exceed 5'],
    ['At least 99.9% availability', 'availability', 'At least 99.9%'],
    ['< 1% error rate', 'error rate', '< 1%'],
    ['Fehlerrate über 2 % für 5 Minuten', 'Fehlerrate', 'über 2 % für 5 Minuten'],
    ['错误率不超过 1%', '错误率', '不超过 1%'],
    ['エラー率：1%以下', 'エラー率', '1%以下'],
    ['CPU ≥ 80% for 10 minutes', 'CPU', '≥ 80% for 10 minutes'],
  ])('%j', (text, metric, raw) => expect(splitMetric(text)).toEqual({ metric, raw }));

  test.each([
    ['Deploy the release'],
    ['Owner: QA'],
    ['Use <b> tags'],
    ['> 5'],
    ['Wait at least 30 minutes'],
    ['Approved by at least 2 reviewers'],
    ['At least 2 approvals'],
    ['The canary takes up to 10% of traffic for at least 30 minutes'],
    ['Note: it took 3 hours'],
  ])('none: %j', (text) => expect(splitMetric(text)).toBeUndefined());

  // `~?\d` lets any value that begins with a digit be a limit.
  test.each([['Freeze: 2026-01-05'], ['Version: 1.2.3'], ['Start: 10:00 UTC']])('none: %j', (text) =>
    expect(splitMetric(text)).toBeUndefined(),
  );
});
