/** An independent count of task-list items, straight from mdast. */
import type { ListItem, Nodes } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

export interface Box {
  readonly line: number;
  readonly checked: boolean;
}

const walk = (node: Nodes, found: Box[]): void => {
  if (node.type === 'listItem' && typeof (node as ListItem).checked === 'boolean')
    found.push({ line: node.position?.start.line ?? 0, checked: (node as ListItem).checked === true });
  if ('children' in node) for (const child of node.children) walk(child, found);
};

/** All boxes that GitHub Flavored Markdown reads, in document order. */
export const countBoxes = (text: string): Box[] => {
  const found: Box[] = [];
  walk(unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter, ['yaml', 'toml']).parse(text), found);
  return found;
};
