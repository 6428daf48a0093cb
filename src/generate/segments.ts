/** Segments: what in a line of text is a code span, a web address, or plain words. */
import type { Spot } from './spot.ts';

export interface Segment {
  readonly form: 'text' | 'code' | 'address' | 'wrapped-address';
  readonly text: string;
  /** Where it starts in the text. */
  readonly at: number;
  /** Offsets in the text of letters whose escaping keeps an address from swallowing other escapes. */
  readonly broken?: readonly number[];
}

interface Span {
  readonly start: number;
  readonly end: number;
}

// A code span starts at a run of backticks and ends at the next run of the same length (CommonMark 6.1).
const codeSpans = (text: string): Span[] => {
  const runs = [...text.matchAll(/`+/g)].map(({ 0: run, index }) => ({ start: index, end: index + run.length }));
  const spans: Span[] = [];
  for (let first = 0; first < runs.length; first += 1) {
    const open = runs[first] as Span;
    const last = runs.findIndex(({ start, end }, index) => index > first && end - start === open.end - open.start);
    if (last < 0) continue;
    spans.push({ start: open.start, end: (runs[last] as Span).end });
    first = last;
  }
  return spans;
};

// In a cell `\|` is a pipe even in code, so code with a backslash before a pipe cannot stand there.
const canStand = (text: string, { start, end }: Span, spot: Spot): boolean =>
  !(start === 0 && /[`\\]$/.test(spot.before)) &&
  !(end === text.length && spot.after.startsWith('`')) &&
  !(spot.cell === true && text.slice(start, end).includes('\\|'));

const address = /(?<![A-Za-z])(?:https?:\/\/|www\.)[^\s<>`]*/gi;

const plainAddress = /^(?:[\w:/.?=#%+,@()'!$&-]|(?<=[A-Za-z\d])_(?=[A-Za-z\d]))*$/;

const endsAddress = (letter: string | undefined): boolean => letter === undefined || /\s/.test(letter);

const startsOf = (text: string): number[] => [...text.matchAll(/(?<=https?):(?=\/\/)|(?<=www)\./gi)].map(({ index }) => index);

// Bare where nothing in it needs escaping; in angle brackets where that is possible; else its start is escaped.
const addressSegments = (text: string, { index, 0: found }: RegExpExecArray, spot: Spot): Segment[] => {
  // In a link nothing else becomes one.
  if (spot.link === true) return [{ form: 'text', text: found, at: index }];
  const follows = (text + spot.after)[index + found.length];
  const isPlain = plainAddress.test(found) && !/(?:^|[^A-Za-z\d])_|_(?:$|[^A-Za-z\d])/.test(found);
  if (isPlain && endsAddress(follows)) return [{ form: 'address', text: found, at: index }];
  const url = found.replace(/[?!.,:;*_~'")\]}\\]+$/, '');
  const before = (spot.before + text)[spot.before.length + index - 1];
  const wraps = /^https?:\/\/\w/i.test(url) && before !== '\\' && !(spot.cell === true && url.includes('|'));
  if (!wraps) return [{ form: 'text', text: found, at: index, broken: startsOf(found).map((at) => index + at) }];
  return [
    { form: 'wrapped-address', text: url, at: index },
    { form: 'text', text: found.slice(url.length), at: index + url.length },
  ];
};

const wordSegments = (text: string, { start, end }: Span, spot: Spot): Segment[] => {
  const segments: Segment[] = [];
  let from = start;
  for (const match of text.slice(0, end).matchAll(address)) {
    if (match.index < from) continue;
    segments.push({ form: 'text', text: text.slice(from, match.index), at: from }, ...addressSegments(text, match, spot));
    from = match.index + match[0].length;
  }
  return [...segments, { form: 'text', text: text.slice(from, end), at: from }];
};

/** The segments of a text of one line, in order; together they are the text. */
export const segmentsOf = (text: string, spot: Spot): Segment[] => {
  const segments: Segment[] = [];
  let from = 0;
  for (const span of codeSpans(text).filter((each) => canStand(text, each, spot))) {
    segments.push(...wordSegments(text, { start: from, end: span.start }, spot), {
      form: 'code',
      text: text.slice(span.start, span.end),
      at: span.start,
    });
    from = span.end;
  }
  return [...segments, ...wordSegments(text, { start: from, end: text.length }, spot)];
};
