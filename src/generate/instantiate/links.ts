/** Relative links of a file that moves to another folder, led to where they led before. */
import { posix } from 'node:path';
import type { Definition, Image, Link } from 'mdast';
import { descend, rangeOfNode } from '../../markdown/nodes.ts';
import { outlineOf } from '../../markdown/outline.ts';
import type { Range, Source } from '../../model/source.ts';
import { targetOf } from '../../read/links.ts';
import type { Splice } from '../edit/splice.ts';

type Linking = Definition | Image | Link;

/** A link to a file of the tree. */
interface PlacedLink {
  /** The target as CommonMark reads it: escapes and character references are resolved. */
  readonly url: string;
  /** Where the target stands in the text, without angle brackets. */
  readonly range: Range;
  /** The file or folder, from the root. */
  readonly path: string;
}

// White space, and the marks of a quotation that goes on in the next line.
const gap = '[\\s>]';
const title = `"(?:\\\\.|[^"\\\\])*"|'(?:\\\\.|[^'\\\\])*'|\\((?:\\\\.|[^()\\\\])*\\)`;
const target = '<(?<angled>(?:\\\\.|[^<>\\\\\\n])*)>|(?<bare>[^\\s<](?:\\\\.|[^\\s\\\\])*?)';
const inlineEnd = new RegExp(`^\\]\\(${gap}*(?:${target})(?:${gap}+(?:${title}))?${gap}*\\)$`, 'ds');
const wholeDefinition = new RegExp(`^\\[(?:\\\\.|[^\\]\\\\])*\\]:${gap}*(?:${target})(?:${gap}+(?:${title}))?$`, 'ds');

const unescaped = (raw: string): string => raw.replace(/\\([!-/:-@[-`{-~])/g, '$1');

// A character reference has more than one spelling; where the target stands is told by the pattern then.
const isWritten = (raw: string, url: string): boolean => unescaped(raw) === url || raw.includes('&');

const rangeIn = (text: string, pattern: RegExp, { url, from }: { readonly url: string; readonly from: number }): Range | undefined => {
  const found = pattern.exec(text)?.indices?.groups;
  const [start, end] = found?.['angled'] ?? found?.['bare'] ?? [0, 0];
  return end > start && isWritten(text.slice(start, end), url) ? { start: from + start, end: from + end } : undefined;
};

// A link's text ends with its last child; that of an image has none, and may hold brackets.
const textEnd = (node: Image | Link): number => {
  const last = node.type === 'link' ? node.children.at(-1) : undefined;
  return last === undefined ? rangeOfNode(node).start : rangeOfNode(last).end;
};

const targetRange = ({ text }: Source, node: Linking): Range | undefined => {
  const { start, end } = rangeOfNode(node);
  if (node.type === 'definition') return rangeIn(text.slice(start, end), wholeDefinition, { url: node.url, from: start });
  for (let at = text.indexOf('](', textEnd(node)); at >= 0 && at < end; at = text.indexOf('](', at + 1)) {
    const range = rangeIn(text.slice(at, end), inlineEnd, { url: node.url, from: at });
    if (range !== undefined) return range;
  }
  return undefined;
};

const pathOf = (url: string, from: string): string | undefined => {
  const { target: kind, path } = targetOf(url);
  if (kind !== 'file' || path === undefined || path.startsWith('/')) return undefined;
  const normal = posix.join(posix.dirname(from), path).replace(/(?<=.)\/+$/, '');
  return normal === '..' || normal.startsWith('../') ? undefined : normal;
};

// In a part of a file a link to a heading leads to the whole.
const placedLinks = (source: Source, from: string, part = false): PlacedLink[] =>
  [...descend(outlineOf(source).root)].flatMap(({ node }) => {
    if (node.type !== 'link' && node.type !== 'image' && node.type !== 'definition') return [];
    const path = part && node.url.startsWith('#') ? posix.normalize(from) : pathOf(node.url, from);
    const range = path === undefined ? undefined : targetRange(source, node);
    return path === undefined || range === undefined ? [] : [{ url: node.url, range, path }];
  });

// Neither Markdown nor a URL reads anything into what is left.
const encoded = (folders: string): string =>
  folders.replace(/[^\p{L}\p{N}\p{M}\w./@+~-]/gu, (one) =>
    /[!'()*]/.test(one) ? `%${one.charCodeAt(0).toString(16).toUpperCase()}` : encodeURIComponent(one),
  );

// Folders that are spelled plainly are worked out anew; the rest is kept as it is spelled.
const movedStart = (url: string, from: string, to: string): { readonly length: number; readonly text: string } => {
  if (url.startsWith('#')) return { length: 0, text: encoded(posix.relative(posix.dirname(to), from)) };
  const length = /^(?:[\w.-]+\/+)*/.exec(url)?.[0].length ?? 0;
  const folder = posix.join('/', posix.dirname(from), url.slice(0, length));
  const way = posix.relative(posix.join('/', posix.dirname(to)), folder);
  if (way !== '') return { length, text: `${encoded(way)}/` };
  return { length, text: /^[\w.-]+(?:[?#]|$)/.test(url.slice(length)) ? '' : './' };
};

/** The paths, from the root, that relative links of a source lead to when it stands at `from`, or is a part of what stands there. */
export const linkedPaths = (source: Source, from: string, part = false): string[] => [
  ...new Set(placedLinks(source, from, part).map(({ path }) => path)),
];

export interface Move {
  readonly to: string;
  readonly exists: (path: string) => boolean;
  /** Only a part of the file moves: what links to its headings leads back to the file. */
  readonly part?: boolean;
}

/**
 * Leads the relative links, images and definitions of a text that moves from one path to another (both from the root) to where
 * they led before. Only the folders of a target change. A link whose target does not exist stays as it is, and so does one that
 * could not be spelled from the new folder.
 */
export const relinked = (source: Source, from: string, { to, exists, part = false }: Move): Splice[] => {
  if (posix.normalize(to).startsWith('../')) return [];
  const stays = posix.dirname(posix.normalize(from)) === posix.dirname(posix.normalize(to));
  return placedLinks(source, from, part).flatMap(({ url, range, path }) => {
    if (stays && !url.startsWith('#')) return [];
    const { length, text } = movedStart(url, from, to);
    if (!exists(path) || pathOf(`${text}${url.slice(length)}`, to) !== path || text === url.slice(0, length)) return [];
    return [{ start: range.start, end: range.start + length, text }];
  });
};
