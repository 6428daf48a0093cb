/** Bodies within the limit of the platform that publishes them: cut between blocks, with a pointer to the whole. */
import type { Nodes } from 'mdast';
import { childrenOf, rangeOfNode } from '../../markdown/nodes.ts';
import { parse } from '../../markdown/parse.ts';
import { sourceOfText } from '../../model/source.ts';

/** GitHub refuses release bodies longer than this, in characters; UTF-16 units are counted, which are never fewer. */
export const githubBodyLimit = 125_000;

export interface BodyLimit {
  /** UTF-16 units. */
  readonly limit: number;
  /** Where the whole text is; its own paragraph at the end. */
  readonly pointer: string;
}

// A prefix cut anywhere reads like the whole up to its last block, which may continue; of a list up to its last item, of that up to its
// last block.
const endsIn = (blocks: readonly Nodes[]): number[] => {
  const last = blocks.at(-1);
  const within = last?.type === 'list' || last?.type === 'listItem' ? endsIn(childrenOf(last)) : [];
  return [...blocks.slice(0, -1).map((node) => rangeOfNode(node).end), ...within];
};

const safeEnds = (prefix: string): number[] => endsIn(childrenOf(parse(sourceOfText('body.md', prefix)).root));

// A heading with nothing below it says nothing.
const withoutLoneHeading = (text: string): string => {
  const last = childrenOf(parse(sourceOfText('body.md', text)).root).at(-1);
  return last?.type === 'heading' ? withoutLoneHeading(text.slice(0, rangeOfNode(last).start).trimEnd()) : text;
};

/** The text, or as many of its whole blocks as fit above the pointer. */
export const limitBody = (text: string, { limit, pointer }: BodyLimit): string => {
  if (text.length <= limit) return text;
  const tail = `\n\n${pointer}\n`;
  const end = safeEnds(text.slice(0, Math.max(0, limit - tail.length))).at(-1) ?? 0;
  return `${withoutLoneHeading(text.slice(0, end))}${tail}`.replace(/^\n+/, '');
};
