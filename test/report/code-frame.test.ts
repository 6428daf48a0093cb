import { describe, expect, test } from 'vitest';
import { placeOf, sourceOfText } from '../../src/model/source.ts';
import { drawFrame } from '../../src/report/code-frame.ts';
import { fc } from '../tooling/fast-check.ts';
import { placeOfText } from './fixture.ts';

const style = { width: 80, mark: (text: string) => text, dim: (text: string) => text };

const frame = (text: string, piece: string, width = 80): string[] => {
  const source = sourceOfText('a.md', text);
  return drawFrame(source, placeOfText(source, piece), { ...style, width });
};

const frameAt = (text: string, start: number, end = start): string[] => {
  const source = sourceOfText('a.md', text);
  return drawFrame(source, placeOf(source, { start, end }), style);
};

// Columns before the carets and the number of carets, without the gutter.
const caretsOf = (lines: readonly string[]): { before: number; length: number }[] =>
  lines
    .map((line) => line.slice(line.indexOf('│') + 2))
    .filter((line) => /^ *\^+$/.test(line))
    .map((line) => ({ before: line.indexOf('^'), length: line.trim().length }));

describe('carets stand below', () => {
  test.each([
    ['plain text', 'one two three', 'two', 4, 3],
    ['what follows CJK', '回帰 two', 'two', 5, 3],
    ['CJK', 'a 回帰 b', '回帰', 2, 4],
    ['what follows an emoji', '✅ two', 'two', 3, 3],
    ['what follows a joined emoji', '👩‍👩‍👧‍👦 two', 'two', 3, 3],
    ['a flag', 'a 🇩🇪 b', '🇩🇪', 2, 2],
    ['the whole of an emoji that is cut in the middle', 'a 👩‍👩‍👧‍👦 b', '👧', 2, 2],
    ['what follows an emoji with a variation selector', '⚠️ two', 'two', 3, 3],
    ['what follows a tab at the start', '\ttwo', 'two', 4, 3],
    ['what follows a tab after text', 'ab\ttwo', 'two', 4, 3],
    ['what follows a tab after a wide character', '回\ttwo', 'two', 4, 3],
    ['a tab', 'ab\tc', '\t', 2, 2],
    ['what follows combining marks', 'e\u0301e\u0301 two', 'two', 3, 3],
    ['a base with its mark', 'a e\u0301 b', 'e\u0301', 2, 1],
    ['what follows a decomposed Hangul syllable', '\u1112\u1161\u11AB two', 'two', 3, 3],
    ['what follows a joiner that joins nothing', 'a\u200D two', 'two', 2, 3],
    ['what follows an escape sequence', '\u001B[31m two', 'two', 6, 3],
    ['what follows a zero width space', 'a\u200B two', 'two', 10, 3],
    ['what follows a lone surrogate', '\uD83D two', 'two', 2, 3],
  ])('%s', (_, text, piece, before, length) => {
    expect(caretsOf(frame(text, piece))).toEqual([{ before, length }]);
  });
});

test.each(['\n', '\r\n', '\r'])('lines are told apart by %j', (ending) => {
  const lines = frame(['one', 'two', 'three'].join(ending), 'two');
  expect(lines).toEqual(['1 │ one', '2 │ two', '  │ ^^^', '3 │ three']);
});

test('there is one line of context on each side, blank ones left out', () => {
  expect(frame('a\nb\nc\nd\ne', 'c')).toEqual(['2 │ b', '3 │ c', '  │ ^', '4 │ d']);
  expect(frame('a\n\nc\n \ne', 'c')).toEqual(['3 │ c', '  │ ^']);
});

test('numbers of different length share a gutter', () => {
  const lines = frame(`${'x\n'.repeat(8)}nine\nten`, 'nine');
  expect(lines).toEqual([' 8 │ x', ' 9 │ nine', '   │ ^^^^', '10 │ ten']);
});

test('an empty range has one caret', () => {
  expect(caretsOf(frameAt('one two', 4))).toEqual([{ before: 4, length: 1 }]);
});

test('a range at the end of the file has a caret after the last character', () => {
  expect(frameAt('one', 3)).toEqual(['1 │ one', '  │    ^']);
  expect(frameAt('one\n', 4)).toEqual(['1 │ one', '2 │', '  │ ^']);
  expect(frameAt('', 0)).toEqual(['1 │', '  │ ^']);
});

test('a range that is only a line ending has a caret after the line', () => {
  expect(frameAt('one\r\ntwo', 3, 5)).toEqual(['1 │ one', '  │    ^', '2 │ two']);
});

test('a range over lines is underlined on each, without its indentation', () => {
  expect(frame('a\n  b x\n\n  c\nd', 'x\n\n  c')).toEqual(['1 │ a', '2 │   b x', '  │     ^', '3 │', '4 │   c', '  │   ^', '5 │ d']);
});

test('a range up to the first column of a line does not touch that line', () => {
  expect(frame('one\ntwo\nthree', 'one\n')).toEqual(['1 │ one', '  │ ^^^', '2 │ two']);
});

test('a range over many lines shows its first and its last', () => {
  const lines = frame('a\nb1\nb2\nb3\nb4\nb5\nc', 'b1\nb2\nb3\nb4\nb5');
  expect(lines).toEqual(['1 │ a', '2 │ b1', '  │ ^^', '⋮ │', '6 │ b5', '  │ ^^', '7 │ c']);
});

describe('a long line', () => {
  const long = `${'a '.repeat(500)}HERE${' b'.repeat(500)}`;

  test('is cut around the range', () => {
    const lines = frame(long, 'HERE', 60);
    const [line = '', carets = ''] = lines;
    expect(line).toMatch(/^1 │ ….*HERE.*…$/);
    expect(line.length).toBeLessThanOrEqual(60);
    expect(carets.indexOf('^^^^')).toBe(line.indexOf('HERE'));
  });

  test('is cut only behind when the range is at its start', () => {
    expect(frame(long, 'a', 40)[0]).toMatch(/^1 │ a .*…$/);
  });

  test('is cut only before when the range is at its end', () => {
    const line = frameAt(long, long.length - 1, long.length)[0] ?? '';
    expect(line).toMatch(/^1 │ …/);
    expect(line).not.toMatch(/…$/);
  });

  test('of wide characters stays within the width', () => {
    const lines = frame(`${'回'.repeat(400)}HERE${'帰'.repeat(400)}`, 'HERE', 61);
    const [line = '', carets = ''] = lines;
    expect(carets.indexOf('^')).toBeLessThan(61);
    expect(line.match(/[回帰]/g)?.length ?? 0).toBeLessThanOrEqual(28);
  });

  test('of megabytes costs no more than what is shown', () => {
    const huge = 'x'.repeat(5_000_000);
    const lines = frameAt(`${huge}HERE${huge}`, huge.length, huge.length + 4);
    expect(lines[0]).toContain('HERE');
    expect(lines[0]?.length).toBeLessThanOrEqual(80);
    expect((lines[1] ?? '').indexOf('^^^^')).toBe(lines[0]?.indexOf('HERE'));
  });

  test('with a range longer than the width is underlined as far as it is seen', () => {
    const [line = '', carets = ''] = frameAt(long, 0, long.length);
    expect(carets.length).toBeLessThanOrEqual(line.length);
  });
});

test('control characters are shown, never printed', () => {
  const lines = frame('a \u001B[2J\u0007\u009B1m \u202E x', 'x').join('\n');
  expect(lines).toContain('␛[2J␇<U+009B>1m <U+202E> x');
  expect(lines).not.toMatch(/[^\P{Cc}\n]/u);
});

test('any range of any text has a frame with a caret, within the width', () => {
  const character = fc.constantFrom('a', ' ', '\t', '\n', '\r\n', '回', '👩‍👩‍👧‍👦', '\u0301', '\u200D', '\u001B', '\uD83D', '🇩🇪', '\u202E');
  fc.assert(
    fc.property(fc.array(character, { maxLength: 300 }), fc.nat(), fc.nat(), (characters, a, b) => {
      const text = characters.join('');
      const [start, end] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y);
      const lines = frameAt(text, start ?? 0, end);
      expect(caretsOf(lines).length).toBeGreaterThan(0);
      for (const line of lines) expect(line).not.toMatch(/\p{Cc}/u);
    }),
  );
});
