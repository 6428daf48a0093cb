/** Marks of headings: how a file writes one of a rank, with hashes or underlined. */
import type { Heading } from 'mdast';
import { rangeOfNode, rawOf } from '../../../markdown/nodes.ts';
import type { Source } from '../../../model/source.ts';

/** Writes the words of a heading; its lines are to be joined by the file's line ending. */
export type HeadingMark = (words: string) => readonly string[];

export const plainMark =
  (depth: number): HeadingMark =>
  (words) => [`${'#'.repeat(depth)} ${words}`];

/** The words of a heading as they are written, without its marks. */
export const headingWords = (source: Source, { children }: Heading): string => {
  const [first, last] = [children[0], children.at(-1)];
  return first === undefined || last === undefined ? '' : source.text.slice(rangeOfNode(first).start, rangeOfNode(last).end);
};

const underlined =
  (underline: string): HeadingMark =>
  (words) => [words, underline.length > 3 ? underline.charAt(0).repeat(Math.max(3, words.length)) : underline];

/** The marks of a heading. */
export const markLike = (source: Source, heading: Heading): HeadingMark => {
  const raw = rawOf(source, heading);
  const underline = /(?:\r\n|\n|\r)[ \t]*(=+|-+)[ \t]*$/.exec(raw)?.[1];
  if (underline !== undefined) return underlined(underline);
  const [, open = '', close = ''] = /^(#{1,6}[ \t]*)[\s\S]*?([ \t]+#+)?[ \t]*$/.exec(raw) ?? [];
  const hashes = /[ \t]$/.test(open) ? open : `${open} `;
  return (words) => [`${hashes}${words}${close}`];
};
