import { describe, expect, test } from 'vitest';
import { thresholds } from '../../src/read/thresholds.ts';
import { lines, pieceAt, read } from './reading.ts';

const drawn = (text: string): string[] =>
  read(thresholds, text).map(
    ({ metric, comparator, value, unit, polarity }) => `${metric} ${comparator ?? '?'} ${value ?? '?'}${unit ?? ''} ${polarity}`,
  );

const table = (title: string, header: string, row: string): string => lines(title, '', header, header.replace(/[^|]+/g, '---'), row);

describe('tables and their polarity', () => {
  test.each([
    ['target', table('## X', '| Metric | Target | Actual | Status |', '| p95 | < 200ms | ___ | |'), ['p95 < 200ms pass']],
    [
      'threshold with an action if breached',
      table('## X', '| Metric | Threshold | Action if Breached |', '| Errors | <1% | roll back |'),
      ['Errors < 1% pass'],
    ],
    ['threshold with an alert', table('## X', '| Metric | Threshold | Alert |', '| Errors | > 1% | page |'), ['Errors > 1% breach']],
    ['alert threshold', table('## X', '| Metric | Alert Threshold |', '| Errors | > 1% |'), ['Errors > 1% breach']],
    [
      'threshold with an actual value',
      table('## X', '| Metric | Threshold | Actual |', '| Coverage | ≥ **70%** | 80% |'),
      ['Coverage >= 70% pass'],
    ],
    [
      'threshold below a title of triggers',
      table('## Rollback triggers', '| Metric | Threshold |', '| Errors | > 1% |'),
      ['Errors > 1% breach'],
    ],
    ['threshold below a title of criteria', table('## Exit criteria', '| Metric | Threshold |', '| Errors | < 1% |'), ['Errors < 1% pass']],
    ['threshold without any cue', table('## Metrics', '| Metric | Threshold |', '| Errors | 1% |'), ['Errors = 1% unknown']],
    [
      'a column for it',
      lines(
        '## X',
        '',
        '| Metric | Threshold | Polarity |',
        '|-|-|-|',
        '| A | > 1% | breach |',
        '| B | < 1% | pass |',
        '| C | 1 | maybe |',
      ),
      ['A > 1% breach', 'B < 1% pass', 'C = 1 unknown'],
    ],
    [
      'an action alone, which follows the limit or its breach',
      table('## Gate', '| Metric | Threshold | Action |', '| Errors | 1% | halt |'),
      ['Errors = 1% unknown'],
    ],
    [
      'several limits',
      table('## X', '| Metric | Target | Warn | Abort above |', '| Errors | 1% | 2% | 3% |'),
      ['Errors = 1% pass', 'Errors = 2% breach', 'Errors > 3% breach'],
    ],
    ['below', table('## X', '| Metric | Halt below |', '| Uptime | 99% |'), ['Uptime < 99% breach']],
    ['minimum and maximum', table('## X', '| Metric | Min | Max |', '| Pods | 2 | 9 |'), ['Pods >= 2 pass', 'Pods <= 9 pass']],
    [
      'pass if and fail if',
      table('## X', '| Metric | Pass if | Fail if |', '| Errors | < 1% | > 2% |'),
      ['Errors < 1% pass', 'Errors > 2% breach'],
    ],
    ['an unreadable limit', table('## X', '| Metric | Target |', '| p95 | as agreed |'), ['p95 ? ? pass']],
    ['an empty limit', table('## X', '| Metric | Target |', '| p95 | |'), []],
    ['no metric', table('## X', '| Stage | Target |', '| a | < 1% |'), []],
    ['no limit', table('## X', '| Metric | Note |', '| a | < 1% |'), []],
  ])('%s', (_, text, expected) => expect(drawn(text)).toEqual(expected));

  test('keep action, actual value, section and raw text', () => {
    const text = table('## Gate', '| Metric | Threshold | Actual | Action if breached |', '| p95 | < 200ms for 5 min | 150ms | halt |');
    expect(read(thresholds, text)).toEqual([
      {
        metric: 'p95',
        raw: '< 200ms for 5 min',
        polarity: 'pass',
        section: ['Gate'],
        action: 'halt',
        actual: '150ms',
        comparator: '<',
        value: 200,
        unit: 'ms',
        window: '5 min',
      },
    ]);
    expect(pieceAt(thresholds, text, '/0')).toBe('< 200ms for 5 min');
  });
});

describe('items', () => {
  test.each([
    ['triggers', '## Rollback triggers\n\n- Error rate > 1% for 5 minutes', ['Error rate > 1% breach']],
    ['halt rules', '## Halt rules\n\n- Latency: > 300ms', ['Latency > 300ms breach']],
    ['criteria', '## Pass criteria\n\n- [ ] Availability ≥ 99.9%', ['Availability >= 99.9% pass']],
    [
      'a label before the list',
      '## Monitoring\n\n**Rollback triggers:**\n\n- Errors > 1%\n\n**Target values:**\n\n- Errors < 0.1%',
      ['Errors > 1% breach', 'Errors < 0.1% pass'],
    ],
    ['a label above the item', '## Monitoring\n\n- **Abort conditions**:\n  - Errors > 1%', ['Errors > 1% breach']],
    ['no cue', '## Monitoring\n\n- Widgets > 1%', ['Widgets > 1% unknown']],
    [
      'no cue but the nature of the metric',
      '## Monitoring\n\n- Errors > 1%\n- Availability > 99%',
      ['Errors > 1% breach', 'Availability > 99% pass'],
    ],
    [
      'a nature that a word of the name turns',
      '## Monitoring\n\n- Crash-free users < 99%\n- Error budget remaining > 20%\n- Unavailability > 1%',
      ['Crash-free users < 99% breach', 'Error budget remaining > 20% pass', 'Unavailability > 1% breach'],
    ],
    ['a number without comparison', '## Monitoring\n\n- Error rate: 1%', ['Error rate = 1% unknown']],
    ['a number that nothing calls good or bad', '## Monitoring\n\n- **Window**: 14x burn rate', []],
    ['a condition of another rule', '## Pass criteria\n\n- If total < 200, ask the owner', []],
    ['a condition of a breach', '## Rollback triggers\n\n- If errors > 1%', ['errors > 1% breach']],
    ['a stage requires what it lists', '## Phase II: Pilot\n\n- Errors: < 1%', ['Errors < 1% pass']],
    ['other sections', '## Notes\n\n- Errors > 1%', []],
    [
      'limits in words',
      '## Pass criteria\n\n- Error rate: does not exceed 1%\n- Latency p95 stays below 300 ms\n- Availability: at least 99.9 %\n- Apdex: 0.9 or better',
      ['Error rate <= 1% pass', 'Latency p95 < 300ms pass', 'Availability >= 99.9% pass', 'Apdex >= 0.9 pass'],
    ],
    ['limits in words that cannot be read', '## Pass criteria\n\n- Widgets: 5 or better', ['Widgets ? 5 pass']],
    ['prose', '## Pass criteria\n\n- The team agrees', []],
    ['code', '## Pass criteria\n\n- ```\n  a > 1\n  ```', []],
  ])('%s', (_, text, expected) => expect(drawn(text)).toEqual(expected));

  test.each([['Targets'], ['Goals'], ['Objectives']])('%s in the plural are for passing', (label) => {
    expect(drawn(`## Monitoring\n\n**${label}:**\n\n- Errors < 0.1%`)).toEqual(['Errors < 0.1% pass']);
  });

  test('stand at their paragraph', () =>
    expect(pieceAt(thresholds, '## Pass criteria\n\n- **Errors** < 1%\n  - note', '/0')).toBe('**Errors** < 1%'));
});

describe('labelled values: one block has both polarities', () => {
  test('as Updog writes it', () => {
    const text = lines('### Latency', '', '**Target**: < 200ms', '**Acceptable Range**: 150-250ms', '**Alert Threshold**: > 300ms');
    expect(drawn(text)).toEqual(['Latency < 200ms pass', 'Latency range 150ms pass', 'Latency > 300ms breach']);
  });

  test.each([['**Target**: ____'], ['**Target**: as agreed'], ['**Owner**: 5 people']])('none: %j', (text) =>
    expect(drawn(`### Latency\n\n${text}`)).toEqual([]),
  );

  test('a critical and a warning level are breaches', () =>
    expect(drawn('### CPU\n\nCritical: > 90%\n\nWarning: > 80%')).toEqual(['CPU > 90% breach', 'CPU > 80% breach']));
});

describe('columns of limits by other names', () => {
  test.each([
    [
      'green and red',
      '| Signal | Green | Yellow | Red |',
      '| 5xx rate | < 0.1% | 0.1-0.5% | > 0.5% |',
      ['5xx rate < 0.1% pass', '5xx rate > 0.5% breach'],
    ],
    ['what is required', '| Check | Required | Status |', '| Error rate | ≤ 0,1 % | ok |', ['Error rate <= 0.1% pass']],
    ['what a challenger must', '| Gate | Metric | Challenger must | Champion |', '| Quality | AUC | ≥ 0.82 | 0.81 |', ['AUC >= 0.82 pass']],
    [
      'a name of their own, good by the nature of the metric',
      '| Check | Healthy range |',
      '| error_rate | <= 2% |',
      ['error_rate <= 2% pass'],
    ],
    ['a name of their own', '| Check | Cut-off |', '| PSI | < 0.2 |', ['PSI < 0.2 unknown']],
    ['words in such a column', '| Check | Cut-off |', '| Errors | < 2% |\n| Health | must be good |', ['Errors < 2% pass']],
    ['settings', '| Parameter | Required | Default |', '| window | yes | 5m |', []],
    ['what was measured', '| Metric | Observed |', '| Errors | < 1% |', []],
  ])('%s', (_, header, row, expected) => expect(drawn(table('## X', header, row))).toEqual(expected));

  test.each([['TBD'], ['?'], ['____'], ['[X %]']])('%s is a limit that nobody has set', (cell) =>
    expect(drawn(table('## X', '| Metric | Target |', `| Errors | ${cell} |`))).toEqual(['Errors ? ? pass']),
  );

  test.each([[''], ['—'], ['n/a'], ['none']])('%j is no limit', (cell) =>
    expect(drawn(table('## X', '| Metric | Target |', `| Errors | ${cell} |`))).toEqual([]),
  );
});

describe('cells that name metric and limit', () => {
  test.each([
    [
      'criteria',
      '| Phase | Exit criteria |',
      '| Canary | Error rate < 0.5%, p95 < 300 ms |',
      ['Error rate < 0.5% pass', 'p95 < 300ms pass'],
    ],
    [
      'a gate',
      '| Environment | Gate |',
      '| prod | SLO ≥ 99.9 % over 30 d and error rate ≤ 1 % |',
      ['SLO >= 99.9% pass', 'error rate <= 1% pass'],
    ],
    ['a rollback', '| Phase | Roll back if |', '| Canary | 5xx > 1% |', ['5xx > 1% breach']],
    ['words', '| Phase | Exit criteria |', '| Canary | tests pass |', []],
  ])('%s', (_, header, row, expected) => expect(drawn(table('## X', header, row))).toEqual(expected));
});

describe('lists of triggers and of stages', () => {
  const below = (title: string, item: string): string[] => drawn(lines(`## ${title}`, '', `- ${item}`));

  test.each([
    ['>10% error rate in checkout', ['error rate in checkout > 10% breach']],
    ['More than 10 user-reported issues in 24 hours', ['user-reported issues in 24 hours > 10 breach']],
    ['Validation shows discrepancies greater than 0.01%', ['Validation shows discrepancies > 0.01% breach']],
    ['Migration exceeds 5 hours in total', ['Migration > 5hours breach']],
    ['Error rate ≥ `max_error_rate` % of requests', ['Error rate ? ? breach']],
    ['Health checks fail after 15 minutes', []],
    ['> somebody said so', []],
  ])('%s', (item, expected) => expect(below('Rollback triggers', item)).toEqual(expected));

  test.each([['Shadow → canary'], ['Promotion to canary'], ['Stage 2: canary']])('what "%s" lists is required', (title) =>
    expect(below(title, 'PSI < 0.2')).toEqual(['PSI < 0.2 pass']),
  );
});
