/** A source: one file's text with its line index. Every position of the program is solved here. */

/** A half-open span of a source, in UTF-16 offsets. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** 1-based line, 1-based UTF-16 column, 0-based UTF-16 offset (unist `Point`). */
export interface Point {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/** Where something stands. */
export interface Place {
  readonly path: string;
  readonly start: Point;
  readonly end: Point;
}

export interface Source {
  /** POSIX path relative to the tree's root. */
  readonly path: string;
  /** The text without a byte order mark. */
  readonly text: string;
  readonly bom: boolean;
  /** The file's bytes are not UTF-8: offset of the first replacement character. */
  readonly undecodableAt?: number;
  /** Offset of each line's first character. */
  readonly lines: readonly number[];
}

const lineStarts = (text: string): number[] => {
  const starts = [0];
  for (const match of text.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length);
  return starts;
};

/** A source from text. */
export const sourceOfText = (path: string, text: string): Source => {
  const bom = text.startsWith('\uFEFF');
  const body = bom ? text.slice(1) : text;
  return { path, text: body, bom, lines: lineStarts(body) };
};

// U+FFFD may also have been written: then its three bytes stand there.
const firstReplaced = (text: string, bytes: Uint8Array): number => {
  const encoder = new TextEncoder();
  for (let index = text.indexOf('\uFFFD'), from = 0, at = 0; index >= 0; index = text.indexOf('\uFFFD', index + 1)) {
    at += encoder.encode(text.slice(from, index)).length;
    if (bytes[at] !== 0xef || bytes[at + 1] !== 0xbf || bytes[at + 2] !== 0xbd) return index;
    from = index;
  }
  return 0;
};

/** A source from bytes; bytes that are not UTF-8 are kept as U+FFFD and noted. */
export const sourceOfBytes = (path: string, bytes: Uint8Array): Source => {
  try {
    return sourceOfText(path, new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    const source = sourceOfText(path, new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
    return { ...source, undecodableAt: firstReplaced(source.text, source.bom ? bytes.subarray(3) : bytes) };
  }
};

const lineIndex = (lines: readonly number[], offset: number): number => {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lines[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
};

export const pointAt = (source: Source, offset: number): Point => {
  const index = lineIndex(source.lines, offset);
  return { line: index + 1, column: offset - (source.lines[index] ?? 0) + 1, offset };
};

export const placeOf = (source: Source, range: Range): Place => ({
  path: source.path,
  start: pointAt(source, range.start),
  end: pointAt(source, range.end),
});

/** The text of a 1-based line, without its line ending. */
export const lineText = (source: Source, line: number): string => {
  const start = source.lines[line - 1];
  if (start === undefined) return '';
  return source.text.slice(start, source.lines[line] ?? source.text.length).replace(/[\r\n]+$/, '');
};

/** The range of a 1-based line, without its line ending. */
export const lineRange = (source: Source, line: number): Range => {
  const start = source.lines[line - 1] ?? 0;
  return { start, end: start + lineText(source, line).length };
};
