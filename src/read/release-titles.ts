/** What a heading of a changelog names: a release by its version or its day, or what is meant to be one. */
import { findTime, type Time } from './time.ts';
import { versionIn } from './version.ts';

const dotted = /^\d{4}\.\d{1,2}\.\d{1,2}$/;
const tail = String.raw`(?=$|[\s\]):(,/–—-])`;
const worded = new RegExp(String.raw`\b(?:version|release)\s+v?(\d+(?:\.\d+)*(?:[-+][0-9A-Za-z.+-]+)?)${tail}`, 'i');
const day = new RegExp(String.raw`^\W{0,3}v?((?:19|20)\d{6}(?:\.\d+)?)${tail}`, 'i');
const numbered = new RegExp(String.raw`^\W{0,3}v(\d{1,4})${tail}`, 'i');
const dated = /^\[?v?(\d{1,4})\]?\s*[-–—(/,]/i;

const opensWithDay = (title: string): boolean => /^\W{0,3}\d{4}-\d{1,2}-\d{1,2}/.test(title);

const isDay = (time: Time | undefined): boolean =>
  time?.date !== undefined || ((time?.impossible ?? time?.ambiguous ?? false) && /\d{4}/.test(time?.raw ?? ''));

/** `v2`: a version where releases are counted so, a heading for several releases where they have longer versions. */
export const countedVersion = (title: string): string | undefined => numbered.exec(title)?.[1];

/** The version that the heading of a release names: also `Version 3`, `20240105` and `v12 (2024-01-05)`. */
export const releaseVersion = (title: string): string | undefined => {
  const found = versionIn(title);
  const named = worded.exec(title)?.[1];
  if (found !== undefined) return dotted.test(found) && named !== undefined ? named : found;
  if (named !== undefined && !/^\d{4}-\d/.test(named)) return named;
  const calendar = day.exec(title)?.[1];
  if (calendar !== undefined) return calendar;
  const number = dated.exec(title)?.[1];
  const rest = number === undefined || opensWithDay(title) ? '' : title.slice(title.indexOf(number) + number.length);
  return isDay(findTime(rest)?.time) ? number : undefined;
};

/** A heading that opens with a day, as those of changelogs without versions do: a day that no calendar has, or in either order, is one too. */
export const releaseDay = (title: string): boolean => {
  const found = findTime(title);
  return found !== undefined && isDay(found.time) && /^(?:\W{0,3}|\W{0,3}(?:released?|week of)\W+)$/i.test(title.slice(0, found.index));
};

// `02-05-2026`, `2/5/26`.
const otherDay = /^\W{0,3}\d{1,2}([-/])\d{1,2}\1(?:\d{4}|\d{2})(?!\d)/;

// A version with a letter, an underscore or a comma in it, or in words; behind it, the day or nothing, for `v2 API` is no release.
const almostVersion = String.raw`v\.?\s?\d+|(?:version|release)\s+(?:v?\d+|one|two|three|[xyzn])|v?\d+[._,](?:\d+|x|\*)`;
const threeParts = String.raw`v?\d+[._,]\w+[._,]\w+(?:[._,]\w+)*`;
const end = String.raw`[\])]*\s*(?:$|[-–—:(/[]|\d{4}|,\s*\d{4})`;
const almost = new RegExp(String.raw`^\W{0,3}(?:${threeParts}(?:${end}|\s)|(?:${almostVersion})${end})`, 'i');

/** A heading that is meant to name a version or a day that cannot be read: `1.x`, `v1_2_0`, `Version one`, `02-05-2026`. */
export const resemblesRelease = (title: string): boolean => (title.split(/\s+/).length <= 6 && almost.test(title)) || otherDay.test(title);
