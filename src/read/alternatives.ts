/** The boxes of one line and the words that belong to each: those behind it, or those before it where none stand behind the last. */
import type { Range } from '../model/source.ts';
import { openBoxes, tickedBoxes, ticks } from './glyphs.ts';
import type { Line } from './lines.ts';

export interface Alternative {
  readonly label: string;
  readonly ticked: boolean;
  readonly box: Range;
}

const box = new RegExp(`(?<![\\p{L}\\p{N}\\]\\\\!])(?:[${openBoxes}${tickedBoxes}${ticks}]\\uFE0F?|\\[[ \\u00A0xX]\\](?![([]))`, 'gu');
const tick = new RegExp(`[${tickedBoxes}${ticks}xX]`, 'u');

// Code is kept out, at its length.
export const withoutCode = (raw: string): string => raw.replace(/`[^`]*`/g, (code) => '.'.repeat(code.length));

const hasWords = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

/** The boxes of a line, each with its words: `☐ GO ☑ NO-GO`, `GO ☐ / NO-GO ☑`. */
export const alternativesIn = ({ raw, range }: Line): Alternative[] => {
  const text = withoutCode(raw);
  const found = [...text.matchAll(box)].map((match) => ({ mark: match[0], start: match.index, end: match.index + match[0].length }));
  const [first, last] = [found[0], found.at(-1)];
  const behind = found.length < 2 || hasWords(text.slice(last?.end)) || !hasWords(text.slice(0, first?.start));
  return found.map(({ mark, start, end }, index) => ({
    label: (behind ? text.slice(end, found[index + 1]?.start) : text.slice(found[index - 1]?.end ?? 0, start)).trim(),
    ticked: tick.test(mark),
    box: { start: range.start + start, end: range.start + end },
  }));
};
