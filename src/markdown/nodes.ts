/** Questions about mdast nodes: their range, their text, their descendants. */
import type { ListItem, Nodes, Parents, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { Range, Source } from '../model/source.ts';

export const rangeOfNode = (node: Nodes): Range => ({
  start: node.position?.start.offset ?? 0,
  end: node.position?.end.offset ?? 0,
});

/** The range from the first node's start to the last one's end. */
export const rangeOfNodes = (nodes: readonly Nodes[], otherwise: Range): Range => {
  const first = nodes[0];
  const last = nodes.at(-1);
  if (first === undefined || last === undefined) return otherwise;
  return { start: rangeOfNode(first).start, end: rangeOfNode(last).end };
};

/** The source text of a node. */
export const rawOf = (source: Source, node: Nodes): string => {
  const { start, end } = rangeOfNode(node);
  return source.text.slice(start, end);
};

/** What a reader of the rendered page sees: no HTML (hence no comments), no image text, white space folded. */
export const plain = (node: Nodes | readonly Nodes[]): string => pieces(node).replace(/\s+/g, ' ').trim();

const isLineBreak = (node: Nodes): boolean => node.type === 'html' && /^<br\s*\/?>$/i.test(node.value);

// Line breaks separate words; the library's own joins them.
const pieces = (node: Nodes | readonly Nodes[]): string => {
  if (Array.isArray(node)) return (node as readonly Nodes[]).map(pieces).join('');
  const one = node as Nodes;
  if (one.type === 'break' || isLineBreak(one)) return ' ';
  return 'children' in one
    ? one.children.map(pieces).join(separators.has(one.type) ? ' ' : '')
    : textOf(one, { includeHtml: false, includeImageAlt: false });
};

// Blocks and cells side by side are words apart.
const separators: ReadonlySet<string> = new Set(['root', 'blockquote', 'list', 'listItem', 'table', 'tableRow', 'footnoteDefinition']);

export const childrenOf = (node: Nodes): readonly RootContent[] => ('children' in node ? (node as Parents).children : []);

/** The node and all its descendants in document order, with their ancestors (outermost first). */
export function* descend(node: Nodes, ancestors: readonly Nodes[] = []): Generator<{ node: Nodes; ancestors: readonly Nodes[] }> {
  yield { node, ancestors };
  const inner = [...ancestors, node];
  for (const child of childrenOf(node)) yield* descend(child, inner);
}

/** A list item's own blocks: everything but its nested lists. */
export const ownBlocks = (item: ListItem): readonly RootContent[] => item.children.filter((child) => child.type !== 'list');

/** The text of a list item without its nested lists and code. */
export const labelOf = (item: ListItem): string => {
  const first = item.children[0];
  return first !== undefined && first.type !== 'list' && first.type !== 'code' ? plain(first) : '';
};

/** Visible text of a node, piece by piece, in document order. */
export interface Leaf {
  readonly range: Range;
  readonly value: string;
}

const leafValue = (node: Nodes): string | undefined => {
  if (node.type === 'break' || isLineBreak(node)) return ' ';
  return node.type === 'text' || node.type === 'inlineCode' ? node.value : undefined;
};

export const leavesOf = (node: Nodes): Leaf[] =>
  [...descend(node)].flatMap(({ node: leaf }) => {
    const value = leafValue(leaf);
    return value === undefined ? [] : [{ range: rangeOfNode(leaf), value }];
  });

const unescaped = (raw: string): string =>
  raw
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/&amp;/g, '&')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"');

// The first leaf that ends behind an offset.
const firstAfter = (leaves: readonly Leaf[], offset: number): number => {
  let low = 0;
  let high = leaves.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((leaves[middle]?.range.end ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
};

/** The plain text that stands within a range, formatting removed. */
export const plainWithin = (source: Source, leaves: readonly Leaf[], range: Range): string => {
  let text = '';
  for (let index = firstAfter(leaves, range.start); index < leaves.length; index += 1) {
    const leaf = leaves[index] as Leaf;
    if (leaf.range.start >= range.end) break;
    const whole = leaf.range.start >= range.start && leaf.range.end <= range.end;
    text += whole ? leaf.value : unescaped(source.text.slice(Math.max(leaf.range.start, range.start), Math.min(leaf.range.end, range.end)));
  }
  return text.replace(/\s+/g, ' ').trim();
};
