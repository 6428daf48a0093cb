/** Announced releases: `## 1.2.0 (unreleased)`, or `Unreleased` in the line below, gets its date. */
import { plain, rangeOfNode, rawOf } from '../../../markdown/nodes.ts';
import { notReleased, notReleasedLine, pendingLine, unreleasedTitle } from '../../../read/releases.ts';
import type { NewSection } from '../changelog-section.ts';
import type { Splice } from '../splice.ts';
import { headingWords } from './heading-mark.ts';
import { dateInHeading, dateLineFor } from './heading-style.ts';
import { type Block, dateRoom, type Log } from './log.ts';

// What a text says instead of a day.
const announcementIn = (words: string): { readonly index: number; readonly length: number } | undefined => {
  const room = dateRoom.exec(words);
  if (room !== null) return { index: room.index, length: room[0].length };
  const said = notReleased.exec(words);
  const own = said?.[1]?.replace(/[)\]\s]+$/, '');
  return said === null || own === undefined ? undefined : { index: said.index + said[0].indexOf(own), length: own.length };
};

const inHeading = (log: Log, { heading }: Block, date: string): Splice[] => {
  const words = headingWords(log.source, heading);
  const found = announcementIn(words);
  const first = heading.children[0];
  if (found === undefined || first === undefined) return [];
  const start = rangeOfNode(first).start + found.index;
  return [{ start, end: start + found.length, text: dateInHeading(log, date) }];
};

const inLine = (log: Log, { section }: Block, date: string): Splice[] => {
  const line = pendingLine(section);
  if (line === undefined) return [];
  const raw = rawOf(log.source, line);
  const said = notReleasedLine.exec(plain(line))?.[1] ?? raw;
  return [{ ...rangeOfNode(line), text: dateLineFor(log, date) ?? raw.replace(said, () => date) }];
};

/** The splices that set the date of an announced version where it says that it is not released. */
export const announcedDate = (log: Log, block: Block, { version, date }: NewSection): Splice[] => {
  if (version === undefined || date === undefined || unreleasedTitle.test(block.release.title)) return [];
  return [...inHeading(log, block, date), ...inLine(log, block, date)];
};
