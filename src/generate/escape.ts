/** Escaping: text becomes Markdown that reads as exactly this text where it stands (CommonMark 0.31, GitHub Flavored Markdown). */
import { type Segment, segmentsOf } from './segments.ts';
import type { Spot } from './spot.ts';

/** The text in one line: runs of white space become a space; what UTF-8 or Markdown cannot hold becomes U+FFFD. */
export const oneLine = (text: string): string =>
  wellFormed(text)
    .replace(/[ \t\r\n\f\v]+/g, ' ')
    .trim();

/** The text with its lines, ended by LF; what UTF-8 or Markdown cannot hold becomes U+FFFD. */
export const wellFormed = (text: string): string => text.replace(/\r\n?/g, '\n').replace(/\0|\p{Surrogate}/gu, '\uFFFD');

const isSpace = (letter: string): boolean => letter === '' || /\s/.test(letter);
const isWord = (letter: string): boolean => /[\p{L}\p{N}]/u.test(letter);
const isPunctuation = (letter: string): boolean => /[!-/:-@[-`{-~]/.test(letter);

interface Letter {
  readonly line: string;
  readonly at: number;
  /** Where the text ends in the line. */
  readonly end: number;
  readonly spot: Spot;
}

// The letters around the run of equal letters.
const aroundRun = ({ line, at }: Letter): readonly [string, string] => {
  const mark = line[at];
  let [from, to] = [at, at];
  while (from > 0 && line[from - 1] === mark) from -= 1;
  while (line[to] === mark) to += 1;
  return [line[from - 1] ?? '', line[to] ?? ''];
};

const emphasises = (letter: Letter): boolean => {
  const [before, after] = aroundRun(letter);
  return !(isSpace(before) && isSpace(after));
};

// Inside a word an underscore means nothing.
const underscores = (letter: Letter): boolean => emphasises(letter) && !aroundRun(letter).every(isWord);

const next = ({ line, at }: Letter): string => line[at + 1] ?? '';

const dangers: Readonly<Record<string, (letter: Letter) => boolean>> = {
  '`': () => true,
  '[': () => true,
  ']': ({ spot }) => spot.link === true,
  '|': ({ spot }) => spot.cell === true,
  '*': emphasises,
  '~': emphasises,
  _: underscores,
  '<': (letter) => /[A-Za-z/!?]/.test(next(letter)),
  '&': ({ line, at }) => /^&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]*);/i.test(line.slice(at, at + 40)),
  '\\': (letter) => next(letter) === '' || isPunctuation(next(letter)),
  // `[^name]` is a footnote.
  '^': ({ line, at }) => line[at - 1] === '[',
  '!': (letter) => letter.at + 1 >= letter.end && next(letter) === '[',
};

const container = /^(?:[ \t]*(?:[-*+]|\d{1,9}[.)])(?=[ \t])|[ \t]*>)*[ \t]*/;

const blockStart =
  /^(?:(?<mark>#{1,6}(?:\s|$)|>|~{3}|[-+*](?:\s|$)|(?:=+|[-:|\s]*[-:|]|\++|_(?:\s*_)*)\s*$|(?:[-*]\s*){3,}$)|(?<number>\d{1,9})[.)](?:\s|$))/;

// Of a line that would open a block: the letter that does. What stands before may itself be the marks of lists and quotes.
const blockLetter = (line: string, before: string): number | undefined => {
  const start = container.exec(before)?.[0].length ?? 0;
  const match = blockStart.exec(line.slice(start))?.groups;
  return match === undefined ? undefined : start + (match['number']?.length ?? 0);
};

// `## Title ##` hides the last marks.
const closingMark = (line: string, { heading }: Spot): number | undefined => {
  const at = heading === true ? line.search(/(?<!#)#+\s*$/) : -1;
  return at < 0 ? undefined : at;
};

const segmentText = ({ form, text }: Segment, { cell }: Spot): string | undefined => {
  if (form === 'code') return cell === true ? text.replaceAll('|', '\\|') : text;
  if (form === 'address') return text;
  return form === 'wrapped-address' ? `<${text}>` : undefined;
};

// Letters alone mean nothing anywhere.
const word = /^[A-Za-z]+$/;

const isDanger = (letter: Letter): boolean => {
  const mark = letter.line[letter.at] ?? '';
  return Object.hasOwn(dangers, mark) && dangers[mark]?.(letter) === true;
};

/**
 * The text as Markdown, in one line. Code spans in it stay code spans, web addresses stay addresses; whatever else would mean something
 * where it stands gets a backslash, and nothing more. `@names` and `#numbers` are left as they are.
 */
export const escapeText = (text: string, spot: Spot): string => {
  if (word.test(text)) return text;
  const value = oneLine(text);
  const line = spot.before + value + spot.after;
  const end = spot.before.length + value.length;
  const marks = new Set([blockLetter(line, spot.before), closingMark(line, spot)]);
  const escaped = (segment: Segment): string => {
    let at = segment.at + spot.before.length;
    let out = '';
    for (const letter of segment.text) {
      const danger = marks.has(at) || segment.broken?.includes(at - spot.before.length) || isDanger({ line, at, end, spot });
      out += danger ? `\\${letter}` : letter;
      at += letter.length;
    }
    return out;
  };
  return segmentsOf(value, spot)
    .map((segment) => segmentText(segment, spot) ?? escaped(segment))
    .join('');
};
