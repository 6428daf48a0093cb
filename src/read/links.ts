/** Links and images, with their targets. Whether a local target exists is a fact of the tree, not of the document. */
import type { Nodes } from 'mdast';
import { descend, plain, rangeOfNode } from '../markdown/nodes.ts';
import { bodyNodes, type Outline } from '../markdown/outline.ts';
import { at, type Tree } from '../model/located.ts';
import { codeShape, type Link, linkShape } from '../model/parts/link.ts';
import { list } from '../model/shape.ts';
import { reader } from './reading.ts';

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** Separates a URL as written into what it points at. */
export const targetOf = (url: string): Pick<Link, 'target' | 'path' | 'anchor'> => {
  if (/^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(url) || url === '') return { target: 'external' };
  const hash = url.indexOf('#');
  const anchor = hash < 0 ? '' : decode(url.slice(hash + 1));
  const path = decode((hash < 0 ? url : url.slice(0, hash)).replace(/\?.*$/, ''));
  if (path === '') return { target: 'anchor', anchor };
  return { target: 'file', path, ...(anchor !== '' && { anchor }) };
};

// `{{ url }}`, `<name>`, `…`: the target of a template is not a path yet.
const isTemplate = (url: string): boolean => /[{}<>…]|^\.{3}$|%7B/i.test(url);

const linkOf = (node: Nodes): Tree<Link>[] => {
  if (node.type !== 'link' && node.type !== 'image' && node.type !== 'definition') return [];
  if (isTemplate(node.url)) return [];
  const text = node.type === 'link' ? plain(node) : node.type === 'image' ? (node.alt ?? '') : node.identifier;
  return [at(rangeOfNode(node), { text, url: node.url, ...targetOf(node.url) })];
};

export const links = reader(list(linkShape, 'Links, images and link definitions, in document order.'), (outline: Outline) =>
  outline.sections.flatMap((section) => [
    ...(section.heading === undefined ? [] : [...descend(section.heading)].flatMap(({ node }) => linkOf(node))),
    ...[...bodyNodes(section)].flatMap(({ node }) => linkOf(node)),
  ]),
);

export const code = reader(list(codeShape, 'Code blocks.'), (outline: Outline) =>
  outline.sections.flatMap((section) =>
    [...bodyNodes(section)].flatMap(({ node }) =>
      node.type === 'code' ? [at(rangeOfNode(node), { value: node.value, section: section.path, language: node.lang ?? undefined })] : [],
    ),
  ),
);
