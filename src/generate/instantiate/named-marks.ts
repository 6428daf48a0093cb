/** Marks that name what they stand for: `{VERSION}`, `{{version}}`, `<version>`, `[version]`, `$VERSION`, `%VERSION%`, `VERSION_NUMBER`. */
import type { Filling } from './literal-marks.ts';

/** Values by name, names as `markName` folds them. */
export type Values = ReadonlyMap<string, string>;

const aliases: Readonly<Record<string, string>> = {
  versionnumber: 'version',
  newversion: 'version',
  releaseversion: 'version',
  releaseversionnumber: 'version',
  targetversion: 'version',
  semver: 'version',
  previousversion: 'previous',
  prevversion: 'previous',
  lastversion: 'previous',
  oldversion: 'previous',
  releasedate: 'date',
};

/** Case, spaces, hyphens and underscores do not count; usual names of one thing are one name. */
export const markName = (name: string): string => {
  const folded = name.toLowerCase().replace(/[^\p{L}\p{N}+]+/gu, '');
  return aliases[folded] ?? folded;
};

const word = '[A-Za-z][A-Za-z0-9 _.-]*';

const patterns: readonly RegExp[] = [
  new RegExp(`(?<!\\$)\\{\\{\\s*(${word}?)\\s*\\}\\}`, 'g'),
  new RegExp(`(?<![{])\\$?\\{(${word})\\}(?!\\})`, 'g'),
  new RegExp(`<(${word})>`, 'g'),
  new RegExp(`(?<![\\]!])\\[(${word})\\](?![(\\[:])`, 'g'),
  /%([A-Z][A-Z0-9_]*)%/g,
  /\$([A-Z][A-Z0-9_]*)(?![A-Za-z0-9_])/g,
  /(?<![A-Za-z0-9_.{$<%[/-])(VERSION_NUMBER)(?![A-Za-z0-9_])/g,
];

interface NamedMark {
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly raw: string;
}

const namedMarks = (text: string): NamedMark[] =>
  patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      name: markName(match[1] ?? ''),
      raw: match[0],
    })),
  );

// A variable that the template itself sets, and an element with an end, are no marks.
const isOwn = (text: string, { raw }: NamedMark): boolean => {
  const bare = /[A-Za-z][\w-]*/.exec(raw)?.[0] ?? '';
  if (/^[$%]/.test(raw)) return new RegExp(`(?<![A-Za-z0-9_])${bare}=`).test(text);
  return raw.startsWith('<') && text.includes(`</${bare}>`);
};

/** The names that marks of a text ask for. */
export const namesIn = (text: string): string[] => [...new Set(namedMarks(text).map(({ name }) => name))];

const candidate = /^-?(?:alpha|beta|rc|RC)[.-]?(?:[NXYZnm]|\d+)(?![A-Za-z0-9])/;

// `{VERSION}-rcN`: a candidate is one already; of a final release its number is not known yet.
const candidateLength = (text: string, { name, end }: NamedMark, value: string): number =>
  name === 'version' && /\d-?[A-Za-z]/.test(value) ? (candidate.exec(text.slice(end, end + 20))?.[0].length ?? 0) : 0;

/** The marks of a text that a value is given for. */
export const namedFillings = (text: string, values: Values): Filling[] =>
  namedMarks(text).flatMap((mark) => {
    const value = values.get(mark.name);
    if (value === undefined || isOwn(text, mark)) return [];
    return [{ start: mark.start, end: mark.end + candidateLength(text, mark, value), text: value }];
  });
