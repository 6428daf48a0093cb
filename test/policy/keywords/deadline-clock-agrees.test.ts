/** The keyword `clockAgrees`: only a certain contradiction of the two clocks is a fault. */
import { describe, expect, it } from 'vitest';
import { compileRules } from '../../../src/policy/compile.ts';
import { readTime } from '../../../src/read/time.ts';

const check = (value: object, data: object) => {
  const rule = {
    id: 'p/r',
    name: 'r',
    description: '',
    severity: 'warning',
    shipped: false,
    message: 'x',
    schema: { clockAgrees: value },
  } as const;
  return compileRules([rule], { now: '2026-01-20T12:00:00Z' })[0]?.check(data) ?? [];
};

const value = { events: ['reported', 'rca', 'test'], tolerance: 'PT24H' };
const event = (declared: string | undefined, at: string | undefined): object => ({
  ...(declared && { declared: readTime(declared) }),
  ...(at && { git: { at, commit: 'c0ffee' } }),
});

describe('two clocks', () => {
  it.each<[string, string | undefined, string | undefined, number]>([
    ['agree', '2026-01-05 10:00 UTC', '2026-01-05T10:30:00Z', 0],
    ['agree exactly at the tolerance', '2026-01-05 10:00 UTC', '2026-01-06T10:00:00Z', 0],
    ['disagree a minute after it', '2026-01-05 10:00 UTC', '2026-01-06T10:01:00Z', 1],
    ['may agree when only the day is declared', '2026-01-05', '2026-01-07T10:00:00Z', 0],
    ['cannot agree three days later', '2026-01-05', '2026-01-08T12:00:00Z', 1],
    ['do not disagree when git was first', '2026-01-05 10:00 UTC', '2026-01-01T10:00:00Z', 0],
    ['are two', '2026-01-05 10:00 UTC', undefined, 0],
    ['are two', undefined, '2026-01-08T12:00:00Z', 0],
    ['say nothing with an impossible date', '2026-02-30', '2026-01-08T12:00:00Z', 0],
  ])('%s: %s, %s', (_, declared, at, faults) => {
    expect(check(value, { events: { reported: event(declared, at) } })).toHaveLength(faults);
  });

  it('are asked about every event', () => {
    const late = event('2026-01-05 10:00 +01:00', '2026-01-08T12:00:00Z');
    const faults = check(value, { events: { reported: late, rca: late, resolved: late } });
    expect(faults.map(({ pointer }) => pointer)).toEqual(['/events/reported', '/events/rca']);
    expect(faults[0]?.params).toMatchObject({
      event: 'reported',
      declared: '2026-01-05T10:00:00+01:00',
      git: '2026-01-08T12:00:00Z',
      lag: '3 d 3 h',
      tolerance: '24 h',
    });
  });

  it('take the report’s day for a time without one', () => {
    expect(check(value, { date: readTime('2026-01-05'), events: { reported: event('10:00 UTC', '2026-01-08T12:00:00Z') } })).toHaveLength(
      1,
    );
  });
});

describe('a wrong policy is refused', () => {
  it.each<[object, RegExp]>([
    [{ ...value, tolerance: 'a day' }, /"a day" is not a duration/],
    [{ ...value, events: ['written'] }, /events/],
    [{ events: ['rca'] }, /tolerance/],
  ])('%j', (wrong, message) => {
    expect(() => check(wrong, {})).toThrow(message);
  });
});
