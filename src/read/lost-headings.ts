/** Headings that are none: `##[1.1.0]` without a space, bold text and HTML open no section, so what follows belongs to the release before. */
import type { Nodes } from 'mdast';
import { plain, rangeOfNode, rawOf } from '../markdown/nodes.ts';
import { bodyNodes, type Outline } from '../markdown/outline.ts';
import { at, type Tree } from '../model/located.ts';
import { list, object, type Static, string } from '../model/shape.ts';
import type { Source } from '../model/source.ts';
import { type Line, linesOf } from './lines.ts';
import { reader } from './reading.ts';

const lostHeadingShape = object(
  'A line that looks like the heading of a release or a group and is text.',
  { raw: string('The line as written.'), expected: string('The line as a heading.') },
  {},
);

type LostHeading = Static<typeof lostHeadingShape>;

// A version and perhaps a date, or a name that changelogs use; `#1234`, `#channel` and `#1.2 is fixed` are something else.
const version = String.raw`\[?v?\d+\.\d+(?:\.\d+)*(?:[-+][\w.+-]+)?\]?(?:\([^()\s]*\)|\[[^[\]]*\])?`;
const tail = String.raw`\s*(?:$|[-–—(:]\s*\(?\s*(?:\d{4}|\d{1,2}[./-]|[A-Z][a-z]{2,8}\.? \d|unreleased|tbd|yanked).*|\[?yanked\]?.*|\d{4}-\d{2}-\d{2}.*)$`;
const release = new RegExp(`^(#{1,6})(${version}${tail})`, 'i');
const unreleased = /^(#{1,6})(\[unreleased\](?:\([^()\s]*\))?\s*)$/i;
const name = /^(#{2,6})((?:unreleased|added|changed|deprecated|removed|fixed|security)\s*:?\s*)$/i;

// A paragraph in a list takes in the line below it; what counts is where the line starts in the file.
const indentOf = ({ text }: Source, start: number): string =>
  text.slice(Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1)) + 1, start);

const lostHeading = (source: Source, { raw, range }: Line): Tree<LostHeading>[] => {
  const found = release.exec(raw) ?? unreleased.exec(raw) ?? name.exec(raw);
  if (found === null || !/^ {0,3}$/.test(indentOf(source, range.start))) return [];
  return [at(range, { raw, expected: `${found[1]} ${(found[2] ?? '').trim()}` })];
};

const lines = (source: Source, node: Nodes): Tree<LostHeading>[] =>
  node.type === 'paragraph' && rawOf(source, node).includes('#') ? linesOf(source, node).flatMap((line) => lostHeading(source, line)) : [];

// A version alone, or with its date; a line that says more is a sentence.
const named = new RegExp(`^${version}${tail}`, 'i');
const datedLine = /\d{4}|unreleased/i;

const instead = (node: Nodes, text: string): Tree<LostHeading>[] =>
  named.test(text) ? [at(rangeOfNode(node), { raw: text, expected: `## ${text}` })] : [];

// `**1.2.0** - 2026-01-05` in a paragraph of its own, `<h2>1.2.0</h2>`, `- ## 1.2.0`: bold, HTML and items open no section.
const standIn = (node: Nodes, ancestors: readonly Nodes[]): Tree<LostHeading>[] => {
  if (node.type === 'html') return instead(node, (/^<h[1-6]\b[^>]*>(.*?)<\/h[1-6]>/is.exec(node.value)?.[1] ?? '').replace(/<[^>]*>/g, ''));
  if (node.type === 'heading') return ancestors.some(({ type }) => type === 'listItem') ? instead(node, plain(node)) : [];
  if (node.type !== 'paragraph' || ancestors.length > 0) return [];
  const text = plain(node);
  return node.children[0]?.type === 'strong' || datedLine.test(text.replace(/^\S+/, '')) ? instead(node, text) : [];
};

/** The headings that a changelog loses; fences, comments and quotations hold none. */
export const lostHeadings = reader(
  list(lostHeadingShape, 'Lines that look like headings of releases or groups and are text.'),
  ({ source, sections }: Outline) =>
    sections.flatMap((section) =>
      [...bodyNodes(section)].flatMap(({ node, ancestors }) => [...lines(source, node), ...standIn(node, ancestors)]),
    ),
);
