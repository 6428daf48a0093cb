import { describe, expect, test } from 'vitest';
import { dataError, parseData } from '../../src/data/data-file.ts';
import { UsageError } from '../../src/model/usage-error.ts';

const thrown = (text: string): string => {
  try {
    parseData('c.yaml', text);
  } catch (error) {
    if (error instanceof UsageError) return error.message;
    throw error;
  }
  return 'nothing';
};

describe('a data file is YAML 1.2 or JSON', () => {
  test.each([
    ['a: 1', { a: 1 }],
    ['{"a": [true, null]}', { a: [true, null] }],
    ['', {}],
    ['# nothing\n', {}],
    ['a: 2026-01-05', { a: '2026-01-05' }],
    ['a: 1h30', { a: '1h30' }],
    ['a: "1.10"', { a: '1.10' }],
    ['a: 010', { a: 10 }],
    ['a: yes', { a: 'yes' }],
    ['a: &x [1]\nb: *x', { a: [1], b: [1] }],
  ])('%j', (text, value) => expect(parseData('c.yaml', text).value).toEqual(value));
});

describe('what is not YAML is named to the column', () => {
  test.each([
    ['a: [1', /^c\.yaml:1:\d+: /],
    ['a: 1\nb: "x', /^c\.yaml:2:\d+: /],
    ['a: 1\na: 2', /^c\.yaml:2:1: Map keys must be unique/],
    ['{"a": 1,}}', /^c\.yaml:1:\d+: /],
    ['a: 1\r\n\tb: 2', /^c\.yaml:2:1: /],
    ['a: 1\n---\nb: 2', /^c\.yaml:\d:\d+: /],
  ])('%j', (text, message) => expect(thrown(text)).toMatch(message));

  // toJS throws a plain ReferenceError or returns undefined: neither is named to the column.
  test.each([
    ['an alias without an anchor', 'a: 1\nb: *x'],
    [
      'aliases that explode',
      `a: &a [x,x,x,x,x,x,x,x,x,x]\n${[...'bcdefg']
        .map(
          (name, i) =>
            `${name}: &${name} [${Array(10)
              .fill(`*${'abcdef'[i] ?? ''}`)
              .join(',')}]`,
        )
        .join('\n')}`,
    ],
  ])('%s', (_, text) => expect(thrown(text)).toMatch(/^c\.yaml:\d+:\d+: /));
});

describe('a pointer is located at its value, or at its nearest ancestor', () => {
  const text = 'rules:\n  a/b:\n    - error\n    - {within: PT1H}\n"0": x\n';
  test.each([
    ['', '1:1'],
    ['/rules', '2:3'],
    ['/rules/a~1b', '3:5'],
    ['/rules/a~1b/0', '3:7'],
    ['/rules/a~1b/1/within', '4:16'],
    ['/rules/a~1b/1/missing', '4:7'],
    ['/rules/missing/deeper', '2:3'],
    ['/missing', '1:1'],
  ])('%j', (pointer, place) => expect(parseData('c.yaml', text).locate(pointer)).toBe(`c.yaml:${place}`));

  // indexOrKey turns every step of digits into a number, which a map with a string key does not hold.
  test('"/0" of a map with a quoted key', () => expect(parseData('c.yaml', text).locate('/0')).toBe('c.yaml:5:6'));

  test.each([
    ['/rules', '1:1'],
    ['/rules/a~1b', '2:3'],
    ['/rules/a~1b/1/within', '4:8'],
    ['/rules/a~1b/0', '3:7'],
    ['/0', '5:1'],
    ['/rules/missing', '2:3'],
    ['/missing', '1:1'],
  ])('the key of %j is located at the key, else where the value would be', (pointer, place) =>
    expect(parseData('c.yaml', text).locateKey(pointer)).toBe(`c.yaml:${place}`),
  );

  test('of a scalar is the file', () => expect(parseData('c.yaml', 'x').locate('/a')).toBe('c.yaml:1:1'));
});

test('an error about a place begins with it', () => {
  expect(dataError(parseData('c.yaml', 'a: 1'), '/a', 'No.').message).toBe('c.yaml:1:4: No.');
});
