/** The day of a release: in its heading, or in the line below; the end of its support is another day. */
import { plain, rangeOfNode } from '../markdown/nodes.ts';
import type { Section } from '../markdown/outline.ts';
import { at, type Tree } from '../model/located.ts';
import type { Time } from '../model/parts/time.ts';
import { type FoundTime, findTime } from './time.ts';

const otherDay =
  /\b(?:eol|eos|end[ -]of[ -](?:life|(?:security )?(?:support|maintenance))|support (?:ends?|ended)|sunset|expir(?:es|y)|yanked|withdrawn|until|till?|through|thru|planned|expected|scheduled|eta|target(?:ed)?)\b(?:\s+(?:on|for|by|at|in|date))?\W*$/i;

// What stands further behind is no head.
const reach = 300;

/** The first time of a text that may be that of a release. */
export const releaseTime = (text: string, from = 0): FoundTime | undefined => {
  const found = findTime(text.slice(from, reach));
  if (found === undefined) return undefined;
  const index = from + found.index;
  return otherDay.test(text.slice(from, index)) ? releaseTime(text, index + found.length) : { ...found, index };
};

/** A day with its year, also one that no calendar has, or whose month and day cannot be told apart. */
export const isDay = (time: Time | undefined): boolean =>
  time?.date !== undefined || ((time?.impossible ?? time?.ambiguous ?? false) && /\d{4}/.test(time?.raw ?? ''));

// "Released on 2026-01-05.", "> 24 May 2021"; "May 3 users have asked for it" says something else.
const lead = /^(?:.*[\d)][,;.:]\s+)?\W*(?:(?:released|published|release date|date)\b.{0,12})?\W*$/i;

const isDateLine = (line: string, { time, index, length }: FoundTime): boolean =>
  lead.test(line.slice(0, index)) && (isDay(time) || /^\W*$/.test(line.slice(index + length)));

export interface ReleaseDate {
  readonly date: Tree<Time>;
  readonly dated: 'heading' | 'line';
}

/** The day of a release with this version. */
export const releaseDate = (section: Section, version: string | undefined): ReleaseDate | undefined => {
  const inHeading = releaseTime(section.title.replace(version ?? '', ''));
  if (inHeading !== undefined && section.heading !== undefined)
    return { date: at(rangeOfNode(section.heading), inHeading.time), dated: 'heading' };
  const first = section.body[0];
  if (first?.type !== 'paragraph' && first?.type !== 'blockquote') return undefined;
  const line = plain(first);
  const inLine = releaseTime(line);
  return inLine !== undefined && isDateLine(line, inLine) ? { date: at(rangeOfNode(first), inLine.time), dated: 'line' } : undefined;
};
