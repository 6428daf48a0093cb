/** Bold words that head what follows without a colon: `**Impact.** Nobody could pay.`, `**Root cause**` in a paragraph of its own. */
import type { Nodes, Paragraph } from 'mdast';
import { plain, rangeOfNode, rawOf } from '../markdown/nodes.ts';
import type { Section } from '../markdown/outline.ts';
import type { Range, Source } from '../model/source.ts';
import { matchLine } from './key-line.ts';

export interface RunIn {
  readonly label: string;
  readonly node: Paragraph;
  readonly range: Range;
  /** What stands behind it in its paragraph. */
  readonly rest: string;
}

const runIn = (source: Source, node: Nodes): RunIn[] => {
  const [first] = node.type === 'paragraph' ? node.children : [];
  if (node.type !== 'paragraph' || first?.type !== 'strong' || matchLine(rawOf(source, node).split(/\r?\n/)[0] ?? '') !== undefined)
    return [];
  const said = plain(first).trim();
  const rest = plain(node).trim().slice(said.length);
  const closed = rest.trim() === '' || /[.?!。？]$/.test(said) || /^\s*[.?!—–-]/.test(rest);
  return closed && said.split(/\s+/).length <= 8
    ? [{ label: said.replace(/[.?!。？]+$/, ''), node, range: rangeOfNode(first), rest: rest.replace(/^[\s.?!—–-]+/, '') }]
    : [];
};

/** The bold words that head the paragraphs of a section's own body. */
export const runInsOf = (source: Source, section: Section): RunIn[] => section.body.flatMap((node) => runIn(source, node));
