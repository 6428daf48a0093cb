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
export const plain = (node: Nodes | readonly Nodes[]): string =>
  textOf(node, { includeHtml: false, includeImageAlt: false }).replace(/\s+/g, ' ').trim();

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

const isLeaf = (node: Nodes): boolean => node.type === 'text' || node.type === 'inlineCode';

const unescape = (raw: string): string => raw.replace(/\\([!-/:-@[-`{-~])/g, '$1');

/** The plain text that stands within a range of a node, formatting removed. */
export const plainWithin = (source: Source, node: Nodes, range: Range): string => {
  let text = '';
  for (const { node: leaf } of descend(node)) {
    const { start, end } = rangeOfNode(leaf);
    if (leaf.type === 'break' && start >= range.start && end <= range.end) text += ' ';
    if (!isLeaf(leaf) || end <= range.start || start >= range.end) continue;
    const whole = start >= range.start && end <= range.end;
    text += whole ? (leaf as { value: string }).value : unescape(source.text.slice(Math.max(start, range.start), Math.min(end, range.end)));
  }
  return text.replace(/\s+/g, ' ').trim();
};
