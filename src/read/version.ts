/** Versions in headings: Semantic Versioning, calendar versions and their looser relatives. */
import { folded } from './folded.ts';

export interface Version {
  readonly core: readonly number[];
  readonly prerelease?: string;
}

// `1.0rc1`, `1.0-beta.2`, `1.0~rc1-1`; behind a dot as Python and Java have it; any suffix of Semantic Versioning; a letter that counts patches.
const joined = [
  String.raw`[-~]?(?:alpha|beta|rc|pre|preview|dev|post|a|b|c|next|canary)[\w.]*(?:-\d[\w.~+]*)?`,
  String.raw`\.(?:final|release|ga|snapshot|m\d+|(?:alpha|beta|rc|cr|sp|pre|dev|post)\d*)(?:\.(?:dev|post)\d+)*`,
  '-[0-9A-Za-z-]+(?:[.~][0-9A-Za-z-]+)*',
  String.raw`(?<=\.\d+\.\d+)[a-z]`,
].join('|');

// `1.2.0 RC2` is no `1.2.0`; `1.2.0 beta programme` is, and so is `1.2.0 (beta)`, for such a note says what becomes of it.
const stage = '(?:alpha|beta|rc|cr|release candidate|preview|pre-?release|milestone|dev)';
const count = String.raw`[ .-]?\d{1,3}(?!\d)`;
const spaced = String.raw`(?: (?:${stage}(?:${count})?|(?:m|sp|service pack|hotfix|patch|update)${count})| \((?:${stage})${count}\))(?=\s*(?:$|[\])(:,/–—-]|\d{4}))`;

// `05.02.2026` is a day.
const day = String.raw`\d{1,2}\.\d{1,2}\.(?:19|20)\d{2}(?![\d.])`;

const han = String.raw`\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}`;

// What may stand before a version, such as `acme:` or the epoch `1:`, and behind it.
const before = String.raw`(?:^|[\s[(@/_"'“‘«「【（=-]|(?<=\p{L}|(?<!\d)\d):|(?<=[${han}]))`;
const behind = String.raw`(?=$|[\s\])(:,;/–—"'“”’»」】（）：，；！!*=|${han}-]|\.(?:\s|$))`;

const version = new RegExp(
  String.raw`${before}(?:v|(?!${day}))(\d+\.\d+(?:\.\d+)*(?:${joined})?(?:\+[0-9A-Za-z.-]+)?(?:${spaced})?)${behind}`,
  'iu',
);

// Longer than any version behind the longest name.
const reach = 400;

/** The version that a heading names, without a leading v. */
export const versionIn = (title: string): string | undefined => {
  const found = version.exec(folded(title.trim().slice(0, reach)));
  // A version stands at the head of its heading, perhaps behind the name of what was released.
  return found === null || found.index > 40 ? undefined : found[1];
};

/** The parts of a version; undefined when it does not start with numbers. */
export const parseVersion = (text: string): Version | undefined => {
  const match = /^(\d+(?:\.\d+)*)(?:[-.~]?([A-Za-z][0-9A-Za-z.~-]*|[0-9A-Za-z.~-]+)| \(?([A-Za-z][\w .-]*)\)?)?(?:\+.*)?$/.exec(text);
  if (match === null) return undefined;
  const prerelease = match[2] ?? match[3];
  return { core: (match[1] ?? '').split('.').map(Number), ...(prerelease !== undefined && { prerelease }) };
};
