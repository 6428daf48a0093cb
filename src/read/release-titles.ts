/** What a heading of a changelog names: a release by its version or its day. */
import { folded } from './folded.ts';
import { isDay, releaseTime } from './release-date.ts';
import { findTime } from './time.ts';
import { versionIn } from './version.ts';

const dotted = /^\d{4}\.\d{1,2}\.\d{1,2}$/;
const tail = String.raw`(?=$|[\s\]):(,/–—-])`;
const worded = new RegExp(String.raw`\b(?:version|release)\s+v?(\d+(?:\.\d+)*(?:[-+][0-9A-Za-z.+-]+)?)(?!,\d)${tail}`, 'i');
const day = new RegExp(String.raw`^\W{0,3}v?((?:19|20)\d{6}(?:\.\d+)?)${tail}`, 'i');
const numbered = new RegExp(String.raw`^\W{0,3}v(\d{1,4})${tail}`, 'i');
const dated = /^\[?v?(\d{1,4})\]?\s*[-–—(/,]/i;

const opensWithDay = (title: string): boolean => /^\W{0,3}\d{4}-\d{1,2}-\d{1,2}/.test(title);

/** `v2`: a version where releases are counted so, a heading for several releases where they have longer versions. */
export const countedVersion = (title: string): string | undefined => numbered.exec(title)?.[1];

// `2016.05.06 - 0.12.14`: the first is the day.
const versionBehind = (title: string, day: string): string | undefined => {
  const behind = title.slice(title.indexOf(day) + day.length).replace(/^\W+/, '');
  return /^v?\d+\.\d/i.test(behind) ? versionIn(behind) : undefined;
};

// "2.1 Release 1.1.0": the first is the number of the chapter.
const isChapter = (number: string): boolean => /^\d+\.\d+$/.test(number);

const namedVersion = (title: string): string | undefined => {
  const found = versionIn(title);
  const named = worded.exec(title)?.[1];
  if (found !== undefined && named !== undefined && isChapter(found) && !isChapter(named)) return named;
  if (found !== undefined) return dotted.test(found) ? (named ?? versionBehind(title, found) ?? found) : found;
  if (named !== undefined && !/^\d{4}-\d/.test(named)) return named;
  const calendar = day.exec(title)?.[1];
  if (calendar !== undefined) return calendar;
  const number = dated.exec(title)?.[1];
  const rest = number === undefined || opensWithDay(title) ? '' : title.slice(title.indexOf(number) + number.length);
  return isDay(releaseTime(rest)?.time) ? number : undefined;
};

// "Upgrading from 1.9", "Support for Python 3.12.0": the version is another's.
const others =
  /\b(?:from|since|until|till|before|after|than|against|requir(?:es?|ed|ing)|support(?!\s+(?:library|package|pack|tools?)\b)(?:s|ed|ing)?|compatib\w+|depends?|depend(?:ency|encies)|migrat(?:es?|ed|ing|ion)|upgrad(?:es?|ed|ing)|backport(?:s|ed)?|drop(?:s|ped)?)\b/i;

// "Works with Postgres 16.2" tells of another, "Changes with Acme 1.0.9" of its own, and so does "SDK for Go 1.0.9 (2026-01-05)".
const perhapsOthers = /\b(?:for|to|towards|with)\b/i;
const notes = /^\W*(?:(?:list of |the )?changes|change ?log|(?:release )?notes|release|what['’]?s (?:new|changed)|new|news|highlights)\b/i;

/** Whether a heading names a day besides its version. */
export const isDatedTitle = (title: string, version: string): boolean => isDay(releaseTime(title.replace(version, ' '))?.time);

const isMentioned = (title: string, version: string): boolean => {
  const before = title.slice(0, title.indexOf(version));
  return others.test(before) || (perhapsOthers.test(before) && !notes.test(before) && !isDatedTitle(title, version));
};

// "Changes between 1.8.4 and 1.9.0": those of 1.9.0.
const span = /^(\W*(?:changes|changed|change ?log)) (?:between|from) v?\d[\w.+-]*\s*(?:and|to|->|→|\.{2,3}|[-–])\s*/i;

/** The version that the heading of a release names: also `Version 3`, `20240105` and `v12 (2024-01-05)`. */
export const releaseVersion = (title: string): string | undefined => {
  const own = folded(title).replace(span, '$1 ');
  const version = namedVersion(own);
  return version === undefined || isMentioned(own, version) ? undefined : version;
};

/** A heading that opens with a day, as those of changelogs without versions do: a day that no calendar has, or in either order, is one too. */
export const releaseDay = (title: string): boolean => {
  const found = findTime(title);
  return found !== undefined && isDay(found.time) && /^(?:\W{0,3}|\W{0,3}(?:released?|week of)\W+)$/i.test(title.slice(0, found.index));
};

const monthName =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const period = new RegExp(
  String.raw`^\W{0,3}(?:(?:${monthName}\.?|q[1-4]),?[ -]\d{4}|\d{4}[-/](?:0[1-9]|1[0-2])|\d{4}[ -](?:q[1-4]|w\d{2})|\d{4}年\d{1,2}月)\W{0,3}$`,
  'i',
);

/** A heading that is a month, a quarter or a week: changelogs of products go by them. */
export const releasePeriod = (title: string): boolean => period.test(title);
