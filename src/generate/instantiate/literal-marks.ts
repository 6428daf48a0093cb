/** Marks that spell a version with letters in place of its numbers: `vX.Y.Z`, `v1.x.x`, `1.XX`, `xx.yy.zz`, `vYYYY.MM.##`. */
import type { VersionParts } from './version-parts.ts';

/** What a text's marks stand for. */
export interface Release {
  readonly version: VersionParts;
  /** The version before this one, without a leading v. */
  readonly previous?: string;
}

/** A mark and what it becomes. */
export interface Filling {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** How the letters of a template are used, judged by all of it. */
interface Habits {
  /** `X.Y.Z+1` is the release, so that `X.Y.Z` is the one before it. */
  readonly counts: boolean;
  /** `v1.x.x` is the release, so that `v1.x.y` is another one. */
  readonly repeats: boolean;
  /** `X.Y.Z` occurs, so that `X.Y` is its minor line. */
  readonly letters: boolean;
}

const habitsOf = (text: string): Habits => ({
  counts: /[xX]\.[yY]\.[zZ]\+1/.test(text),
  repeats: /\d\.[xX]\.[xX](?![A-Za-z0-9])/.test(text),
  letters: /(?<![A-Za-z0-9.])v?X\.Y\.Z/.test(text),
});

const candidate = '(?:-|\\.)?(?:alpha|beta|rc|RC)[.-]?(?:[NXYZnm]|\\d+)?';
const opened = '(?<![A-Za-z0-9.])';
const closed = '(?![A-Za-z0-9])';

const full = 'X\\.[XY]\\.[XZ]|x\\.[xy]\\.[xz]|xx\\.(?:yy|xx)\\.(?:zz|xx)|\\d+\\.[xX]\\.[xX]';
const fullMark = new RegExp(
  `${opened}(?<v>v?)(?:(?:${full})|(?<=v)\\[(?:${full})\\]|[<{](?:${full})[>}])(?:(?<next>\\+1)|(?<optional>\\[${candidate}\\]|\\(${candidate}\\))|(?<tail>${candidate}))?${closed}`,
  'g',
);
const otherMark = new RegExp(`${opened}(?<v>v?)\\d+\\.(?:x\\.y|X\\.Y)${closed}`, 'g');
const earlierMark = new RegExp(`${opened}(?<v>v?)\\d+\\.y\\.z${closed}`, 'g');
const minorMark = new RegExp(`${opened}(?<v>v?)(?:\\d+\\.XX|(?<=v)\\d+\\.X)(?![A-Za-z0-9]|\\.[xXyYzZ])`, 'g');
const lineMark = new RegExp(`${opened}(?<v>v?)(?<line>\\d+\\.\\d+)\\.[xX](?!86)${closed}`, 'g');
const lettersMark = new RegExp(`${opened}(?<v>v?)X\\.Y(?<next>\\+1)?(?![A-Za-z0-9]|\\.[xXyYzZ](?![A-Za-z0-9]))`, 'g');
const calendarMark = new RegExp(`${opened}(?<v>v?)YYYY\\.MM(?:\\.(?:##?|DD|MICRO|PATCH|[NXZ]))?${closed}`, 'g');

type Groups = Readonly<Record<string, string | undefined>>;
type Fill = (groups: Groups, release: Release, habits: Habits) => string | undefined;

// A candidate's number is not known yet; a final release has none, so that an optional one goes.
const fillFull: Fill = ({ next, tail }, { version, previous }, { counts }) => {
  if (counts) return next === undefined ? (previous ?? version.before) : version.whole;
  if (tail === undefined || version.isPrerelease) return version.whole;
  return `${version.core}${tail}`;
};

const fillCalendar: Fill = ({ v }, { version }) => (v === 'v' || /^\d{4}\./.test(version.whole) ? version.whole : undefined);

const kinds: readonly (readonly [RegExp, Fill])[] = [
  [fullMark, fillFull],
  [otherMark, (_, { version }, { repeats }) => (repeats ? undefined : version.whole)],
  [earlierMark, (_, { previous }) => previous],
  [minorMark, (_, { version }) => version.minor],
  [lineMark, ({ line }, { version }) => (line === version.minor ? version.whole : undefined)],
  [lettersMark, ({ next }, { version }, { letters }) => (letters ? (next === undefined ? version.minor : version.nextMinor) : undefined)],
  [calendarMark, fillCalendar],
];

/** The marks of a text that the release tells how to fill; a leading v stays where it stands. */
export const literalFillings = (text: string, release: Release): Filling[] => {
  const habits = habitsOf(text);
  return kinds.flatMap(([pattern, fill]) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const groups = match.groups ?? {};
      const filled = fill(groups, release, habits);
      return filled === undefined
        ? []
        : [{ start: match.index, end: match.index + match[0].length, text: `${groups['v'] ?? ''}${filled}` }];
    }),
  );
};
