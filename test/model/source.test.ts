import { describe, expect, test } from 'vitest';
import { lineRange, lineText, placeOf, pointAt, sourceOfBytes, sourceOfText } from '../../src/model/source.ts';

describe('an offset becomes a line and a column', () => {
  test.each([
    ['the first character', 'ab\ncd', 0, 1, 1],
    ['the end of a line', 'ab\ncd', 2, 1, 3],
    ['what follows LF', 'ab\ncd', 3, 2, 1],
    ['what follows CRLF', 'ab\r\ncd', 4, 2, 1],
    ['the LF of a CRLF, on the line it ends', 'ab\r\ncd', 3, 1, 4],
    ['what follows a lone CR', 'ab\rcd', 3, 2, 1],
    ['the end of the text', 'ab\ncd', 5, 2, 3],
    ['the end of a text that ends with a line break', 'ab\n', 3, 2, 1],
    ['an empty text', '', 0, 1, 1],
    ['what follows an emoji, in UTF-16 units', '✅🎉x', 3, 1, 4],
    ['what follows a tab, which is one column', '\tx', 1, 1, 2],
    ['a text with many lines', '\n'.repeat(999), 500, 501, 1],
  ])('%s', (_, text, offset, line, column) => {
    expect(pointAt(sourceOfText('a.md', text), offset)).toEqual({ line, column, offset });
  });
});

test('a place has the path and both ends', () => {
  expect(placeOf(sourceOfText('docs/a.md', 'ab\ncd'), { start: 1, end: 4 })).toEqual({
    path: 'docs/a.md',
    start: { line: 1, column: 2, offset: 1 },
    end: { line: 2, column: 2, offset: 4 },
  });
});

describe('a byte order mark', () => {
  test('is kept out of the text, from text and from bytes', () => {
    for (const source of [sourceOfText('a.md', '\uFEFFab'), sourceOfBytes('a.md', new TextEncoder().encode('\uFEFFab'))]) {
      expect(source).toMatchObject({ text: 'ab', bom: true });
    }
  });

  test('is only one at the start', () => {
    expect(sourceOfText('a.md', 'a\uFEFFb')).toMatchObject({ text: 'a\uFEFFb', bom: false });
  });
});

describe('bytes', () => {
  test('that are UTF-8 are text', () => {
    const source = sourceOfBytes('a.md', new TextEncoder().encode('é回🎉'));
    expect(source.text).toBe('é回🎉');
    expect(source).not.toHaveProperty('undecodableAt');
  });

  test.each([
    ['a Latin-1 letter', [0x61, 0xe9, 0x62], 1],
    ['a cut sequence', [0x61, 0x62, 0xe2, 0x82], 2],
    ['a surrogate', [0xed, 0xa0, 0x80], 0],
    ['a wrong byte behind a byte order mark', [0xef, 0xbb, 0xbf, 0x61, 0xff], 1],
  ])('that are not UTF-8 are noted where they stand: %s', (_, bytes, at) => {
    expect(sourceOfBytes('a.md', Uint8Array.from(bytes)).undecodableAt).toBe(at);
  });

  test('a replacement character that was written before the wrong byte is not the wrong byte', () => {
    const bytes = [...new TextEncoder().encode('\uFFFDab'), 0xff];
    expect(sourceOfBytes('a.md', Uint8Array.from(bytes)).undecodableAt).toBe(3);
  });
});

describe('a line', () => {
  const source = sourceOfText('a.md', 'one\r\n\r\nthree\n');
  test.each([
    [1, 'one', 0, 3],
    [2, '', 5, 5],
    [3, 'three', 7, 12],
    [4, '', 13, 13],
    [9, '', 0, 0],
  ])('%i is %j', (line, text, start, end) => {
    expect(lineText(source, line)).toBe(text);
    expect(lineRange(source, line)).toEqual({ start, end });
  });
});
