import { describe, expect, test } from 'vitest';
import { readDuration } from '../../src/read/duration.ts';

describe('durations', () => {
  test.each([
    ['4h 12m', 252],
    ['0h 07m', 7],
    ['2d 1h 29m', 2969],
    ['1d 6h 40m', 1840],
    ['1h30m', 90],
    ['31 minutes', 31],
    ['48 Minuten', 48],
    ['1 Stunde 30 Minuten', 90],
    ['2 Tage', 2880],
    ['1 heure 5 minutes', 65],
    ['1 hora y 40 minutos', 100],
    ['40分钟', 40],
    ['90 mins', 90],
    ['1.5 hours', 90],
    ['1 day, 2 hours', 1560],
    ['2 weeks', 20160],
    ['45 seconds', 0.75],
    ['0:30:00', 30],
    ['05:14:06', 314.1],
    ['PT90M', 90],
    ['PT1H30M', 90],
    ['P1DT2H', 1560],
    ['P2W', 20160],
    ['PT30S', 0.5],
    ['58 分', 58],
    ['2時間 5分', 125],
    ['7h (during support hours 10:00-17:00)', 420],
    ['約 58 分（期限切れ到達から復旧完了まで）', 58],
    ['~47 h', 2820],
    ['~5 days 2 h', 7320],
    ['Xh Xm', undefined],
    ['X minutes', undefined],
    ['?mins', undefined],
    ['?', undefined],
    ['', undefined],
    ['PROD', undefined],
  ])('%j is %j minutes', (raw, minutes) => expect(readDuration(raw)).toMatchObject({ raw, ...(minutes !== undefined && { minutes }) }));

  test.each([['Xh Xm'], ['soon'], ['5 months'], ['3 mice']])('%j has no length', (raw) =>
    expect(readDuration(raw)).not.toHaveProperty('minutes'),
  );

  test.each([['~47 h'], ['約 58 分'], ['about 2 hours'], ['approx. 5 min']])('%j is approximate', (raw) =>
    expect(readDuration(raw).approximate).toBe(true),
  );

  test.each([['7h (during support hours)'], ['2h excluding the night']])('%j is qualified', (raw) =>
    expect(readDuration(raw).qualified).toBe(true),
  );
});
