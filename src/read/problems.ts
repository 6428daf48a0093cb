/** Problems: regions of a document that cannot be read, or not be trusted. */
import type { Code, Html, Nodes, Paragraph } from 'mdast';
import { isMap, parseDocument } from 'yaml';
import { descend, rangeOfNode, rawOf } from '../markdown/nodes.ts';
import type { Outline } from '../markdown/outline.ts';
import { at, type Tree } from '../model/located.ts';
import { type Problem, problemShape } from '../model/parts/problem.ts';
import { list } from '../model/shape.ts';
import { lineRange, lineText, pointAt, type Range, type Source } from '../model/source.ts';
import { linesOf } from './lines.ts';
import { findMojibake } from './mojibake.ts';
import { reader } from './reading.ts';

type Type = Problem['type'];

const problem = (where: Range, type: Type, { text, ...more }: Omit<Problem, 'type'>): Tree<Problem> => at(where, { type, text, ...more });

const firstLine = (source: Source, node: Nodes): { range: Range; text: string } => {
  const { line } = pointAt(source, rangeOfNode(node).start);
  const { start } = rangeOfNode(node);
  return { range: { start, end: Math.max(start + 1, lineRange(source, line).end) }, text: lineText(source, line).trim() };
};

const isClosed = (source: Source, node: Code): boolean => {
  const raw = rawOf(source, node);
  const fence = /^(`{3,}|~{3,})/.exec(raw)?.[1];
  if (fence === undefined) return true;
  const last =
    raw
      .split(/\r\n|\n|\r/)
      .slice(1)
      .at(-1) ?? '';
  const closing = /^[ \t>]*(`{3,}|~{3,})[ \t]*$/.exec(last)?.[1];
  return closing !== undefined && closing[0] === fence[0] && closing.length >= fence.length;
};

const unclosedHtml: readonly (readonly [RegExp, string])[] = [
  [/^<!--/, '-->'],
  [/^<\?/, '?>'],
  [/^<!\[CDATA\[/, ']]>'],
  [/^<script[\s>]/i, '</script>'],
  [/^<style[\s>]/i, '</style>'],
  [/^<pre[\s>]/i, '</pre>'],
  [/^<textarea[\s>]/i, '</textarea>'],
];

const isUnclosedHtml = (raw: string): boolean =>
  unclosedHtml.some(([opens, closes]) => opens.test(raw) && !raw.toLowerCase().includes(closes.toLowerCase())) ||
  // A comment that closes and another that does not, in one block.
  raw.lastIndexOf('<!--') > raw.lastIndexOf('-->');

const delimiterRow = /^\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+\|?$|^\|[ \t]*:?-+:?[ \t]*\|$/;

const brokenTable = (source: Source, node: Paragraph): Tree<Problem>[] => {
  const lines = linesOf(source, node);
  const index = lines.findIndex(({ raw }) => delimiterRow.test(raw));
  const above = lines[index - 1];
  if (above?.raw.includes('|'))
    return [
      problem(above.range, 'broken-table', {
        text: above.raw,
        detail: 'The row of dashes does not have as many columns as the header row.',
      }),
    ];
  const rows = lines.filter(({ raw }) => /^\|.*\|$/.test(raw));
  const first = rows[0];
  return first !== undefined && rows.length === lines.length
    ? [problem(first.range, 'broken-table', { text: first.raw, detail: 'The rows have no header row with a row of dashes above them.' })]
    : [];
};

const nodeProblems = (source: Source, node: Nodes): Tree<Problem>[] => {
  if (node.type === 'paragraph') return brokenTable(source, node);
  const { range, text } = firstLine(source, node);
  if (node.type === 'code' && isIndentedList(source, node)) return [problem(range, 'indented-items', { text })];
  if (node.type === 'code' && !isClosed(source, node)) return [problem(range, 'unclosed-fence', { text })];
  if (node.type === 'html' && isUnclosedHtml(node.value))
    return [problem(range, node.value.includes('<!--') ? 'unclosed-comment' : 'unclosed-html', { text })];
  return [];
};

// A check list that is indented too far is code: its boxes count for nothing. Items may be wrapped.
const isIndentedList = (source: Source, node: Code): boolean => {
  const lines = node.value.split('\n').filter((line) => line.trim() !== '');
  const isItem = (line: string): boolean => /^\s*(?:[-*+]|\d+[.)])\s+\S/.test(line);
  const indent = /^\s*/.exec(lines[0] ?? '')?.[0] ?? '';
  return (
    !/^[`~]/.test(rawOf(source, node)) &&
    isItem(lines[0] ?? '') &&
    lines.every((line) => isItem(line) || line.startsWith(`${indent} `)) &&
    lines.some((line) => /^\s*(?:[-*+]|\d+[.)])\s+\[[ xX]?\]/.test(line))
  );
};

const isMarkdownFence = (node: Code): boolean =>
  /^(?:markdown|md|mdx)$/i.test(node.lang ?? '') || /^(?:#{1,6} |[-*+] \[[ xX]\] )/m.test(node.value);

const isComment = (node: Html): boolean => /^<!--[\s\S]*-->\s*$/.test(node.value);

const wholeFileFence = ({ source, root }: Outline): Tree<Problem>[] => {
  const content = root.children.filter(
    (node) => node.type !== 'yaml' && node.type !== 'definition' && !(node.type === 'html' && isComment(node)),
  );
  const only = content[0];
  if (content.length !== 1 || only?.type !== 'code' || !isMarkdownFence(only)) return [];
  const { range, text } = firstLine(source, only);
  return [problem(range, 'whole-file-fence', { text })];
};

const frontMatter = ({ source, root }: Outline): Tree<Problem>[] => {
  const first = root.children[0];
  if (first?.type === 'yaml') {
    const parsed = parseDocument(first.value, { schema: 'failsafe' });
    const error = parsed.errors[0];
    if (error === undefined && (parsed.contents === null || isMap(parsed.contents))) return [];
    const { range, text } = firstLine(source, first);
    return [problem(range, 'invalid-front-matter', { text, detail: error?.message.split('\n')[0] ?? 'It is not a map of keys.' })];
  }
  const opens = /^---[ \t]*(?:\r\n|\n|\r)[A-Za-z_][\w-]*:(?:[ \t]|[\r\n])/.test(source.text);
  return opens ? [problem(lineRange(source, 1), 'unclosed-front-matter', { text: '---' })] : [];
};

const codeRanges = ({ root }: Outline): Range[] =>
  [...descend(root)].filter(({ node }) => node.type === 'code').map(({ node }) => rangeOfNode(node));

const conflictMarkers = (outline: Outline): Tree<Problem>[] => {
  const code = codeRanges(outline);
  return [...outline.source.text.matchAll(/^(?:<{7}|>{7}|\|{7})(?: .*)?$/gm)]
    .filter((match) => !code.some(({ start, end }) => match.index >= start && match.index < end))
    .map((match) => problem({ start: match.index, end: match.index + match[0].length }, 'conflict-marker', { text: match[0] }));
};

const textProblems = (source: Source): Tree<Problem>[] => {
  const nul = source.text.indexOf('\0');
  const damage = findMojibake(source.text);
  const undecodable = source.undecodableAt;
  return [
    ...(undecodable === undefined ? [] : [problem({ start: undecodable, end: undecodable + 1 }, 'invalid-utf-8', { text: '\uFFFD' })]),
    ...(nul < 0 ? [] : [problem({ start: nul, end: nul + 1 }, 'nul', { text: 'U+0000' })]),
    ...(damage === undefined
      ? []
      : [
          problem({ start: damage.index, end: damage.index + damage.text.length }, 'mojibake', {
            text: damage.text,
            count: damage.count,
            detail: `UTF-8 that was read as ${damage.encoding}.`,
          }),
        ]),
  ];
};

export const problems = reader(list(problemShape, 'Regions that cannot be read, or not be trusted.'), (outline: Outline) => [
  ...(outline.refused === undefined ? [] : [problem({ start: 0, end: 0 }, outline.refused, { text: outline.source.path })]),
  ...frontMatter(outline),
  ...wholeFileFence(outline),
  ...[...descend(outline.root)].flatMap(({ node }) => nodeProblems(outline.source, node)),
  ...conflictMarkers(outline),
  ...textProblems(outline.source),
]);
