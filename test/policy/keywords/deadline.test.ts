/** The keyword `deadline`: every answer, both clocks, and what is refused. */
import { describe, expect, it } from 'vitest';
import { compileRules } from '../../../src/policy/compile.ts';
import type { KeywordContext } from '../../../src/policy/keywords/keyword.ts';
import { readTime } from '../../../src/read/time.ts';

interface Row {
  readonly [name: string]: string | undefined;
  readonly now?: string;
}

const clock = (text: string): string => `2026-01-${text}`;

/** Events from `detected: '05 10:00 UTC'`, facts from `git-reported: '05T11:00:00Z'`; all of January 2026. */
const dataOf = (row: Row): object => {
  const events: Record<string, Record<string, unknown>> = {};
  for (const [key, text = ''] of Object.entries(row).filter(([key]) => key !== 'now' && key !== 'date')) {
    const name = key.replace('git-', '');
    const known = key.startsWith('git-')
      ? { git: { at: clock(text), commit: 'c0ffee' } }
      : { declared: readTime(/^\d\d(?: |$)/.test(text) ? clock(text) : text), label: name };
    events[name] = { ...events[name], ...known };
  }
  return { events, ...(row['date'] && { date: readTime(clock(row['date'])) }) };
};

const check = (value: object, data: object, context: Partial<KeywordContext> = {}) => {
  const rule = {
    id: 'p/r',
    name: 'r',
    description: '',
    severity: 'error',
    shipped: false,
    message: 'x',
    schema: { deadline: value },
  } as const;
  const [compiled] = compileRules([rule], { now: '2026-01-10T12:00:00Z', ...context });
  return compiled?.check(data) ?? [];
};

const hour = { from: 'detected', within: 'PT1H', met: 'reported' };
const answer = (value: object, row: Row, context: Partial<KeywordContext> = {}): string => {
  const fault = check(value, dataOf(row), { ...(row.now && { now: clock(row.now) }), ...context })[0];
  return fault === undefined ? 'met' : String(fault.params['state']);
};

describe('within an hour of detection', () => {
  it.each<[string, Row, string]>([
    ['done in time', { detected: '05 10:00 UTC', reported: '05 10:30 UTC' }, 'met'],
    ['exactly at the limit is in time', { detected: '05 10:00 UTC', reported: '05 11:00 UTC' }, 'met'],
    ['a minute later is late', { detected: '05 10:00 UTC', reported: '05 11:01 UTC' }, 'late'],
    ['within the minute of the limit is in time', { detected: '05 10:00 UTC', 'git-reported': '05T11:00:59Z' }, 'met'],
    ['after that minute is late', { detected: '05 10:00 UTC', 'git-reported': '05T11:01:00Z' }, 'late'],
    ['a start to the second ends to the second', { detected: '05 10:00:10 UTC', 'git-reported': '05T11:00:10Z' }, 'met'],
    ['a second later is late', { detected: '05 10:00:10 UTC', 'git-reported': '05T11:00:11Z' }, 'late'],
    ['at the same time', { detected: '05 10:00 UTC', reported: '05 10:00 UTC' }, 'met'],
    ['other zones', { detected: '05 10:00 UTC', reported: '05 12:00 +01:00' }, 'met'],
    ['other zones, late', { detected: '05 10:00 UTC', reported: '05 12:01 Europe/Berlin' }, 'late'],
    ['over midnight', { detected: '05 23:30 UTC', reported: '06 00:30 UTC' }, 'met'],
    ['over midnight, late', { detected: '05 23:30 UTC', reported: '06 00:31 UTC' }, 'late'],
    ['one unknown zone by day', { detected: '05 10:00', reported: '05 10:30' }, 'met'],
    ['one unknown zone by day, late', { detected: '05 10:00', reported: '05 11:30' }, 'late'],
    ['one unknown zone by night', { detected: '05 02:00', reported: '05 02:30' }, 'indeterminate'],
    ['one unknown zone by night, late whatever the clock did', { detected: '05 02:00', reported: '05 05:00' }, 'late'],
    ['an unknown zone against git', { detected: '05 10:00', 'git-reported': '05T10:30:00Z' }, 'indeterminate'],
    ['an unknown zone against git, far off', { detected: '05 10:00', 'git-reported': '07T10:30:00Z' }, 'late'],
    ['an unknown zone against a known one', { detected: '05 10:00', reported: '05 10:30 UTC' }, 'indeterminate'],
    ['the same abbreviation', { detected: '05 10:00 EST', reported: '05 10:30 EST' }, 'met'],
    ['the same ambiguous abbreviation', { detected: '05 10:00 IST', reported: '05 11:30 IST' }, 'late'],
    ['an ambiguous abbreviation against git', { detected: '05 10:00 IST', 'git-reported': '05T08:30:00Z' }, 'indeterminate'],
    ['only the day, against a time of it', { detected: '05', 'git-reported': '05T20:00:00Z' }, 'indeterminate'],
    ['only the day, two days later', { detected: '05', 'git-reported': '08T00:00:00Z' }, 'late'],
    ['a day of a report against a time', { detected: '05 10:00 UTC', reported: '05' }, 'indeterminate'],
    ['an hour', { detected: '05 14:?? UTC', reported: '05 15:30 UTC' }, 'indeterminate'],
    ['an hour, in time anyway', { detected: '05 14:?? UTC', reported: '05 15:00 UTC' }, 'met'],
    ['an hour, late anyway', { detected: '05 14:?? UTC', reported: '05 16:00 UTC' }, 'late'],
    ['about', { detected: 'about 2026-01-05 10:00 UTC', reported: '05 11:10 UTC' }, 'indeterminate'],
    ['about, in time anyway', { detected: 'about 2026-01-05 10:00 UTC', reported: '05 10:30 UTC' }, 'met'],
    ['a time of day is one of the report’s day', { date: '05', detected: '10:00 UTC', reported: '10:30 UTC' }, 'met'],
    ['a time of no day', { detected: '10:00 UTC', reported: '05 10:30 UTC' }, 'indeterminate'],
    ['an impossible date', { detected: '2026-02-30', reported: '05 10:30 UTC' }, 'indeterminate'],
    ['a date that can be two', { detected: '05/01/2026 10:00 UTC', reported: '05 10:30 UTC' }, 'indeterminate'],
    ['no start', { reported: '05 10:30 UTC' }, 'indeterminate'],
    ['the end before the start', { detected: '05 10:00 UTC', reported: '04 10:00 UTC' }, 'indeterminate'],
    ['nothing done, in time', { detected: '05 10:00 UTC', now: '05T10:59:00Z' }, 'pending'],
    ['nothing done, at the limit', { detected: '05 10:00 UTC', now: '05T11:00:59Z' }, 'pending'],
    ['nothing done, after it', { detected: '05 10:00 UTC', now: '05T11:01:00Z' }, 'missed'],
    ['nothing done, perhaps after it', { detected: '05', now: '05T12:00:00Z' }, 'indeterminate'],
    ['nothing done, before it anywhere', { detected: '05', now: '04T10:59:00Z' }, 'pending'],
    ['nothing done, after it everywhere', { detected: '05', now: '06T13:00:00Z' }, 'missed'],
    ['a plan is not done', { detected: '05 10:00 UTC', reported: '05 10:30 UTC', now: '05T10:15:00Z' }, 'pending'],
    ['a plan is not done, too late', { detected: '05 10:00 UTC', reported: '20 10:30 UTC' }, 'missed'],
    ['what is stated today was done by now', { detected: '05 10:00 UTC', reported: '2026-01-05T10:00+00:00', now: '05T10:30:00Z' }, 'met'],
  ])('%s', (_, row, expected) => {
    expect(answer(hour, row)).toBe(expected);
  });

  it('takes the configured zone where none is stated', () => {
    expect(answer(hour, { detected: '05 10:00', 'git-reported': '05T09:30:00Z' }, { timezone: 'Europe/Berlin' })).toBe('met');
    expect(answer(hour, { detected: '05 10:00', 'git-reported': '05T10:30:00Z' }, { timezone: 'Europe/Berlin' })).toBe('late');
  });
});

describe('whose clock counts', () => {
  const [met, late] = ['05 10:30 UTC', '05 11:30 UTC'];
  it.each<[string, Row, string]>([
    ['either', { reported: met, 'git-reported': '05T12:00:00Z' }, 'met'],
    ['either', { reported: late, 'git-reported': '05T10:30:00Z' }, 'late'],
    ['either', { reported: '05', 'git-reported': '05T10:30:00Z' }, 'met'],
    ['either', { reported: '05/01/2026 10:00', 'git-reported': '05T12:30:00Z' }, 'late'],
    ['either', { 'git-reported': '05T10:30:00Z' }, 'met'],
    ['declared', { reported: met, 'git-reported': '05T12:00:00Z' }, 'met'],
    ['declared', { 'git-reported': '05T10:30:00Z' }, 'missed'],
    ['git', { reported: met, 'git-reported': '05T12:00:00Z' }, 'late'],
    ['git', { reported: met, 'git-test': '05T12:00:00Z' }, 'missed'],
    ['git', { reported: met }, 'indeterminate'],
    ['earliest', { reported: late, 'git-reported': '05T10:30:00Z' }, 'met'],
    ['earliest', { reported: '05', 'git-reported': '05T12:30:00Z' }, 'indeterminate'],
    ['earliest', { reported: late, 'git-reported': '05T12:30:00Z' }, 'late'],
    ['both', { reported: met, 'git-reported': '05T10:40:00Z' }, 'met'],
    ['both', { reported: met, 'git-reported': '05T11:40:00Z' }, 'late'],
    ['both', { reported: late, 'git-reported': '05T10:40:00Z' }, 'late'],
    ['both', { reported: met }, 'indeterminate'],
    ['both', { 'git-reported': '05T10:40:00Z' }, 'indeterminate'],
    ['both', { 'git-reported': '05T11:40:00Z' }, 'late'],
    ['both', { reported: '05', 'git-reported': '05T10:40:00Z' }, 'indeterminate'],
    ['both', {}, 'indeterminate'],
  ])('%s: %j is %s', (clock, row, expected) => {
    expect(answer({ ...hour, clock }, { detected: '05 10:00 UTC', ...row })).toBe(expected);
  });

  it('a start is taken from git only where nobody wrote it down', () => {
    expect(answer(hour, { 'git-detected': '05T10:00:00Z', reported: met })).toBe('met');
    expect(answer(hour, { detected: '05 10:00 UTC', 'git-detected': '05T08:00:00Z', reported: met })).toBe('met');
  });
});

describe('what the document shows by itself', () => {
  const start = { detected: '05 10:00 UTC' };
  it.each<[object, Row, string]>([
    [{ content: 'done' }, { now: '05T10:30:00Z' }, 'met'],
    [{ content: 'done' }, {}, 'indeterminate'],
    [{ content: 'done', unknown: 'ignore' }, {}, 'met'],
    [{ content: 'done' }, { 'git-reported': '05T12:00:00Z' }, 'late'],
    [{ content: 'unknown' }, { now: '05T10:30:00Z' }, 'pending'],
    [{ content: 'unknown' }, {}, 'indeterminate'],
    [{ content: 'unknown', unknown: 'ignore' }, {}, 'met'],
    [{ unknown: 'ignore' }, {}, 'missed'],
    [{ unknown: 'ignore', clock: 'git' }, {}, 'met'],
  ])('%j %j is %s', (more, row, expected) => {
    expect(answer({ ...hour, ...more }, { ...start, ...row })).toBe(expected);
  });

  it('is left alone without any start where unknown times are ignored', () => {
    expect(answer({ ...hour, unknown: 'ignore' }, { reported: '05 10:30 UTC' })).toBe('met');
    expect(answer({ ...hour, unknown: 'ignore' }, { detected: '2026-02-30' })).toBe('indeterminate');
  });
});

describe('candidates', () => {
  it.each<[object, Row, string]>([
    [{ from: ['detected', 'started'] }, { started: '05 09:00 UTC', reported: '05 10:30 UTC' }, 'late'],
    [{ from: ['detected', 'started'] }, { started: '05 09:00 UTC', detected: '05 10:00 UTC', reported: '05 10:30 UTC' }, 'met'],
    [{ from: ['detected', 'started'] }, { started: '05 10:00 UTC', detected: '2026-02-30', reported: '05 10:30 UTC' }, 'met'],
    [{ from: ['detected', 'date'] }, { date: '05', reported: '09 10:30 UTC' }, 'late'],
    [{ met: ['rca', 'reported'] }, { detected: '05 10:00 UTC', reported: '05 10:30 UTC' }, 'met'],
    [{ met: ['rca', 'reported'] }, { detected: '05 10:00 UTC', rca: '05 12:30 UTC', reported: '05 10:30 UTC' }, 'late'],
  ])('%j %j is %s', (more, row, expected) => {
    expect(answer({ ...hour, ...more }, row)).toBe(expected);
  });
});

describe('calendars', () => {
  const calendar = {
    timezone: 'Europe/Berlin',
    workingDays: ['mon', 'tue', 'wed', 'thu', 'fri'],
    start: '09:00',
    end: '17:00',
    holidays: ['2026-01-06'],
  } as const;
  // 5 January 2026 is a Monday.
  it.each<[object, Row, string]>([
    [{ within: 'P1BD' }, { detected: '05 10:00 UTC', reported: '07 10:00 UTC' }, 'met'],
    [{ within: 'P1BD' }, { detected: '05 10:00 UTC', reported: '07 10:01 UTC' }, 'late'],
    [{ within: 'P1BD' }, { detected: '09 10:00 UTC' }, 'pending'],
    [{ within: 'P1D', calendar: 'business' }, { detected: '05 10:00 UTC', reported: '07 10:00 UTC' }, 'met'],
    [{ within: 'P1D' }, { detected: '05 10:00 UTC', reported: '07 10:00 UTC' }, 'late'],
    [{ within: 'PT4BH' }, { detected: '05 15:00 UTC', reported: '07 11:00 UTC' }, 'met'],
    [{ within: 'PT4BH' }, { detected: '05 15:00 UTC', reported: '07 11:01 UTC' }, 'late'],
    [{ within: 'PT4H', calendar: 'business' }, { detected: '05 15:00 UTC', reported: '07 11:00 UTC' }, 'met'],
    [{ within: 'P1BD' }, { detected: '05 10:00', reported: '05 11:00' }, 'indeterminate'],
    [{ within: 'P1BD' }, { detected: '05 10:00', reported: '07 11:00' }, 'indeterminate'],
  ])('%j %j is %s', (more, row, expected) => {
    expect(answer({ ...hour, ...more }, row, { calendar })).toBe(expected);
  });
});

describe('faults', () => {
  const fault = (row: Row, more: object = {}) =>
    check({ ...hour, ...more }, dataOf(row), row.now === undefined ? {} : { now: clock(row.now) })[0];

  it('say what is late, in the zone of the start', () => {
    expect(fault({ detected: '05 11:00 CET', 'git-reported': '05T11:20:00Z' })?.params).toMatchObject({
      state: 'late',
      late: '20 min',
      due: '2026-01-05T11:00:00Z',
      within: '1 h',
      from: 'the incident was detected',
      met: 'the report was written',
      metTime: '2026-01-05T11:20:00Z',
      answer: 'came 20 min late: it was due 2026-01-05T11:00:00Z, 1 h after the incident was detected',
    });
    expect(fault({ detected: '05 11:00 +01:00', reported: '05 12:30 Europe/Berlin' })?.params).toMatchObject({
      fromTime: '2026-01-05T11:00:00+01:00',
      metTime: '2026-01-05T12:30:00+01:00',
      due: '2026-01-05T12:00:00+01:00',
    });
  });

  it('say how long is left, or gone', () => {
    expect(fault({ detected: '05 10:00 UTC', now: '05T10:20:00Z' })?.params).toMatchObject({
      state: 'pending',
      left: '40 min',
      answer: 'is due 2026-01-05T11:00:00Z, in 40 min',
    });
    expect(fault({ detected: '05 10:00 UTC', now: '07T13:00:00Z' })?.params).toMatchObject({
      state: 'missed',
      late: '2 d 2 h',
      answer: 'was due 2026-01-05T11:00:00Z, 2 d 2 h ago, 1 h after the incident was detected',
    });
    expect(fault({ detected: '05', now: '07T13:00:00Z' })?.params).toMatchObject({
      state: 'missed',
      late: '1 d',
      due: 'between 2026-01-04T11:00:00Z and 2026-01-06T12:59:59Z',
    });
  });

  it.each<[Row, object, string, string]>([
    [{}, {}, 'nothing says when the incident was detected', 'missed'],
    [{ detected: '2026-02-30' }, {}, '"2026-02-30" does not exist', 'missed'],
    [{ detected: '05', 'git-reported': '05T20:00:00Z' }, {}, '"2026-01-05" gives only the day', 'late'],
    [{ detected: '05 10:00', 'git-reported': '05T20:00:00Z' }, {}, '"2026-01-05 10:00" names no time zone', 'late'],
    [{ detected: '05 10:00', reported: '05' }, {}, '"2026-01-05 10:00" names no time zone, and "2026-01-05" gives only the day', 'late'],
    [{ detected: '05 10:00 IST', 'git-reported': '05T08:30:00Z' }, {}, '"IST" can mean more than one offset from UTC', 'late'],
    [
      { detected: '05 10:00 UTC', reported: '04 10:00 UTC' },
      {},
      'the report was written before the incident was detected, say the times',
      'late',
    ],
    [{ detected: '05 10:00 UTC', reported: '10:00', date: '05' }, { clock: 'both' }, 'git does not show', 'late'],
    [{ detected: '05 10:00 UTC' }, { content: 'done' }, 'nothing says when the report was written; in a repository git shows it', 'late'],
    [{ detected: '05 10:00 UTC' }, { content: 'unknown' }, 'the document has no place that shows whether the report was written', 'missed'],
    [{ detected: '05 10:00 UTC' }, { clock: 'git' }, 'there are no facts from git', 'missed'],
    [{ detected: '05', now: '05T12:00:00Z' }, {}, '"2026-01-05" gives only the day', 'missed'],
  ])('%j %j: %s', (row, more, why, worst) => {
    const params = fault(row, more)?.params;
    expect(params).toMatchObject({ state: 'indeterminate', worst });
    expect(params?.['why']).toContain(why);
    expect(params?.['answer']).toContain(worst === 'late' ? 'may be late: ' : 'may be overdue: ');
  });

  it.each<[Row, string]>([
    [{ detected: '05 10:00 UTC', reported: '05 12:00 UTC' }, '/events/reported'],
    [{ detected: '05 10:00 UTC', 'git-reported': '05T12:00:00Z' }, '/events/reported'],
    [{ detected: '05 10:00 UTC' }, '/events/detected'],
    [{ detected: '2026-02-30' }, '/events/detected'],
    [{}, ''],
  ])('%j stands at "%s"', (row, pointer) => {
    expect(fault(row)?.pointer).toBe(pointer);
  });

  it('of a date stand at the date', () => {
    expect(fault({ date: '05' }, { from: 'date' })?.pointer).toBe('/date');
  });
});

describe('a wrong policy is refused before any document is judged', () => {
  it.each<[object, RegExp]>([
    [{ ...hour, within: '1 hour' }, /"1 hour" is not a duration; expected for example PT1H/],
    [{ ...hour, within: 'P1W', calendar: 'business' }, /"P1W" is not a business duration/],
    [{ ...hour, from: 'noticed' }, /from/],
    [{ ...hour, from: [] }, /from/],
    [{ ...hour, met: 5 }, /met/],
    [{ ...hour, clock: 'wall' }, /clock/],
    [{ ...hour, calendar: 'lunar' }, /calendar/],
    [{ ...hour, content: true }, /content/],
    [{ ...hour, unknown: 'fail' }, /unknown/],
    [{ ...hour, until: 'x' }, /additional properties/],
    [{ from: 'detected', met: 'reported' }, /within/],
  ])('%j', (value, message) => {
    expect(() => check(value, {})).toThrow(message);
  });
});
