/** Markdown as plain text for a chat or a mail: what a reader sees, and nothing of how it was marked up. */
import type { List, Nodes, Table } from 'mdast';
import { childrenOf, descend, plain } from '../../markdown/nodes.ts';
import { parse } from '../../markdown/parse.ts';
import { sourceOfText } from '../../model/source.ts';

type Targets = ReadonlyMap<string, string>;

const targetsIn = (root: Nodes): Targets =>
  new Map([...descend(root)].flatMap(({ node }) => (node.type === 'definition' ? [[node.identifier, node.url] as const] : [])));

// A link whose text is its address is said once.
const linkText = (text: string, url: string | undefined): string =>
  url === undefined || url === text || url === `mailto:${text}` ? text : `${text} (${url})`;

const inline = (node: Nodes, targets: Targets): string => {
  const inner = (): string =>
    childrenOf(node)
      .map((child) => inline(child, targets))
      .join('');
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  if (node.type === 'break') return '\n';
  if (node.type === 'html') return /^<br\s*\/?>$/i.test(node.value) ? '\n' : '';
  if (node.type === 'image' || node.type === 'imageReference') return node.alt ?? '';
  if (node.type === 'link') return linkText(inner(), node.url);
  if (node.type === 'linkReference') return linkText(inner(), targets.get(node.identifier));
  return inner();
};

const indented = (text: string, by: string): string => text.replace(/\n(?=[^\n])/g, `\n${by}`);

const listText = (list: List, targets: Targets): string =>
  list.children
    .map((item, index) => {
      const bullet = list.ordered ? `${(list.start ?? 1) + index}. ` : '- ';
      const box = item.checked === null || item.checked === undefined ? '' : item.checked ? '[x] ' : '[ ] ';
      const body = item.children.map((child) => block(child, targets)).join('\n');
      return `${bullet}${box}${indented(body, ' '.repeat(bullet.length))}`;
    })
    .join('\n');

const tableText = ({ children: [head, ...rows] }: Table): string =>
  rows
    .map((row) =>
      row.children
        .map((cell, index) => {
          const name = plain(head?.children[index] ?? cell);
          return name === '' ? plain(cell) : `${name}: ${plain(cell)}`;
        })
        .join(', '),
    )
    .map((line) => `- ${line}`)
    .join('\n');

const block = (node: Nodes, targets: Targets): string => {
  if (node.type === 'list') return listText(node, targets);
  if (node.type === 'table') return tableText(node);
  if (node.type === 'code') return node.value;
  if (node.type === 'blockquote') return node.children.map((child) => block(child, targets)).join('\n\n');
  if (['html', 'definition', 'yaml', 'toml', 'thematicBreak', 'footnoteDefinition'].includes(node.type)) return '';
  return inline(node, targets);
};

/** Plain text with LF endings and one empty line between blocks; a link's address stands in parentheses behind it. */
export const chatText = (markdown: string): string => {
  const { root } = parse(sourceOfText('message.md', markdown));
  const targets = targetsIn(root);
  const blocks = root.children.map((node) => block(node, targets).trimEnd()).filter((text) => text !== '');
  return `${blocks.join('\n\n')}\n`;
};
