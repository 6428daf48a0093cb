import { describe, expect, test } from 'vitest';
import { readLimit } from '../../src/read/limit.ts';

describe('limits as people write them', () => {
  test.each([
    ['must not exceed 1%', { comparator: '<=', value: 1, unit: '%' }],
    ['shall not rise above 2%', { comparator: '<=', value: 2, unit: '%' }],
    ['no less than 99%', { comparator: '>=', value: 99, unit: '%' }],
    ['never below 99%', { comparator: '>=', value: 99, unit: '%' }],
    ['no greater than 300ms', { comparator: '<=', value: 300, unit: 'ms' }],
    ['exceeds 1%', { comparator: '>', value: 1, unit: '%' }],
    ['=> 99%', { comparator: '>=', value: 99, unit: '%' }],
    ['< 200ms', { comparator: '<', value: 200, unit: 'ms' }],
    ['<1% increase', { comparator: '<', value: 1, unit: '%', baseline: 'increase' }],
    ['≥99.9%', { comparator: '>=', value: 99.9, unit: '%' }],
    ['≥ 70%', { comparator: '>=', value: 70, unit: '%' }],
    ['>= 99.5%', { comparator: '>=', value: 99.5, unit: '%' }],
    ['<= 5', { comparator: '<=', value: 5 }],
    ['≤ 5 min', { comparator: '<=', value: 5, unit: 'min' }],
    ['= 0', { comparator: '=', value: 0 }],
    ['== 0', { comparator: '=', value: 0 }],
    ['> 1% for 5 minutes', { comparator: '>', value: 1, unit: '%', window: '5 minutes' }],
    ['> 5x baseline for 10 minutes', { comparator: '>', value: 5, unit: 'x', baseline: 'baseline', window: '10 minutes' }],
    ['> 1% for at least 5 minutes', { comparator: '>', value: 1, unit: '%', window: '5 minutes' }],
    ['> 1% over the last 15 min', { comparator: '>', value: 1, unit: '%', window: 'the last 15 min' }],
    ['< 110% of baseline', { comparator: '<', value: 110, unit: '%', baseline: 'baseline' }],
    ['> 5 x normal', { comparator: '>', value: 5, unit: 'x', baseline: 'normal' }],
    ['> 20% over the average', { comparator: '>', value: 20, unit: '%', baseline: 'average' }],
    ['not above 3%', { comparator: '<=', value: 3, unit: '%' }],
    ['not below 3%', { comparator: '>=', value: 3, unit: '%' }],
    ['< 0,5%', { comparator: '<', value: 0.5, unit: '%' }],
    ['< 1,000', { comparator: '<', value: 1000 }],
    ['> 50% compared to Blue', { comparator: '>', value: 50, unit: '%', baseline: 'Blue' }],
    ['> 3σ', { comparator: '>', value: 3, unit: 'σ' }],
    ['14x burn rate', { comparator: '=', value: 14, unit: 'x', baseline: 'burn rate' }],
    ['150-250ms', { comparator: 'range', value: 150, upper: 250, unit: 'ms' }],
    ['1.0-2.0s', { comparator: 'range', value: 1, upper: 2, unit: 's' }],
    ['10ms to 20ms', { comparator: 'range', value: 10, upper: 20, unit: 'ms' }],
    ['100%', { comparator: '=', value: 100, unit: '%' }],
    ['0', { comparator: '=', value: 0 }],
    ['0:30:00', { comparator: '=', value: 1800, unit: 's' }],
    ['< 0.0000001 (1e-7)', { comparator: '<', value: 1e-7 }],
    ['< 1e-7', { comparator: '<', value: 1e-7 }],
    ['>380KB (95% of budget)', { comparator: '>', value: 380, unit: 'KB' }],
    ['0.5% (5 errors per 1000 requests)', { comparator: '=', value: 0.5, unit: '%' }],
    ['1,000 req/s', { comparator: '=', value: 1000, unit: 'req/s' }],
    ['No latency regression', { comparator: 'none', baseline: 'before' }],
    ['No increase in errors', { comparator: 'none', baseline: 'before' }],
    ['95+ on 100', { comparator: '>=', value: 95 }],
    ['at least 30 minutes', { comparator: '>=', value: 30, unit: 'minutes' }],
    ['no more than 3', { comparator: '<=', value: 3 }],
    ['at most 3', { comparator: '<=', value: 3 }],
    ['up to 3', { comparator: '<=', value: 3 }],
    ['minimum of 3', { comparator: '>=', value: 3 }],
    ['maximum 3', { comparator: '<=', value: 3 }],
    ['fewer than 3', { comparator: '<', value: 3 }],
    ['below 3%', { comparator: '<', value: 3, unit: '%' }],
    ['exceeds 3%', { comparator: '>', value: 3, unit: '%' }],
    ['above 3%', { comparator: '>', value: 3, unit: '%' }],
    ['does not exceed 1%', { comparator: '<=', value: 1, unit: '%' }],
    ['stays below 300 ms', { comparator: '<', value: 300, unit: 'ms' }],
    ['at least 99.9 %', { comparator: '>=', value: 99.9, unit: '%' }],
    ['1% or less', { comparator: '<=', value: 1, unit: '%' }],
    ['99.9% or higher', { comparator: '>=', value: 99.9, unit: '%' }],
    ['99.9% or above', { comparator: '>=', value: 99.9, unit: '%' }],
    ['300 ms max', { comparator: '<=', value: 300, unit: 'ms' }],
    ['5 minutes', { comparator: '=', value: 5, unit: 'minutes' }],
    ['under 5', { comparator: '<', value: 5 }],
    ['max. 5', { comparator: '<=', value: 5 }],
    ['between 1 and 2 %', { comparator: 'range', value: 1, upper: 2, unit: '%' }],
    ['±5 %', { comparator: 'range', value: -5, upper: 5, unit: '%' }],
    ['within 10% of baseline', { comparator: 'range', value: -10, upper: 10, unit: '%', baseline: 'baseline' }],
    ['within 5 minutes', { comparator: '<=', value: 5, unit: 'minutes' }],
    ['over 5 seconds', { comparator: '>', value: 5, unit: 'seconds' }],
    ['1% over 5 minutes', { comparator: '=', value: 1, unit: '%', window: '5 minutes' }],
    ['above 1% for > 5 minutes', { comparator: '>', value: 1, unit: '%', window: '5 minutes' }],
    ['> 1% for > 5 minutes', { comparator: '>', value: 1, unit: '%', window: '5 minutes' }],
    ['for at least 30 minutes', { comparator: '>=', value: 30, unit: 'minutes' }],
    ['at least 99% and at most 100%', {}],
    ['höchstens 1 %', { comparator: '<=', value: 1, unit: '%' }],
    ['darf 300 ms nicht übersteigen', {}],
    ['au moins 99,9 %', { comparator: '>=', value: 99.9, unit: '%' }],
    ['menos de 5 minutos', { comparator: '<', value: 5, unit: 'minutos' }],
    ['1% 以下', { comparator: '<=', value: 1, unit: '%' }],
    ['300ミリ秒未満', { comparator: '<', value: 300, unit: 'ミリ秒' }],
    ['不超过 1%', { comparator: '<=', value: 1, unit: '%' }],
    ['不低于99.9％', { comparator: '>=', value: 99.9, unit: '%' }],
    ['within agreed thresholds', {}],
    ['FALSE', {}],
    ['___', {}],
    ['', {}],
  ])('%j', (raw, expected) => expect(readLimit(raw)).toEqual(expected));

  // The alternation is tried in order, and "more than" matches within "no more than" first when it starts earlier only.
  test('"no more than" is not "more than"', () => expect(readLimit('no more than 3 errors').comparator).toBe('<='));
});

describe('"or better" is told by the metric', () => {
  test.each([
    ['99.9% or better', 'Availability', { comparator: '>=', value: 99.9, unit: '%' }],
    ['300 ms or better', 'p95 latency', { comparator: '<=', value: 300, unit: 'ms' }],
    ['5 or better', 'Widgets', { value: 5 }],
  ])('%s for %s', (raw, metric, expected) => expect(readLimit(raw, metric)).toEqual(expected));
});

// `\\bx` needs a boundary that "5x" does not have: the limit becomes absolute.
test('">5x normal" is relative to the normal', () => expect(readLimit('>5x normal').baseline).toBe('normal'));

describe('several limits in one text are not one limit', () => {
  // core() takes the first comparator and forgets the rest, so half of the rule is lost in silence.
  test.each([['< 500ms (API), < 3s (frontend)'], ['≥95% / 10.45 tests']])('%j', (raw) =>
    expect(readLimit(raw)).not.toMatchObject({ comparator: /./ }),
  );
});
