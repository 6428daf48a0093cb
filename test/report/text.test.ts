import { expect, test } from 'vitest';
import { makeDistinct } from '../../src/report/distinct.ts';
import { makeVisible } from '../../src/report/visible.ts';
import { webAddress } from '../../src/report/web-address.ts';
import { countFindings, drawBar } from '../../src/report/words.ts';

test.each([
  ['escape sequences', '\u001B[31m', '␛[31m'],
  ['line endings', 'a\r\nb\nc\rd', 'a␊b␊c␍d'],
  ['delete and C1', '\u007F\u009B', '␡<U+009B>'],
  ['overrides of direction', '\u202E\u2066', '<U+202E><U+2066>'],
  ['lone surrogates', '\uD800a\uDC00', '\uFFFDa\uFFFD'],
  ['marks of byte order', '\uFEFF', '<U+FEFF>'],
  ['nothing else', 'é 回 👩‍👩‍👧‍👦 \u00A0', 'é 回 👩‍👩‍👧‍👦 \u00A0'],
])('visible: %s', (_, text, shown) => {
  expect(makeVisible(text)).toBe(shown);
});

test('visible: kept characters stay', () => {
  expect(makeVisible('a\r\n\tb\u0007', '\n\t')).toBe('a\n\tb␇');
});

test('distinct: a repeated name gets a number that no other name has', () => {
  expect(makeDistinct(['a', 'b', 'a', 'a #2', 'a'])).toEqual(['a', 'b', 'a #2 #2', 'a #2', 'a #3']);
  const many = makeDistinct(['a #2', 'a #2', 'a', 'a', 'a']);
  expect(new Set(many).size).toBe(5);
});

test('web addresses: only http and https, as a URI', () => {
  expect(webAddress('https://x.y/a b|(c)')).toBe('https://x.y/a%20b%7C%28c%29');
  for (const text of ['', 'docs/a.md', 'javascript:alert(1)', 'https://', ' https://x.y']) expect(webAddress(text)).toBeUndefined();
});

test('a bar is full only when all is done', () => {
  expect(drawBar({ done: 999, total: 1000 })).toBe('█████████░');
  expect(drawBar({ done: 7, total: 7 })).toBe('██████████');
  expect(drawBar({ done: 8, total: 7 })).toBe('██████████');
  expect(drawBar({ done: 0, total: 0 })).toBe('░░░░░░░░░░');
});

test('counts leave out what there is none of', () => {
  const none = { errors: 0, warnings: 0, infos: 0, pending: 0, waived: 0 };
  expect(countFindings(none)).toBe('no findings');
  expect(countFindings({ ...none, errors: 1, pending: 2 })).toBe('1 error, 2 pending');
});
