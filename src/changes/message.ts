/** Commit messages by Conventional Commits 1.0.0 (https://www.conventionalcommits.org/en/v1.0.0/): header, notes and trailers, kept apart. */

/** One `Token: value` at the end of a message. */
export interface Trailer {
  /** As written, such as `Co-authored-by`. */
  readonly token: string;
  /** Lines after the first are separated by `\n`. */
  readonly value: string;
}

export interface Message {
  /** The first line. */
  readonly header: string;
  /** In lower case; undefined for a header that is none of Conventional Commits. */
  readonly type: string | undefined;
  readonly scope: string | undefined;
  /** The description; the whole header where there is no type. */
  readonly text: string;
  readonly breaking: boolean;
  /** One per BREAKING CHANGE footer; paragraphs are separated by an empty line. */
  readonly notes: readonly string[];
  readonly trailers: readonly Trailer[];
  /** What stands between header and footers. */
  readonly body: string;
}

const headerPattern = /^([A-Za-z0-9\u00C0-\uFFFF][\w\u00C0-\uFFFF-]*)(?:\(([^()\n]*)\))?(!)?:[ \t]+(\S.*)$/;

// A description of signs that nobody sees describes nothing.
const says = /[\p{L}\p{N}\p{P}\p{S}]/u;

// "breaking change" counts in capitals only, and the separator has to follow: that is what the specification demands.
const breakingToken = /^(BREAKING[ -]CHANGE)(?::[ \t]+|[ \t]+#)(.*)$/;
const footerToken = /^([A-Za-z0-9][A-Za-z0-9-]*)(?::[ \t]+|[ \t]+(?=#\d))(\S.*)$/;

// These end the text of a note.
const hyphenated = /^(?:[A-Z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)+|[a-z]+(?:-[a-z]+)*-by)$/;
const familiar = /^(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?|refs?|references|see|related|issues?|bugs?|cc|pr|link|reverts?)$/i;
const isKnown = (token: string): boolean => hyphenated.test(token) || familiar.test(token);

// GitHub draws this line below the messages of squashed commits, Dependabot above its data.
const ruler = /^-{3,}$/;

/** Lines that belong together: a paragraph of the message. */
type Paragraph = readonly string[];

const paragraphsOf = (lines: readonly string[]): Paragraph[] => {
  const paragraphs: string[][] = [];
  let open = false;
  for (const line of lines) {
    if (line.trim() === '') open = false;
    else if (open) paragraphs.at(-1)?.push(line);
    else {
      paragraphs.push([line]);
      open = true;
    }
  }
  return paragraphs;
};

// A paragraph of trailers only, as git reads the last one.
const isTrailers = (paragraph: Paragraph): boolean =>
  paragraph.every((line, index) => footerToken.test(line) || breakingToken.test(line) || (index > 0 && /^\s/.test(line)));

interface Reading {
  readonly body: string[];
  readonly notes: string[];
  readonly trailers: { token: string; value: string }[];
  /** Where a line that is no footer goes. */
  into: 'body' | 'note' | 'trailer';
}

const startsFooter = (line: string, reading: Reading, anyToken: boolean): boolean => {
  const breaking = breakingToken.exec(line);
  if (breaking !== null) {
    reading.notes.push(breaking[2] ?? '');
    reading.into = 'note';
    return true;
  }
  const [, token = '', value = ''] = footerToken.exec(line) ?? [];
  // Inside a note any word may stand before a colon.
  if (token === '' || !((anyToken && reading.into !== 'note') || isKnown(token))) return false;
  reading.trailers.push({ token, value });
  reading.into = 'trailer';
  return true;
};

const append = (line: string, gap: string, reading: Reading): void => {
  const trailer = reading.trailers.at(-1);
  if (reading.into === 'note') reading.notes.push(`${reading.notes.pop() ?? ''}${gap}${line}`);
  else if (reading.into === 'trailer' && trailer !== undefined) trailer.value += `${gap}${line.trim()}`;
  else reading.body.push(`${gap}${line}`);
};

const readParagraph = (paragraph: Paragraph, last: boolean, reading: Reading): void => {
  const [first = ''] = paragraph;
  const trailers = last && isTrailers(paragraph);
  // A note goes on over paragraphs; what follows a trailer or a ruler is text again.
  if (reading.into === 'trailer') reading.into = 'body';
  const footers = trailers || breakingToken.test(first) || startsKnown(first);
  for (const [index, line] of paragraph.entries()) {
    if (ruler.test(line)) reading.into = 'body';
    else if (!((footers || reading.into === 'note') && startsFooter(line, reading, trailers)))
      append(line, index === 0 ? '\n\n' : '\n', reading);
  }
};

const startsKnown = (line: string): boolean => isKnown(footerToken.exec(line)?.[1] ?? '');

const trimmed = (text: string): string =>
  text.startsWith('\n') || /[ \t]$/m.test(text)
    ? text
        .replace(/^\n+/, '')
        .replace(/(?<![ \t])[ \t]+$/gm, '')
        .trimEnd()
    : text.trimEnd();

// What a footer, or a ruler that ends one, cannot be without.
const footed = /^(?:[A-Za-z0-9-]+|BREAKING CHANGE)(?::[ \t]|[ \t]+#)/m;

const nothing: Pick<Message, 'body' | 'notes' | 'trailers'> = { body: '', notes: [], trailers: [] };

const readRest = (text: string): Pick<Message, 'body' | 'notes' | 'trailers'> => {
  if (!footed.test(text)) return { ...nothing, body: trimmed(text) };
  const lines = text.split('\n');
  const reading: Reading = { body: [], notes: [], trailers: [], into: 'body' };
  const paragraphs = paragraphsOf(lines);
  for (const [index, paragraph] of paragraphs.entries()) readParagraph(paragraph, index === paragraphs.length - 1, reading);
  return { body: trimmed(reading.body.join('')), notes: reading.notes.map(trimmed), trailers: reading.trailers };
};

interface Header {
  readonly type: string;
  readonly scope: string | undefined;
  readonly bang: boolean;
  readonly text: string;
}

/** The type, scope and description of a header; undefined for one that is none of Conventional Commits. */
export const readHeader = (header: string): Header | undefined => {
  const match = headerPattern.exec(header);
  const text = match?.[4] ?? '';
  if (match === null || !says.test(text)) return undefined;
  return { type: (match[1] ?? '').toLowerCase(), scope: match[2]?.trim() || undefined, bang: match[3] !== undefined, text: text.trim() };
};

/** Reads a message; it may end its lines in CRLF. Any text is a message. */
export const readMessage = (message: string): Message => {
  const text = (message.includes('\r') ? message.replace(/\r\n?/g, '\n') : message).trim();
  const end = text.indexOf('\n');
  const header = (end < 0 ? text : text.slice(0, end)).trim();
  const { body, notes, trailers } = end < 0 ? nothing : readRest(text.slice(end + 1));
  const read = readHeader(header);
  // All messages have the same shape, absent parts undefined: histories hold many of them.
  return {
    header,
    type: read?.type,
    scope: read?.scope,
    text: read?.text ?? header,
    breaking: read?.bang === true || notes.length > 0,
    notes,
    trailers,
    body,
  };
};

const lowerCase = /^breaking[ -]change:[ \t]/im;

/** Whether a message seems to announce a breaking change in letters that the specification does not accept. */
export const seemsBreaking = ({ breaking, body, trailers }: Message): boolean =>
  !breaking &&
  (body !== '' || trailers.length > 0) &&
  (lowerCase.test(body) || trailers.some(({ token }) => /^breaking-change$/i.test(token)));
