/** Labels of list items: where words can be added so that they stay on the label's line. */
import type { ListItem, Nodes, Paragraph } from 'mdast';
import { rangeOfNode, rawOf } from '../../markdown/nodes.ts';
import { bodyNodes, type Outline } from '../../markdown/outline.ts';
import type { Source } from '../../model/source.ts';

/** The list item that starts at an offset. */
export const itemAt = ({ sections }: Outline, start: number): ListItem | undefined => {
  for (const section of sections)
    for (const { node } of bodyNodes(section)) if (node.type === 'listItem' && rangeOfNode(node).start === start) return node;
  return undefined;
};

/** The item's first paragraph: its label. */
export const labelParagraph = ({ children: [first] }: ListItem): Paragraph | undefined => (first?.type === 'paragraph' ? first : undefined);

const trimmed = (source: Source, start: number, end: number): number => start + source.text.slice(start, end).trimEnd().length;

// Comments at the end, such as `<!-- id: qa -->`, stay at the end.
const withoutComments = (source: Source, nodes: readonly Nodes[]): readonly Nodes[] => {
  const last = nodes.at(-1);
  const isSilent =
    last !== undefined &&
    (last.type === 'html' ? rawOf(source, last).startsWith('<!--') : last.type === 'text' && last.value.trim() === '');
  return isSilent ? withoutComments(source, nodes.slice(0, -1)) : nodes;
};

/** The end of the label's text, before comments and trailing space. */
export const labelEnd = (source: Source, paragraph: Paragraph): number => {
  const { start } = rangeOfNode(paragraph);
  const last = withoutComments(source, paragraph.children).at(-1);
  return trimmed(source, start, last === undefined ? rangeOfNode(paragraph).end : rangeOfNode(last).end);
};

/** The end of the label's first line: only a break outside of all formatting ends it. */
export const firstLineEnd = (source: Source, paragraph: Paragraph): number => {
  const { start } = rangeOfNode(paragraph);
  for (const [index, child] of paragraph.children.entries()) {
    const own = rangeOfNode(child);
    const lineBreak = child.type === 'break' ? 0 : child.type === 'text' ? rawOf(source, child).search(/[\r\n]/) : -1;
    if (lineBreak < 0) continue;
    const line = withoutComments(source, lineBreak === 0 ? paragraph.children.slice(0, index) : paragraph.children.slice(0, index + 1)).at(
      -1,
    );
    return trimmed(source, start, line === undefined || line === child ? own.start + lineBreak : rangeOfNode(line).end);
  }
  return labelEnd(source, paragraph);
};
