/** Where marks are filled: everywhere but in comments, in sections that explain the form, and where square brackets are links. */
import type { Nodes } from 'mdast';
import { descend, rangeOfNode } from '../../markdown/nodes.ts';
import { flatten, type Outline } from '../../markdown/outline.ts';
import type { Range } from '../../model/source.ts';
import { isInstructions } from '../../read/silent-titles.ts';

const references: ReadonlySet<Nodes['type']> = new Set(['linkReference', 'imageReference', 'definition', 'footnoteReference']);

const comments = ({ source }: Outline, node: Nodes): Range[] => {
  if (node.type !== 'html') return [];
  const { start, end } = rangeOfNode(node);
  return [...source.text.slice(start, end).matchAll(/<!--[\s\S]*?(?:-->|$)/g)].map(({ index, 0: raw }) => ({
    start: start + index,
    end: start + index + raw.length,
  }));
};

const referenceText = (node: Nodes): Range[] => (references.has(node.type) ? [rangeOfNode(node)] : []);

const nodesOf = (outline: Outline): Nodes[] => [...descend(outline.root)].map(({ node }) => node);

/** The stretches that keep every mark, because the checker asks for none there. */
export const keptRanges = (outline: Outline): Range[] => [
  ...flatten(outline.top)
    .filter((section) => isInstructions(section))
    .map(({ range }) => range),
  ...nodesOf(outline).flatMap((node) => comments(outline, node)),
];

/** Square brackets that are references. */
export const referenceRanges = (outline: Outline): Range[] => nodesOf(outline).flatMap(referenceText);

/** Code, where values stand as they are; elsewhere they are escaped. */
export const codeRanges = (outline: Outline): Range[] =>
  nodesOf(outline).flatMap((node) => (node.type === 'code' || node.type === 'inlineCode' ? [rangeOfNode(node)] : []));

/** Whether a span touches one of some ranges. */
export const touches = (ranges: readonly Range[], { start, end }: Range): boolean =>
  ranges.some((range) => start < range.end && range.start < end);
