import { describe, expect, test } from 'vitest';
import { findTime, readTime } from '../../src/read/time.ts';

// Date, time and zone, `-` for what is absent, then what else is said.
const read = (text: string): string => {
  const time = findTime(text)?.time;
  if (time === undefined) return 'none';
  const marks = [time.approximate && '~', time.impossible && 'impossible', time.ambiguous && 'ambiguous'].filter(Boolean);
  return [time.date ?? '-', time.time ?? '-', time.zone ?? '-', time.precision, ...marks].join(' ');
};

describe('dates', () => {
  test.each([
    ['2026-01-05', '2026-01-05 - - day'],
    ['2026/02/13', '2026-02-13 - - day'],
    ['2026-1-5', '2026-01-05 - - day'],
    ['October 7, 2025', '2025-10-07 - - day'],
    ['Oct 7 2025', '2025-10-07 - - day'],
    ['Oct. 7th, 2025', '2025-10-07 - - day'],
    ['24 July 2019', '2019-07-24 - - day'],
    ['18 September 2020', '2020-09-18 - - day'],
    ['1st Sept 2020', '2020-09-01 - - day'],
    ['Monday 6 June 2022', '2022-06-06 - - day'],
    ['Friday, December 20, 2024', '2024-12-20 - - day'],
    ['13/02/2026', '2026-02-13 - - day'],
    ['02/13/2026', '2026-02-13 - - day'],
    ['13.02.2026', '2026-02-13 - - day'],
    ['05/05/2026', '2026-05-05 - - day'],
    ['2024-02-29', '2024-02-29 - - day'],
    ['March 12', '- - - day'],
    ['2026年1月5日', '2026-01-05 - - day'],
    ['Jan 14, 10:18 AM', '- 10:18 - minute'],
    ['4/26', 'none'],
    ['week 6', 'none'],
    ['YYYY-MM-DD', 'none'],
    ['1.10.2', 'none'],
    ['INC-20260105-1', 'none'],
    ['May be 3', 'none'],
  ])('%j: %s', (text, expected) => expect(read(text)).toBe(expected));
});

test('month and day without a year are kept', () => {
  expect(findTime('6 June')?.time).toMatchObject({ monthDay: '06-06', precision: 'day' });
  expect(findTime('March 12 19:57')?.time).toMatchObject({ monthDay: '03-12', time: '19:57' });
});

// The dotted form may follow a letter.
test('a version is no date', () => expect(read('v1.2.2026')).toBe('none'));

describe('impossible and ambiguous dates and times', () => {
  test.each([
    ['2026-02-30', '- - - unknown impossible'],
    ['2025-02-29', '- - - unknown impossible'],
    ['2026-13-01', '- - - unknown impossible'],
    ['2026-00-10', '- - - unknown impossible'],
    ['2026-04-31', '- - - unknown impossible'],
    ['31 April 2026', '- - - unknown impossible'],
    ['30/30/2026', '- - - unknown impossible'],
    ['05/01/2026', '- - - unknown ambiguous'],
    ['5.1.2026', '- - - unknown ambiguous'],
    ['25:00', '- - - unknown impossible'],
    ['12:60', '- - - unknown impossible'],
    ['12:30:61', '- - - unknown impossible'],
    ['13:00 PM', '- - - unknown impossible'],
    ['0:30 AM', '- - - unknown impossible'],
    ['24:00', '- - - unknown impossible'],
    ['23:59:60 UTC', '- 23:59:60 UTC second'],
    ['2026-01-05 25:00', '2026-01-05 - - day impossible'],
  ])('%j: %s', (text, expected) => expect(read(text)).toBe(expected));
});

describe('times of day', () => {
  test.each([
    ['13:42', '- 13:42 - minute'],
    ['9:05', '- 09:05 - minute'],
    ['2020-02-03 11:21', '2020-02-03 11:21 - minute'],
    ['2026-02-25T07:59:01Z', '2026-02-25 07:59:01 Z second'],
    ['2026-02-25T07:59:01.123Z', '2026-02-25 07:59:01 Z second'],
    ['2026-02-25T07:59:01+00:00', '2026-02-25 07:59:01 +00:00 second'],
    ['2026-02-25T07:59+0530', '2026-02-25 07:59 +0530 minute'],
    ['2026-02-25 07:59:01 -05:00', '2026-02-25 07:59:01 -05:00 second'],
    ['2026-02-25 07:59 -05:00', '2026-02-25 07:59 -05:00 minute'],
    ['2024-01-15 15.26', '2024-01-15 15:26 - minute'],
    ['10:45 AM ###', '- 10:45 - minute'],
    ['12:05 am', '- 00:05 - minute'],
    ['12:05 p.m.', '- 12:05 - minute'],
    ['2:00 PM EST', '- 14:00 EST minute'],
    ['Friday, December 20, 2024 at 2:00 PM EST', '2024-12-20 14:00 EST minute'],
    ['1900 UTC', '- 19:00 UTC minute'],
    ['~16:50:00', '- 16:50:00 - second ~'],
    ['about 16:50', '- 16:50 - minute ~'],
    ['約 16:50', '- 16:50 - minute ~'],
    ['~13:30-13:45', '- 13:30 - minute ~'],
    ['13:30-13:45', '- 13:30 - minute'],
    ['14:??', '- 14 - hour'],
    ['2026-04-16 14:xx', '2026-04-16 14 - hour'],
    ['HH:mm', 'none'],
    ['（長期）', 'none'],
    ['T0+5', 'none'],
    ['2026-04-15 23:28〜', '2026-04-15 23:28 - minute'],
    ['ratio 1:2', 'none'],
    ['0:30:00', '- 00:30:00 - second'],
    ['9am', '- 09 - hour'],
    ['9 PM PST', '- 21 PST hour'],
    ['9.10am PST', '- 09:10 PST minute'],
    ['May 4, 2026 9am', '2026-05-04 09 - hour'],
    ['17/06/2026 à 10h05', '2026-06-17 10:05 - minute'],
    ['09h35 UTC', '- 09:35 UTC minute'],
    ['2026-05-04 18.05 Uhr', '2026-05-04 18:05 - minute'],
    ['18.05 Uhr', '- 18:05 - minute'],
    ['1h30 later', 'none'],
    ['2h05m', 'none'],
    ['25h10', '- - - unknown impossible'],
    ['I am 3 am I', '- 03 - hour'],
    ['5 amps', 'none'],
    ['approx. 16:50', '- 16:50 - minute ~'],
  ])('%j: %s', (text, expected) => expect(read(text)).toBe(expected));

  // "15.26" alone is not a time for good reason, but MoJ and DataHub start bullets with it (3 of 175).
  test('a dot separates hours and minutes behind a date only', () => expect(read('15.26')).toBe('none'));

  test('"around" behind the time counts as well (2026-04-16 00:00 頃)', () =>
    expect(read('2026-04-16 00:00 頃')).toBe('2026-04-16 00:00 - minute ~'));
});

describe('zones are claims, kept as written', () => {
  test.each([
    ['13:42 UTC', 'UTC'],
    ['13:42 UTC+1', 'UTC+1'],
    ['13:42 GMT+2', 'GMT+2'],
    ['13:42 (CET)', 'CET'],
    ['13:42 CEST', 'CEST'],
    ['13:42 PST', 'PST'],
    ['13:42 PT', 'PT'],
    ['13:42 JST', 'JST'],
    ['13:42 Europe/Berlin', 'Europe/Berlin'],
    ['13:42 UC/Pacific', 'UC/Pacific'],
    ['2026-01-05 (UTC)', 'UTC'],
    ['13:42Z', 'Z'],
    ['13:42 et al.', undefined],
    ['13:42 pt', undefined],
    ['13:42 Est. cause', undefined],
    ['13:42 ESTABLISHED', undefined],
    ['13:42 Zone down', undefined],
    ['13:42 - 14:00', undefined],
  ])('%j: %s', (text, zone) => expect(findTime(text)?.time.zone).toBe(zone));
});

describe('the first time of a text is found where it stands', () => {
  test.each([
    ['at 13:42, then 14:00', '13:42', 3],
    ['on 2026-01-05 13:42 UTC it failed', '2026-01-05 13:42 UTC', 3],
    ['(13:42)', '13:42', 1],
    ['13:42  ', '13:42', 0],
  ])('%j', (text, raw, index) => expect(findTime(text)).toMatchObject({ time: { raw }, index, length: raw.length }));
});

test('a value keeps its whole text, whatever could be read of it', () => {
  expect(readTime('on 2026-01-05, roughly')).toMatchObject({ raw: 'on 2026-01-05, roughly', date: '2026-01-05' });
  expect(readTime('soon')).toEqual({ raw: 'soon', precision: 'unknown' });
});
