/** Tables in raw HTML: the words of their cells. They are looked at, not read. */
import { rangeOfNode } from '../markdown/nodes.ts';
import { bodyNodes, type Section } from '../markdown/outline.ts';
import type { Range, Source } from '../model/source.ts';

export interface HtmlTable {
  /** From `<table` to the end of its line. */
  readonly range: Range;
  readonly cells: readonly string[];
}

const wordsOf = (html: string): string =>
  html
    .replace(/<!--[\s\S]*?(?:-->|$)/g, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&nbsp;/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

// Empty lines end the HTML block of CommonMark, not the table.
const tableAt = (source: Source, section: Section, start: number): HtmlTable => {
  const text = source.text.slice(start, section.range.end).replace(/<!--[\s\S]*?(?:-->|$)/g, (comment) => ' '.repeat(comment.length));
  const closes = text.search(/<\/table\s*>/i);
  const table = closes < 0 ? text : text.slice(0, closes);
  const line = /^[^\r\n]*/.exec(text)?.[0].length ?? 0;
  return {
    range: { start, end: start + line },
    cells: [...table.matchAll(/<t[hd]\b[^>]*>([\s\S]*?)(?=<\/?t[hdr]\b|$)/gi)].map((match) => wordsOf(match[1] ?? '')),
  };
};

/** The tables of a section's own body that are written in HTML; what is commented out is none. */
export const htmlTables = (source: Source, section: Section): HtmlTable[] =>
  [...bodyNodes(section)].flatMap(({ node }) => {
    if (node.type !== 'html') return [];
    const { start } = rangeOfNode(node);
    const shown = node.value.replace(/<!--[\s\S]*?(?:-->|$)/g, (comment) => ' '.repeat(comment.length));
    return [...shown.matchAll(/<table\b/gi)].map((match) => tableAt(source, section, start + match.index));
  });
