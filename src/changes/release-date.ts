/** The date of a release: of its tag, of its commit, the present or as given, in one time zone. */
import { namedZone, utc } from '../calendar/zone.ts';
import type { HistoryTag } from '../model/history.ts';
import type { DateSource } from './settings.ts';

export interface Clock {
  readonly source: DateSource;
  /** IANA name. */
  readonly timezone: string;
  /** RFC 3339 in UTC. */
  readonly now: string;
  /** `YYYY-MM-DD`, where the date is given. */
  readonly explicit?: string;
}

/** What a release is dated by. */
export interface Dated {
  readonly version?: string;
  readonly tag?: HistoryTag;
  /** Unix seconds of the commit it stands at. */
  readonly committedAt?: number;
  /** The newest release that is told: only its date can be the present, or given. */
  readonly newest: boolean;
}

const secondsOf = ({ tag, committedAt, newest }: Dated, { source, now }: Clock): number => {
  const present = Date.parse(now) / 1000;
  if (tag === undefined) return present;
  if (source === 'now') return newest ? present : tag.at;
  return source === 'commit' ? (committedAt ?? tag.at) : tag.at;
};

/** `YYYY-MM-DD`; undefined for what is not released. A release without a tag is being made now. */
export const releaseDate = (dated: Dated, clock: Clock): string | undefined => {
  if (dated.version === undefined) return undefined;
  if (dated.newest && clock.explicit !== undefined) return clock.explicit;
  const zone = clock.timezone === 'UTC' ? utc : (namedZone(clock.timezone) ?? utc);
  const instant = secondsOf(dated, clock) * 1000;
  return new Date(instant + zone.offsetAt(instant)).toISOString().slice(0, 10);
};
