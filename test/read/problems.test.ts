import { describe, expect, test } from 'vitest';
import { outlineOf } from '../../src/markdown/outline.ts';
import { maximumLength } from '../../src/markdown/parse.ts';
import { unzip } from '../../src/model/located.ts';
import { sourceOfBytes } from '../../src/model/source.ts';
import { problems } from '../../src/read/problems.ts';
import { placeAt, read } from './reading.ts';

const found = (text: string): string[] => read(problems, text).map(({ type }) => type);

describe('what swallows the rest of a document', () => {
  test.each([
    ['a fence', 'a\n\n```\n- [ ] b', ['unclosed-fence']],
    ['a tilde fence', 'a\n\n~~~\nb', ['unclosed-fence']],
    ['a fence closed by another mark', 'a\n\n```\nb\n~~~', ['unclosed-fence']],
    ['a fence closed by too few marks', 'a\n\n````\nb\n```', ['unclosed-fence']],
    ['a fence closed with an info string', 'a\n\n```\nb\n```js', ['unclosed-fence']],
    ['a fence in a list', '- a\n\n  ```\n  b', ['unclosed-fence']],
    ['a comment', 'a\n\n<!-- b\n\n- [ ] c', ['unclosed-comment']],
    ['a comment behind a closed one', 'a\n\n<!-- b --> <!-- c\n- [ ] d', ['unclosed-comment']],
    ['a script', 'a\n\n<script>\nb', ['unclosed-html']],
    ['preformatted text', 'a\n\n<pre>\nb', ['unclosed-html']],
    ['a processing instruction', 'a\n\n<?php\nb', ['unclosed-html']],
    ['CDATA', 'a\n\n<![CDATA[\nb', ['unclosed-html']],
    ['front matter', '---\ntitle: x\n\n# A', ['unclosed-front-matter']],
    ['front matter with CRLF', '---\r\ntitle: x\r\n\r\n# A', ['unclosed-front-matter']],
  ])('%s', (_, text, expected) => expect(found(text)).toEqual(expected));

  test.each([
    ['a closed fence', 'a\n\n```js\nb\n```'],
    ['a longer closing fence', 'a\n\n```\nb\n`````  '],
    ['a closed fence in a quote', '> a\n>\n> ```\n> b\n> ```'],
    ['an empty fence', 'a\n\n```\n```'],
    ['a fence within a longer fence', 'a\n\n````\n```\n````'],
    ['indented code', 'a\n\n    ```'],
    ['a closed comment', '<!-- a\n\nb -->'],
    ['an inline comment', 'a <!-- b --> c'],
    ['a fence with CRLF', 'a\r\n\r\n```\r\nb\r\n```\r\n'],
    ['HTML', 'a\n\n<div>\nb'],
    ['a closed script', '<script>\na\n</script>'],
    ['front matter', '---\ntitle: x\n---\n'],
    ['a rule', '---\n\ntitle: x'],
  ])('not %s', (_, text) => expect(found(text)).toEqual([]));

  test('is placed at its first line', () => {
    expect(placeAt(problems, 'a\n\n```js\nb', '/0')).toMatchObject({ start: { line: 3, column: 1 }, end: { line: 3, column: 6 } });
    expect(read(problems, 'a\n\n```js\nb')[0]?.text).toBe('```js');
  });
});

describe('a document in one fence', () => {
  test.each([
    ['named Markdown', '```markdown\n# A\n```', ['whole-file-fence']],
    ['with a heading', '```\n# A\n\n- [ ] b\n```', ['whole-file-fence']],
    ['behind front matter and a comment', '---\na: b\n---\n\n<!-- c -->\n\n```md\nx\n```\n\n[a]: b', ['whole-file-fence']],
    ['and unclosed', '```md\n# A', ['whole-file-fence', 'unclosed-fence']],
    ['of code', '```js\na\n```', []],
    ['beside text', 'a\n\n```md\n# A\n```', []],
  ])('%s', (_, text, expected) => expect(found(text)).toEqual(expected));
});

describe('front matter that is no map', () => {
  test.each([
    ['---\na: [\n---\n', ['invalid-front-matter']],
    ['---\n- a\n---\n', ['invalid-front-matter']],
    ['---\na: 1\na: 2\n---\n', ['invalid-front-matter']],
    ['---\n---\n', []],
    ['---\n# nothing\n---\n', []],
  ])('%j', (text, expected) => expect(found(text)).toEqual(expected));

  test('says what is wrong', () => {
    expect(read(problems, '---\n- a\n---\n')[0]?.detail).toBe('It is not a map of keys.');
    expect(read(problems, '---\na: 1\na: 2\n---\n')[0]?.detail).toMatch(/unique/);
  });
});

describe('a table that is none', () => {
  test.each([
    ['too few columns in the row of dashes', '| A | B |\n|---|\n| 1 | 2 |', ['broken-table']],
    ['too many columns in the row of dashes', '| A |\n|---|---|\n| 1 |', ['broken-table']],
    ['no row of dashes', '| A | B |\n| 1 | 2 |', ['broken-table']],
    ['behind text', 'text\n| A | B |\n|---|', ['broken-table']],
    ['a table', '| A | B |\n|---|---|\n| 1 | 2 |', []],
    ['a table without outer pipes', 'A | B\n-|-', []],
    ['text with a pipe', 'a | b', []],
    ['text with two lines and a pipe', 'a | b\nc', []],
    ['a rule below text', 'a\n---', []],
  ])('%s', (_, text, expected) => expect(found(text)).toEqual(expected));
});

describe('a check list that is indented too far', () => {
  test.each([
    ['text\n\n    - [ ] a\n    - [x] b', ['indented-items']],
    ['text\n\n    1. [] a', ['indented-items']],
    ['text\n\n    - [ ] a\n      goes on\n    - b', ['indented-items']],
    ['text\n\n    - [ ] a\n    code', []],
    ['```\n- [ ] a\n```\n\ntext', []],
  ])('%j', (text, expected) => expect(found(text)).toEqual(expected));
});

describe('conflict markers', () => {
  test.each([
    ['all of them', 'a\n\n<<<<<<< HEAD\n\nb\n\n=======\n\nc\n\n>>>>>>> x', ['conflict-marker', 'conflict-marker']],
    ['with a base', '<<<<<<< a\nb\n||||||| c\nd\n=======\ne\n>>>>>>> f', ['conflict-marker', 'conflict-marker', 'conflict-marker']],
    ['with CRLF', 'a\r\n<<<<<<< HEAD\r\nb\r\n', ['conflict-marker']],
    ['in a fence', '```\n<<<<<<< HEAD\na\n>>>>>>> x\n```', []],
    ['eight', '<<<<<<<< a', []],
    ['in a line', 'a <<<<<<< b', []],
    ['setext', 'a\n=======', []],
  ])('%s', (_, text, expected) => expect(found(text)).toEqual(expected));

  test('are placed at their line', () =>
    expect(placeAt(problems, 'a\r\n<<<<<<< HEAD\r\nb', '/0')).toMatchObject({
      start: { line: 2, column: 1 },
      end: { line: 2, column: 13 },
    }));
});

describe('bytes and sizes', () => {
  test.each([
    ['NUL', 'a\0b\0', ['nul']],
    ['mojibake', '‚úÖ Tests ‚úÖ', ['mojibake']],
    ['too deep', '>'.repeat(100), ['too-deep']],
    ['too large', 'x'.repeat(maximumLength + 1), ['too-large']],
  ])('%s', (_, text, expected) => expect(found(text)).toEqual(expected));

  test('mojibake is counted and named', () => {
    expect(read(problems, 'a ‚úÖ Tests ‚úÖ')).toEqual([
      { type: 'mojibake', text: '‚úÖ', count: 2, detail: 'UTF-8 that was read as macintosh.' },
    ]);
    expect(placeAt(problems, 'a ‚úÖ', '/0').start.column).toBe(3);
  });

  test('invalid UTF-8 is placed where it begins', () => {
    const { data, ranges } = unzip(problems.read(outlineOf(sourceOfBytes('a.md', Uint8Array.from([0x61, 0x0a, 0x62, 0xff, 0x63])))));
    expect(data).toEqual([{ type: 'invalid-utf-8', text: '\uFFFD' }]);
    expect(ranges.get('/0')).toEqual({ start: 3, end: 4 });
  });
});

test('an ordinary document has no problems', () => expect(found('---\nstatus: x\n---\n\n# Été\n\n- [ ] Größe ✅\n')).toEqual([]));
