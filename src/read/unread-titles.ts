/** Headings that are meant to name a release in a form that is not read. */
import { isDay, releaseTime } from './release-date.ts';
import { versionIn } from './version.ts';

// `02-05-2026`, `2/5/26`.
const otherDay = /^\W{0,3}\d{1,2}([-/])\d{1,2}\1(?:\d{4}|\d{2})(?!\d)/;

// A version with a letter, an underscore or a comma in it, or in words; behind it, the day or nothing, for `v2 API` is no release.
const almostVersion = String.raw`v\.?\s?\d+|(?:version|release)\s+(?:v?\d+(?:,\d+)*|one|two|three|[xyzn])|v?\d+[._,](?:\d+|x|\*)`;
const threeParts = String.raw`v?\d+[._,][^\W_]+[._,][^\W_]+(?:[._,][^\W_]+)*`;
const end = String.raw`[\])]*\s*(?:$|[-–—:(/[]|\d{4}|,\s*\d{4})`;
const almost = new RegExp(String.raw`^\W{0,3}(?:${threeParts}(?:${end}|\s)|(?:${almostVersion})${end})`, 'i');

const wholeVersion = /^\W{0,3}(?:v\.?\s?)?\d+\.\d+\.\d/i;

// `[Aurora] - 2026-01-05`, `Sprint 34 (2026-01-05)`: a name and its day.
const endsWithDay = (title: string): boolean => {
  const found = releaseTime(title);
  if (found === undefined || !isDay(found.time) || versionIn(title) !== undefined) return false;
  return /[-–—(,/|:]\s*$/.test(title.slice(0, found.index)) && /^\W*$/.test(title.slice(found.index + found.length));
};

/** A heading that is meant to name a version or a day that cannot be read: `1.x`, `v1_2_0`, `Version one`, `02-05-2026`. */
export const resemblesRelease = (title: string): boolean =>
  (title.split(/\s+/).length <= 6 && (almost.test(title) || endsWithDay(title))) || otherDay.test(title) || wholeVersion.test(title);
