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
    ['1h20', 80],
    ['1h05 environ', 65],
    ['2 h 30', 150],
    ['2h30s', 120.5],
    ['1,5 Stunden', 90],
    ['5,400 s', 90],
    ["45'", 45],
    ['an hour and a half', 90],
    ['about an hour', 60],
    ['2 hours and a half', 150],
    ['half an hour', 30],
    ['half a day', 720],
    ['Ninety minutes', 90],
    ['forty-five minutes', 45],
    ['two hours five minutes', 125],
    ['1:20 (h:mm)', 80],
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

  test.each([
    ['~47 h'],
    ['約 58 分'],
    ['about 2 hours'],
    ['approx. 5 min'],
    ['approximately 5 min'],
    ['30-45 minutes'],
    ['< 5 min'],
    ['just over 2 hours'],
    ['2h+'],
    ['environ 1h30'],
    ['rund 2 Stunden'],
  ])('%j is approximate', (raw) => expect(readDuration(raw).approximate).toBe(true));

  test.each([['1h 30m'], ['2024-02-08 09:15 - 11:30'], ['45 min (10:00-10:45)']])('%j is exact', (raw) =>
    expect(readDuration(raw)).not.toHaveProperty('approximate'),
  );

  test.each([['7h (during support hours)'], ['2h excluding the night']])('%j is qualified', (raw) =>
    expect(readDuration(raw).qualified).toBe(true),
  );
});
