/** Standing: in which construct of a rendered document each value stands, asked of the Markdown parser with letters in their places. */
import type { Nodes } from 'mdast';
import { descend, rangeOfNode } from '../markdown/nodes.ts';
import { parse } from '../markdown/parse.ts';
import type { Range, Source } from '../model/source.ts';

export interface Standing {
  readonly in: 'text' | 'code' | 'fence' | 'info' | 'html' | 'front-matter' | 'address' | 'title';
  readonly link: boolean;
  readonly cell: boolean;
  readonly heading: boolean;
  /** The innermost node. */
  readonly range: Range;
}

const bare: Standing = { in: 'text', link: false, cell: false, heading: false, range: { start: 0, end: 0 } };

const leaves: Readonly<Partial<Record<Nodes['type'], Standing['in']>>> = {
  inlineCode: 'code',
  html: 'html',
  yaml: 'front-matter',
  toml: 'front-matter',
} as Record<string, Standing['in']>;

// The label of a link ends at `](`, that of a definition at `]:`; a title stands in quotes behind the address.
const inLink = (raw: string, at: number): Standing['in'] => {
  const label = /^!?\[(?:[^\\\]]|\\.)*\](?=[(:])[(:]/.exec(raw)?.[0].length;
  if (label !== undefined && at < label) return 'text';
  return /["']/.test(raw.slice(label ?? 0, at)) ? 'title' : 'address';
};

// An address in the text is its own label.
const isAddress = (source: Source, node: Nodes): boolean => node.type === 'link' && source.text[node.position?.start.offset ?? 0] !== '[';

const labelled: ReadonlySet<string> = new Set([
  'link',
  'linkReference',
  'image',
  'imageReference',
  'definition',
  'footnoteReference',
  'footnoteDefinition',
]);

interface Found {
  readonly node: Nodes;
  readonly ancestors: readonly Nodes[];
}

const whereIn = (source: Source, { node, ancestors }: Found, at: number): Standing['in'] => {
  const { start, end } = rangeOfNode(node);
  const raw = source.text.slice(start, end);
  if (node.type === 'code') return raw.slice(0, at - start).includes('\n') || !/^(?:`{3}|~{3})/.test(raw) ? 'fence' : 'info';
  if (ancestors.some((each) => isAddress(source, each)) || isAddress(source, node)) return 'address';
  if (['link', 'image', 'definition'].includes(node.type)) return inLink(raw, at - start);
  return leaves[node.type] ?? 'text';
};

const standingOf = (source: Source, { node, ancestors }: Found, at: number): Standing => {
  const all = [...ancestors, node].map(({ type }) => type);
  return {
    in: whereIn(source, { node, ancestors }, at),
    link: all.some((type) => labelled.has(type) && type !== 'footnoteDefinition'),
    cell: all.includes('tableCell'),
    heading: all.includes('heading'),
    range: rangeOfNode(node),
  };
};

/** The first index whose offset is not below `from`. */
const firstFrom = (offsets: readonly number[], from: number): number => {
  let [low, high] = [0, offsets.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** How each offset stands, the innermost node telling; undefined when the parser refuses the text for its size or depth. */
export const standings = (source: Source, offsets: readonly number[]): readonly Standing[] | undefined => {
  const { root, refused } = parse(source);
  if (refused !== undefined) return undefined;
  const found: Standing[] = offsets.map(() => bare);
  for (const { node, ancestors } of descend(root)) {
    const { start, end } = rangeOfNode(node);
    for (let index = firstFrom(offsets, start); index < offsets.length && (offsets[index] ?? 0) < end; index += 1)
      if (!('children' in node) || labelled.has(node.type) || node.type === 'tableCell')
        found[index] = standingOf(source, { node, ancestors }, offsets[index] ?? 0);
  }
  return found;
};
