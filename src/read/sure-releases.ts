/** How surely a heading that names a version is a release: "1.1 Overview" may be a chapter, `1.1` and `Widget 1.1 (2026-01-05)` are releases. */
import { folded } from './folded.ts';
import { isDatedTitle, releaseDay, releaseVersion } from './release-titles.ts';
import { findTime } from './time.ts';

const lead = /^\W{0,3}(?:v|(?:version|release)\s+v?|\S+@v?)?$/i;

const isNothing = (text: string): boolean => !/[\p{L}\p{N}]/u.test(text);

const isWhole = (version: string): boolean => /^\d+\.\d+\.\d|^\d{8}/.test(version);

interface Named {
  readonly version: string;
  readonly opens: boolean;
  readonly alone: boolean;
  readonly dated: boolean;
}

const withoutDay = (text: string): string => text.replace(findTime(text)?.time.raw ?? '', '');

const namedIn = (title: string): Named | undefined => {
  const version = releaseVersion(title);
  if (version === undefined) return undefined;
  const [before = '', ...behind] = folded(title).split(version);
  const opens = lead.test(before) || lead.test(withoutDay(before).replace(/^\W+/, ''));
  return {
    version,
    opens,
    alone: opens && isNothing(behind.join(version).replace(/\b\d{4}\b|\byanked\b/i, '')),
    dated: isDatedTitle(folded(title), version),
  };
};

/** A version alone or with its day, or a whole version that the heading opens with: such headings tell the rank of releases. */
export const isSureRelease = (title: string): boolean => {
  const named = namedIn(title);
  return named !== undefined && (named.alone || named.dated || (named.opens && isWhole(named.version)));
};

/** A version with its day, or a whole version alone: such headings are releases at a lower rank too. */
export const isBareRelease = (title: string): boolean => {
  const named = namedIn(title);
  return named?.opens === true && (named.dated || (named.alone && isWhole(named.version)));
};

const linkTarget = /\](?:\([^()\s]*\)|\[[^[\]]*\])/g;
const asides = /\b(?:released?|on|date|unreleased|tb[acd]|wip|yanked)\b/gi;

const saysNothing = (rest: string): boolean => !/[\p{L}\p{N}%]/u.test(rest.replace(findTime(rest)?.time.raw ?? '', '').replace(asides, ''));

/** A text that is a version, perhaps with its day and what has become of it, and nothing more: a line that says more is a sentence. */
export const isOnlyRelease = (text: string): boolean => {
  const title = folded(text).replace(linkTarget, ']');
  const named = namedIn(title);
  if (named === undefined || !named.opens || !named.version.includes('.')) return false;
  return saysNothing(title.slice(title.indexOf(named.version) + named.version.length));
};

/** A day and nothing more. */
export const isOnlyDay = (text: string): boolean => releaseDay(text) && saysNothing(text);
