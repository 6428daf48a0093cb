/** Waivers: comments `<!-- docgate-waive policy/rule: reason="…" owner=@who expires=YYYY-MM-DD -->` and the lines they cover. */
import type { Html, ListItem, Nodes } from 'mdast';
import { childrenOf, descend, rangeOfNode, rawOf } from '../markdown/nodes.ts';
import type { Outline } from '../markdown/outline.ts';
import { at, type Tree } from '../model/located.ts';
import { type Waiver, waiverShape } from '../model/parts/waiver.ts';
import { list } from '../model/shape.ts';
import { lineText, pointAt, type Range, type Source } from '../model/source.ts';
import { reader } from './reading.ts';

const keys = ['reason', 'owner', 'expires', 'item'] as const;

type Key = (typeof keys)[number];

/** What is absent is left out; what is not understood stands in `unknown`. */
type WaiverParts = { readonly [K in Key | 'rule']?: string } & { readonly unknown?: readonly string[] };

// `\"` and `\\` inside quotes stand for the character.
const token = /([A-Za-z][\w-]*)\s*=\s*(?:"((?:[^"\\]|\\[\s\S])*)"|([^\s"]+))(?=\s|$)|(\S+)/g;

const isKey = (name: string): name is Key => (keys as readonly string[]).includes(name);

const unquote = (text: string): string =>
  text
    .replace(/\\([\s\S])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();

const pairsOf = (text: string): { parts: Partial<Record<Key, string>>; unknown: string[] } => {
  const parts: Partial<Record<Key, string>> = {};
  const unknown: string[] = [];
  for (const [whole, key, quoted, bare] of text.matchAll(token)) {
    if (key === undefined || !isKey(key) || parts[key] !== undefined) unknown.push(whole);
    else parts[key] = quoted === undefined ? (bare ?? '') : unquote(quoted);
  }
  return { parts, unknown };
};

/** The parts of a comment that is a waiver or means to be one; undefined for any other. */
const waiverParts = (comment: string): WaiverParts | undefined => {
  const inner = comment.slice('<!--'.length, -'-->'.length).trim();
  const word = /^docgate[-_ ]?waive[\w-]*/i.exec(inner)?.[0];
  if (word === undefined) return undefined;
  const rest = inner.slice(word.length);
  const head = /^\s+([^\s:="]+)\s*:(?=\s|$)/.exec(rest);
  const { parts, unknown } = pairsOf(rest.slice(head?.[0].length ?? 0));
  const odd = word === 'docgate-waive' ? unknown : [word, ...unknown];
  return { ...(head?.[1] !== undefined && { rule: head[1] }), ...parts, ...(odd.length > 0 && { unknown: odd }) };
};

interface Spot {
  readonly source: Source;
  readonly node: Html;
  readonly ancestors: readonly Nodes[];
  /** Of the comment. */
  readonly range: Range;
}

type Lines = Pick<Waiver, 'from' | 'to'>;

const lineAt = (source: Source, offset: number): number => pointAt(source, offset).line;

const ownLines = ({ source, range }: Spot): Lines => ({ from: lineAt(source, range.start), to: lineAt(source, range.end) });

const isAlone = (spot: Spot): boolean => {
  const { from, to } = ownLines(spot);
  const lines = Array.from({ length: to - from + 1 }, (_, index) => lineText(spot.source, from + index)).join('\n');
  return /^[ \t>]*$/.test(lines.replace(/<!--[\s\S]*?-->/g, ''));
};

// Formatters part a comment from what follows; several waivers may stand above one line.
const nextLine = ({ source, range }: Spot): number => {
  const gap = /^(?:[ \t>]*(?:\r\n|\n|\r)|[ \t>]*<!--[\s\S]*?-->)*[ \t>]*/.exec(source.text.slice(range.end))?.[0].length ?? 0;
  return lineAt(source, Math.min(source.text.length, range.end + gap));
};

// The item's own words: up to the first list nested in it.
const itemLines = (source: Source, item: ListItem): Lines => {
  const nested = item.children.findIndex(({ type }) => type === 'list');
  const last = item.children[nested < 0 ? item.children.length - 1 : nested - 1];
  return { from: lineAt(source, rangeOfNode(item).start), to: lineAt(source, rangeOfNode(last ?? item).end) };
};

const precedesList = ({ node, ancestors }: Spot): boolean => {
  const siblings = childrenOf(ancestors.at(-1) ?? node);
  return siblings.slice(siblings.indexOf(node) + 1).find(({ type }) => type !== 'html')?.type === 'list';
};

// Alone on its line it speaks of what follows, unless it ends a list item: then, as anywhere else in an item, of that item.
const linesOf = (spot: Spot): Lines => {
  const item = spot.ancestors.findLast((node): node is ListItem => node.type === 'listItem');
  const alone = isAlone(spot);
  if (item !== undefined && !(alone && precedesList(spot))) return itemLines(spot.source, item);
  return alone ? { from: ownLines(spot).from, to: nextLine(spot) } : ownLines(spot);
};

const waiverAt = (spot: Spot): Tree<Waiver>[] => {
  const raw = spot.source.text.slice(spot.range.start, spot.range.end);
  const quoted = spot.ancestors.some(({ type }) => type === 'blockquote');
  const parts = waiverParts(quoted ? raw.replace(/^[ \t]*(?:>[ \t]?)+/gm, '') : raw);
  return parts === undefined ? [] : [at(spot.range, { raw: raw.replace(/\s+/g, ' '), ...linesOf(spot), ...parts })];
};

// What stands in these elements is shown or run, not a comment of the document.
const comments = /<!--[\s\S]*?-->|<(pre|code|script|style|textarea)\b[\s\S]*?(?:<\/\1>|$)/gi;

const nodeWaivers = (source: Source, node: Html, ancestors: readonly Nodes[]): Tree<Waiver>[] => {
  const { start } = rangeOfNode(node);
  return [...rawOf(source, node).matchAll(comments)]
    .filter(([found]) => found.startsWith('<!--'))
    .flatMap((found) =>
      waiverAt({ source, node, ancestors, range: { start: start + found.index, end: start + found.index + found[0].length } }),
    );
};

/** Comments inside code are text, hence no waivers. */
export const waivers = reader(list(waiverShape, 'Comments that excuse findings, well-formed or not.'), ({ source, sections }: Outline) =>
  sections.flatMap((section) =>
    [...(section.heading === undefined ? [] : [section.heading]), ...section.body].flatMap((block) =>
      [...descend(block)].flatMap(({ node, ancestors }) => (node.type === 'html' ? nodeWaivers(source, node, ancestors) : [])),
    ),
  ),
);
