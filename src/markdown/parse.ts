/** Text → mdast: CommonMark with GitHub Flavored Markdown and front matter. */
import type { Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Source } from '../model/source.ts';

/** Beyond this many UTF-16 units a document is refused: parsing hostile input grows faster than its size. */
export const maximumLength = 1024 * 1024;

/** Beyond this many nested containers (quotes, list markers on one line) a document is refused. */
export const maximumNesting = 40;

const processor = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter, ['yaml', 'toml']).freeze();

const emptyRoot: Root = { type: 'root', children: [] };

/** Why a source is not parsed at all. */
export type Refusal = 'too-large' | 'too-deep';

export interface Parsed {
  readonly root: Root;
  readonly refused?: Refusal;
}

// Each `>`, bullet or number that starts a line opens a container; so do four columns of indentation.
const isRule = (line: string): boolean => /^[ \t]*(?:(?:-[ \t]*)+|(?:\*[ \t]*)+)$/.test(line);

const nestingOf = (line: string): number => {
  if (isRule(line)) return 0;
  const prefix = /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))*[ \t]*/.exec(line)?.[0] ?? '';
  const markers = prefix.match(/>|[-*+]|\d+[.)]/g)?.length ?? 0;
  return markers + Math.floor((/^[ \t]*/.exec(prefix)?.[0].length ?? 0) / 4);
};

// What stands in a fence opens nothing.
const isTooDeep = (lines: readonly string[]): boolean => {
  let fence: string | undefined;
  for (const line of lines) {
    const mark = /^[ \t>]*(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence === undefined && nestingOf(line) > maximumNesting) return true;
    if (mark !== undefined) fence = fence === undefined ? mark : mark.startsWith(fence) ? undefined : fence;
  }
  return false;
};

const refusalOf = (source: Source): Refusal | undefined => {
  if (source.text.length > maximumLength) return 'too-large';
  return isTooDeep(source.text.split(/\r\n|\n|\r/)) ? 'too-deep' : undefined;
};

/** The mdast of a source. What is refused yields an empty tree and the reason; nothing throws. */
export const parse = (source: Source): Parsed => {
  const refused = refusalOf(source);
  return refused === undefined ? { root: processor.parse(source.text) } : { root: emptyRoot, refused };
};
