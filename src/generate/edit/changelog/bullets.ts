/** Bullets: list items written as those of a list of the file. */
import type { List, ListItem } from 'mdast';
import { rangeOfNode, rawOf } from '../../../markdown/nodes.ts';
import type { Source } from '../../../model/source.ts';
import type { NewEntry } from '../changelog-section.ts';
import { lineStartAt } from '../splice.ts';

export interface Bullet {
  /** White space before the marker. */
  readonly indent: string;
  /** `-`, `*`, `+`, `.` or `)`. */
  readonly sign: string;
  /** White space behind the marker. */
  readonly padding: string;
  /** The next number of a numbered list, and by how much the numbers grow. */
  readonly number?: { readonly next: number; readonly step: number };
}

const dash: Bullet = { indent: '', sign: '-', padding: ' ' };

interface Marker {
  readonly number: string;
  readonly sign: string;
  readonly padding: string;
}

const markerOf = (source: Source, item: ListItem): Marker => {
  const [, number = '', sign = '-', space = ''] = /^(\d{0,9})([-*+.)])([ \t]*)/.exec(rawOf(source, item)) ?? [];
  const holdsText = item.children[0]?.type === 'paragraph';
  return { number, sign, padding: holdsText && space !== '' ? space : ' ' };
};

const numbering = (source: Source, { children }: List): Bullet['number'] => {
  const [before, last] = children.slice(-2).map((item) => Number(markerOf(source, item).number));
  const step = last === undefined ? 1 : last - (before ?? 0);
  return step === 0 ? { next: before ?? 1, step } : { next: (last ?? before ?? 0) + 1, step: 1 };
};

/** The bullet of the item that would follow the last one of a list; without a list, a dash. */
export const bulletOf = (source: Source, list: List | undefined): Bullet => {
  const last = list?.children.at(-1);
  if (list === undefined || last === undefined) return dash;
  const { start } = rangeOfNode(last);
  const { sign, padding } = markerOf(source, last);
  const before = source.text.slice(lineStartAt(source, start), start);
  const number = list.ordered === true ? numbering(source, list) : undefined;
  return { indent: /^[ \t]*$/.test(before) ? before : '', sign, padding, ...(number && { number }) };
};

/** The same bullet for a list of its own. */
export const firstBullet = (bullet: Bullet): Bullet =>
  bullet.number === undefined ? bullet : { ...bullet, number: { next: 1, step: bullet.number.step } };

const widthOf = (text: string): number => {
  let width = 0;
  for (const letter of text) width = letter === '\t' ? width + 4 - (width % 4) : width + 1;
  return width;
};

const itemLines = (entry: NewEntry, bullet: Bullet, index: number): string[] => {
  const number = bullet.number === undefined ? '' : String(bullet.number.next + index * bullet.number.step);
  const opening = `${bullet.indent}${number}${bullet.sign}${bullet.padding}`;
  const indent = ' '.repeat(widthOf(opening));
  const [first = '', ...rest] = entry.text.trim().split(/\r\n|\n|\r/);
  return [opening + first, ...rest.map((line) => (line.trim() === '' ? '' : indent + line))];
};

/** The lines of entries, with blank lines between them. */
export const entryLines = (entries: readonly NewEntry[], bullet: Bullet, between: number): string[] =>
  entries.flatMap((entry, index) => [...(index > 0 ? Array<string>(between).fill('') : []), ...itemLines(entry, bullet, index)]);
