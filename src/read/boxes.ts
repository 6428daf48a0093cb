/** Box-like marks in a line of text: where they stand and what a person would take them for. */
import { openBoxes, openEntities } from './glyphs.ts';

/** A box-like mark and where in its line it starts. */
export interface Hit {
  readonly box: string;
  readonly index: number;
}

// Between the brackets: nothing, spaces of any kind, one mark, or an answer. `[CI]`, `[GA]`, `[#3]`, `[1]` are none of these.
const blank = '[ \\t\\u00A0\\u2000-\\u200D\\u3000\\uFEFF]*';
const inner = `${blank}(?:[xXхХ×✓✔✅✗✘❌☑☒vVoO*/~>?!<_.-]{1,2}|[yYnN]|[nN]/?[aA]|[yY]es|[nN]o|YES|NO|DONE|done)?${blank}`;
const opening = '(?<![\\\\!])[\\[［]';
const bracket = `${opening}(?:${inner})[\\]］]`;
// A ballot box as a character, as an entity of HTML or as a short code of GitHub.
const glyph = `(?:[${openBoxes}]|${openEntities}|:(?:white_large_square|white_medium_square|black_square_button|white_square_button|ballot_box):)`;
// Bullets that are none: another mark, a number or letter with a dot, a dash with a space that is no space; invisible characters.
const bullet = '[\\u200B-\\u200D\\u2060\\uFEFF]*(?:[-–—•·▪◦‣*+][ \\t\\u00A0]*|(?:\\d{1,3}|[a-z]|[ivx]{1,4})[.)][ \\t\\u00A0]*)?';
// A plain box may touch its text (`[ ]text`); any other mark needs a gap, or it is a word in brackets.
const boxAtStart = new RegExp(`^${bullet}(${opening}[ \\t]*[xX]?[ \\t]*[\\]］](?![([:])|${bracket}(?=\\s|$))`);
const glyphAtStart = new RegExp(`^${bullet}(${glyph}|\\( \\)(?=\\s))`, 'iu');
const boxAtEnd = new RegExp(`(?:^|\\s)(${opening}[ \\t\\u00A0]*[xX]?[ \\t\\u00A0]*[\\]］])\\s*$`);
const openAtEnd = new RegExp(`(?:^|\\s)(${opening}[ \\t\\u00A0]*[\\]］]|${glyph})\\s*$`, 'iu');
const openGlyph = new RegExp(glyph, 'iu');
// Within a line: a box with a gap before and behind it.
const openWithin = new RegExp(`(?<=\\s)${opening}[ \\u00A0][\\]］](?=\\s|$)|(?<=^|\\s)${glyph}`, 'giu');

/** What a person would take a box for. */
export const looksOf = (box: string): 'open' | 'done' | 'unclear' => {
  const mark = box.replace(/[()[\]［］\s\u00A0\u2000-\u200D\u3000\uFEFF]/g, '');
  if (mark === '' || openGlyph.test(mark)) return 'open';
  return /^(?:[xXхХ×✓✔✅☑vVoO*yY]{1,2}|yes|done)$/i.test(mark) ? 'done' : 'unclear';
};

const hitAt = (match: RegExpExecArray | null): Hit | undefined =>
  match === null ? undefined : { box: match[1] ?? '', index: match.index + match[0].indexOf(match[1] ?? '') };

/** The box that opens a line. */
export const startHit = (line: string): Hit | undefined => hitAt(boxAtStart.exec(line)) ?? hitAt(glyphAtStart.exec(line));

/** The box that ends a line; of a line that is no item only an open one, since prose may end in `[x]`. */
export const endHit = (line: string, isItem: boolean): Hit | undefined =>
  isItem ? (hitAt(boxAtEnd.exec(line)) ?? hitAt(openAtEnd.exec(line))) : hitAt(openAtEnd.exec(line));

/** The open boxes within a line. */
export const hitsWithin = (line: string): Hit[] => [...line.matchAll(openWithin)].map((match) => ({ box: match[0], index: match.index }));
