/** Lines of visible text: the text nodes of a block, line by line, without code and links. */
import type { Nodes, Text } from 'mdast';
import { descend, rangeOfNode, rawOf } from '../markdown/nodes.ts';
import type { Range, Source } from '../model/source.ts';

const isLeafText = (node: Nodes): node is Text => node.type === 'text';

interface Leaf {
  readonly range: Range;
  readonly raw: string;
  /** Nothing visible precedes it in its block. */
  readonly first: boolean;
  readonly last: boolean;
}

// Text nodes of one block; formatting around them does not matter, code and links are not text.
const leavesOf = (source: Source, block: Nodes): Leaf[] => {
  const visible = [...descend(block)].filter(
    ({ node, ancestors }) =>
      (isLeafText(node) || node.type === 'inlineCode' || node.type === 'image') &&
      !ancestors.some(({ type }) => type === 'link' || type === 'linkReference'),
  );
  const all = [...descend(block)].filter(
    ({ node }) => isLeafText(node) || ['inlineCode', 'image', 'link', 'linkReference', 'imageReference'].includes(node.type),
  );
  return visible.flatMap(({ node }) =>
    isLeafText(node)
      ? [{ range: rangeOfNode(node), raw: rawOf(source, node), first: all[0]?.node === node, last: all.at(-1)?.node === node }]
      : [],
  );
};

/** A line of one text node. */
export interface TextLine {
  readonly text: string;
  readonly offset: number;
  /** Within its text node. */
  readonly index: number;
  /** Nothing visible stands before it in its block, or it starts a line of the source. */
  readonly first: boolean;
  readonly last: boolean;
}

const linesIn = (leaf: Leaf): TextLine[] => {
  const parts = leaf.raw.split(/\r\n|\n|\r/);
  let from = 0;
  return parts.map((part, index) => {
    const offset = leaf.raw.indexOf(part, from);
    from = offset + part.length;
    const lead = /^[ \t>]*/.exec(part)?.[0].length ?? 0;
    return {
      text: part.slice(lead),
      offset: leaf.range.start + offset + lead,
      index,
      first: index > 0 || leaf.first,
      last: index < parts.length - 1 || leaf.last,
    };
  });
};

/** The lines of text of a block, with what stands first and last in it. */
export const textLinesOf = (source: Source, block: Nodes): TextLine[] => leavesOf(source, block).flatMap(linesIn);
