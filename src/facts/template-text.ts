/** Comparing what a template says with what a record made of it: placeholders match what they were filled in with. */

/** Stands for a placeholder in a folded text. */
const hole = '\u0000';

// Of a version: what counts on, and which candidate it is.
const candidate = '(?:-(?:alpha|beta|rc|RC)[.-]?\\w*)?';

const placeholders = new RegExp(
  [
    `\\{\\{[^{}]*\\}\\}${candidate}`,
    `\\$?\\{[^{}]+\\}${candidate}`,
    `<[A-Za-z][\\w .-]*>${candidate}`,
    '\\bv?(?:X\\.[XY]|x\\.[xy]|xx\\.(?:xx|yy))\\.\\w+\\b(?:\\+\\d)?(?:[-.]?[A-Za-z]+\\d*|\\[-\\w+\\]|\\(-\\w+\\))?',
    '\\bv?X\\.Y(?:\\+\\d(?:\\.\\w+)*(?:-\\w+)?|\\b)',
    '\\bv?\\d+\\.XX\\b(?:\\.\\d+)*(?:-[\\w.]+)?',
    '[$%]\\w*VERSION\\w*%?|\\bVERSION_NUMBER\\b',
    '\\bv?\\d+\\.(?:\\d+\\.)?[xX](?:\\.[xXyY])?\\b',
    '\\b(?:YYYY|yyyy)[-./](?:MM|mm)(?:[-./](?:DD|dd))?\\b',
    '\\b(?:HH|hh):(?:MM|mm)(?::(?:SS|ss))?\\b',
    '_{2,}',
    '\\.{3,}|…',
    '\\[[^\\[\\]|]+(?:\\|[^\\[\\]|]+)+\\]',
    '\\b[XN] (?:minutes|mins|hours|days|weeks)\\b',
    '\\b(?:REPLACE_ME\\w*|TBD|[A-Z]{2,6}-X{2,})\\b|#X{2,}\\b',
  ].join('|'),
  'gu',
);

// `[CI]` is a tag; only these words ask for something.
const bracketed =
  /\[(?:name|full name|date|time|tbd|todo|version|tag|phone|e-?mail|link|url|owner|team|handle|description|title|reason|number|placeholder|dd|mm|yyyy|(?:replace|insert|your|add|list|enter|describe|fill|e\.g\.)\b[^[\]]*)\]/giu;

// A template made of last time's record holds last time's version and dates.
const values = /\bv?\d+\.\d+(?:\.\d+)*(?:-[\w.]+)?\b|\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}:\d{2}\b/g;

/** Case, punctuation, symbols and white space do not count; neither does which version or date it is. */
export const fold = (text: string): string =>
  ` ${text
    .normalize('NFKC')
    .replace(values, ' 0 ')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}\u0000]+/gu, ' ')
    .trim()} `;

// `v{VERSION}` is a placeholder as a whole.
const wholeWords = (folded: string): string =>
  folded
    .split(' ')
    .map((word) => (word.includes(hole) ? hole : word))
    .join(' ');

/** A template's text as the pieces between its placeholders. */
export const patternOf = (text: string): readonly string[] =>
  wholeWords(fold(text.replace(placeholders, hole).replace(bracketed, hole)))
    .split(hole)
    .map((piece) => ` ${piece.trim()} `);

/** How much of a pattern is fixed. */
export const fixedLength = (pattern: readonly string[]): number => pattern.join('').trim().length;

// Each piece is looked for behind the one before it: linear, however many placeholders there are.
const matchesPieces = (pattern: readonly string[], folded: string): boolean => {
  let from = 0;
  for (const piece of pattern) {
    const found = piece.trim() === '' ? from : folded.indexOf(piece, from);
    if (found < 0) return false;
    from = piece.trim() === '' ? from : found + piece.length - 1;
  }
  return true;
};

/** Whether a folded text is what a pattern says. */
export const matches = (pattern: readonly string[], folded: string): boolean => {
  const [first = '', last = ''] = [pattern[0], pattern.at(-1)];
  if (pattern.length === 1) return first === folded;
  const starts = first.trim() === '' || folded.startsWith(first);
  const ends = last.trim() === '' || folded.endsWith(last);
  return starts && ends && folded.length >= fixedLength(pattern) && matchesPieces(pattern, folded);
};

const separators = /\s*[([–—;,→|✅✔☑]|\s+-+\s|\s+[@#]|:\s|\.\s|\s+https?:/gu;

// `Rollback tested Owner: Mia`
const labels = /\s+\p{L}+:\s/gu;

/** A record's text, and what is left of it without the notes that people put behind an item. */
export const readingsOf = (text: string, reason?: string): string[] => {
  const ends = [...text.matchAll(separators), ...text.matchAll(labels)].map(({ index }) => index).filter((index) => index > 0);
  const beforeReason = reason !== undefined && text.endsWith(reason) ? [text.length - reason.length] : [];
  return [...new Set([text.length, ...beforeReason, ...ends].map((end) => fold(text.slice(0, end))))];
};

/** Placeholders are tried against so many texts; beyond, a text is there only if it is the same. */
const mostTrials = 2_000_000;

/** Finds the first accepted entry whose folded text is what a pattern says. */
export type Find<T> = (pattern: readonly string[], accept: (item: T) => boolean) => T | undefined;

/** A finder over folded texts: by the text itself where the pattern has no placeholder. */
export const finderOf = <T>(entries: readonly (readonly [string, T])[]): Find<T> => {
  const byText = new Map<string, T[]>();
  for (const [text, item] of entries) {
    const same = byText.get(text);
    if (same === undefined) byText.set(text, [item]);
    else same.push(item);
  }
  let trials = 0;
  return (pattern, accept) => {
    if (pattern.length === 1) return byText.get(pattern[0] ?? '')?.find(accept);
    trials += entries.length;
    return trials > mostTrials ? undefined : entries.find(([text, item]) => matches(pattern, text) && accept(item))?.[1];
  };
};
