/** The lines of a paragraph, each with its range: metadata stands one key a line. */
import type { Nodes } from 'mdast';
import { rangeOfNode, rawOf } from '../markdown/nodes.ts';
import type { Range, Source } from '../model/source.ts';

export interface Line {
  /** The line as written, without indentation, quote markers and hard-break marks. */
  readonly raw: string;
  readonly range: Range;
}

const trimmed = (line: string): { lead: number; raw: string } => {
  const lead = /^[ \t]*(?:>[ \t]?)*[ \t]*/.exec(line)?.[0].length ?? 0;
  return { lead, raw: line.slice(lead).replace(/(?:\\|(?<![ \t])[ \t]+)$/, '') };
};

/** The source lines of a node. */
export const linesOf = (source: Source, node: Nodes): Line[] => {
  const base = rangeOfNode(node).start;
  const text = rawOf(source, node);
  const lines: Line[] = [];
  let from = 0;
  for (const end of [
    ...[...text.matchAll(/\r\n|\n|\r/g)].map((match) => [match.index, match[0].length] as const),
    [text.length, 0] as const,
  ]) {
    const { lead, raw } = trimmed(text.slice(from, end[0]));
    const start = base + from + lead;
    lines.push({ raw, range: { start, end: start + raw.length } });
    from = end[0] + end[1];
  }
  return lines;
};
