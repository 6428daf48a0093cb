/** Headings that are none: `##[1.1.0]` without a space, bold text and HTML open no section, so what follows belongs to the release before. */
import type { Nodes, Paragraph } from 'mdast';
import { plain, rangeOfNode, rawOf } from '../markdown/nodes.ts';
import { bodyNodes, type Outline } from '../markdown/outline.ts';
import { at, type Tree } from '../model/located.ts';
import { type LostHeading, lostHeadingShape } from '../model/parts/release.ts';
import { list } from '../model/shape.ts';
import type { Source } from '../model/source.ts';
import { type Line, linesOf } from './lines.ts';
import { reader } from './reading.ts';
import { isOnlyDay, isOnlyRelease } from './sure-releases.ts';

// `#1234`, `#channel`, `#release 1.1.0` and `#1.2 is fixed` are something else.
const marks = /^(#{1,6})(?=[[v\d]|(?<=##)\S)([^#\s].*)$/i;
const unreleased = /^\[unreleased\](?:\([^()\s]*\))?$/i;
const name = /^(?:unreleased|added|changed|deprecated|removed|fixed|security)\s*:?$/i;

const isLost = (marks: string, text: string): boolean =>
  isOnlyRelease(text) || unreleased.test(text) || (marks.length > 1 && (name.test(text) || isOnlyDay(text)));

// A paragraph in a list takes in the line below it; what counts is where the line starts in the file.
const indentOf = ({ text }: Source, start: number): string =>
  text.slice(Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1)) + 1, start);

const lostHeading = (source: Source, { raw, range }: Line): Tree<LostHeading>[] => {
  const [, mark = '', text = ''] = marks.exec(raw) ?? [];
  if (!isLost(mark, text.trim()) || !/^ {0,3}$/.test(indentOf(source, range.start))) return [];
  return [at(range, { raw, expected: `${mark} ${text.trim()}` })];
};

const lines = (source: Source, node: Nodes): Tree<LostHeading>[] =>
  node.type === 'paragraph' && rawOf(source, node).includes('#') ? linesOf(source, node).flatMap((line) => lostHeading(source, line)) : [];

const unreleasedAlone = /^\[?unreleased\]?:?$/i;

const instead = (node: Nodes, text: string): Tree<LostHeading>[] =>
  isOnlyRelease(text) || unreleasedAlone.test(text) ? [at(rangeOfNode(node), { raw: text, expected: `## ${text}` })] : [];

const inHtml = (value: string): string[] =>
  [...value.replace(/<!--.*?(?:-->|$)/gs, '').matchAll(/<(h[1-6])\b[^>]{0,200}>(.{0,400}?)<\/\1>/gis)].map(([, , words = '']) =>
    words
      .replace(/<[^>]*>/g, '')
      .replace(/\s+/g, ' ')
      .trim(),
  );

// What stands on the first line of a paragraph.
const firstLine = ({ children }: Paragraph): string => {
  const end = children.findIndex((node) => node.type === 'break' || (node.type === 'text' && node.value.includes('\n')));
  const last = children[end];
  return plain(children.slice(0, end < 0 ? undefined : end)) + (last?.type === 'text' ? ` ${last.value.split('\n')[0]}`.trimEnd() : '');
};

const isMarked = ({ children: [first] }: Paragraph): boolean =>
  first?.type === 'strong' || first?.type === 'emphasis' || (first?.type === 'html' && /^<(?:b|strong|em|i|u)\b/i.test(first.value));

const isDatedLine = (line: string): boolean => /\d{4}|unreleased/i.test(line.replace(/^\S+/, ''));

// `**1.2.0** - 2026-01-05` in a paragraph of its own, `<h2>1.2.0</h2>`, `- ## 1.2.0`: bold, HTML and items open no section.
const standIn = (node: Nodes, ancestors: readonly Nodes[]): Tree<LostHeading>[] => {
  if (node.type === 'html') return inHtml(node.value).flatMap((words) => instead(node, words));
  if (node.type === 'heading') return ancestors.some(({ type }) => type === 'listItem') ? instead(node, plain(node)) : [];
  if (node.type !== 'paragraph' || ancestors.length > 0) return [];
  const line = firstLine(node);
  return !line.startsWith('#') && (isMarked(node) || isDatedLine(line)) ? instead(node, line) : [];
};

/** The headings that a changelog loses; fences, comments and quotations hold none. */
export const lostHeadings = reader(
  list(lostHeadingShape, 'Lines that look like headings of releases or groups and are text.'),
  ({ source, sections }: Outline) =>
    sections.flatMap((section) =>
      [...bodyNodes(section)].flatMap(({ node, ancestors }) => [...lines(source, node), ...standIn(node, ancestors)]),
    ),
);
