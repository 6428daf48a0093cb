/** Durations and their words. */
import { describe, expect, it } from 'vitest';
import { durationWords, lengthWords, parseDuration } from '../../src/calendar/duration.ts';

const words = (text: string, counting?: 'elapsed' | 'business'): string | undefined => {
  const duration = parseDuration(text, counting);
  return duration && durationWords(duration);
};

describe('a duration', () => {
  it.each([
    ['PT1H', '1 h'],
    ['PT24H', '24 h'],
    ['PT90M', '1 h 30 min'],
    ['PT45S', '45 s'],
    ['P1D', '1 day'],
    ['P7D', '7 days'],
    ['P1W', '7 days'],
    ['P1DT12H', '1 day 12 h'],
    ['P2BD', '2 business days'],
    ['PT8BH', '8 business h'],
    ['P1BDT4BH30BM', '1 business day 4 business h 30 business min'],
    ['PT0S', '0 s'],
  ])('%s is %s', (text, expected) => {
    expect(words(text)).toBe(expected);
  });

  it.each([
    ['P2D', '2 business days'],
    ['PT8H', '8 business h'],
    ['P2BD', '2 business days'],
  ])('%s of a business calendar is %s', (text, expected) => {
    expect(words(text, 'business')).toBe(expected);
  });

  it.each([
    '',
    'P',
    'PT',
    'P1',
    '1 hour',
    'PT1.5H',
    'P1BDT4H',
    'P1DT4BH',
    'P1BW',
    '-PT1H',
    'PT1H ',
    'P1H',
    'pt1h',
    'P99999D',
    'P1M',
    'P1Y',
  ])('"%s" is none', (text) => {
    expect(parseDuration(text)).toBeUndefined();
  });

  it.each(['P1W', 'P1M', 'PT30S', '2 days'])('"%s" is none of business time', (text) => {
    expect(parseDuration(text, 'business')).toBeUndefined();
  });
});

describe('a length in words has its two greatest units', () => {
  it.each([
    [0, '0 s'],
    [999, '0 s'],
    [12_000, '12 s'],
    [12_000_000, '3 h 20 min'],
    [187_200_000, '2 d 4 h'],
    [86_460_000, '1 d 1 min'],
  ])('%i ms: %s', (length, expected) => {
    expect(lengthWords(length)).toBe(expected);
  });
});
