import { describe, expect, test } from 'vitest';
import { code, links, targetOf } from '../../src/read/links.ts';
import { pieceAt, read } from './reading.ts';

describe('what a URL points at', () => {
  test.each([
    ['https://example.com/a#b', { target: 'external' }],
    ['//example.com', { target: 'external' }],
    ['mailto:a@b', { target: 'external' }],
    ['', { target: 'external' }],
    ['#a%20b', { target: 'anchor', anchor: 'a b' }],
    ['#', { target: 'anchor', anchor: '' }],
    ['a.md', { target: 'file', path: 'a.md' }],
    ['../a%20b.md#c', { target: 'file', path: '../a b.md', anchor: 'c' }],
    ['a.md?raw=1#c', { target: 'file', path: 'a.md', anchor: 'c' }],
    ['/a.md', { target: 'file', path: '/a.md' }],
    ['a%ZZ.md', { target: 'file', path: 'a%ZZ.md' }],
  ])('%j', (url, expected) => expect(targetOf(url)).toEqual(expected));
});

describe('links, images and definitions', () => {
  const urls = (text: string): string[] => read(links, text).map(({ text: shown, url }) => `${shown}=${url}`);
  test.each([
    ['# [a](b)\n\n**[c](d)** ![e](f) <https://g>', ['a=b', 'c=d', 'e=f', 'https://g=https://g']],
    ['[x][ref]\n\n[ref]: a.md', ['ref=a.md']],
    ['![](a.png)', ['=a.png']],
    ['| A |\n|-|\n| [a](b) |', ['a=b']],
    ['[a]({{url}}) [b](<c>) [d](...) [e](%7B%7Bx) [f](a…)', ['b=c']],
    ['`[a](b)`', []],
  ])('%j', (text, expected) => expect(urls(text)).toEqual(expected));

  // linkOf is asked for the direct children of a heading only.
  test('a link in bold in a heading', () => expect(urls('# **[a](b)**')).toEqual(['a=b']));

  test('stand exactly', () => expect(pieceAt(links, 'x\r\n\r\n**[a](b)** c', '/0')).toBe('[a](b)'));
});

test('code blocks know language and section', () => {
  expect(read(code, '# A\n\n```js x\na\n```\n\n    b')).toEqual([
    { value: 'a', section: ['A'], language: 'js' },
    { value: 'b', section: ['A'] },
  ]);
});
