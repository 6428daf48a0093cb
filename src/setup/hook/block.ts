/** The block of lines that docgate adds to a file of somebody else: marked, so that exactly these lines can be taken away again. */
import { createHash } from 'node:crypto';

/** How a block stands in its file. */
export interface BlockStyle {
  /** The file holds nothing else and goes with it. */
  readonly newFile?: boolean;
  /** The block was put behind an opening bracket, in the middle of a line. */
  readonly inline?: boolean;
}

export interface Block extends BlockStyle {
  /** UTF-16 offsets of what was inserted. */
  readonly start: number;
  readonly end: number;
  /** Whether the lines are still those that docgate wrote; their indentation does not matter. */
  readonly intact: boolean;
  /** The lines between the marks. */
  readonly lines: readonly string[];
}

const digestOf = (lines: readonly string[]): string =>
  createHash('sha256')
    .update(lines.map((line) => line.trim()).join('\n'))
    .digest('hex')
    .slice(0, 12);

/** The lines of a block, marks included. */
export const blockLines = (lines: readonly string[], { newFile, inline }: BlockStyle = {}): readonly string[] => [
  `# docgate hook: begin, ${newFile ? 'new file, ' : ''}${inline ? 'inline, ' : ''}digest ${digestOf(lines)}`,
  ...lines,
  '# docgate hook: end',
];

const pattern =
  /^(?<indent>[ \t]*)# docgate hook: begin, (?<newFile>new file, )?(?<inline>inline, )?digest (?<digest>[0-9a-f]{12})\r?\n(?<body>(?:.*\r?\n)*?)[ \t]*# docgate hook: end(?=\r?$)/gm;

// Inline: from the line break behind the bracket to the indentation before what stood there. Else whole lines; without a
// final newline the break before the block is the one that came with it.
const spanOf = (text: string, [from, to]: readonly [number, number], indent: string | undefined): [number, number] => {
  const before = /\r?\n$/.exec(text.slice(0, from))?.[0].length ?? 0;
  const after = /^\r?\n/.exec(text.slice(to))?.[0].length ?? 0;
  if (indent !== undefined) return [from - before, to + after + (text.startsWith(indent, to + after) ? indent.length : 0)];
  return after === 0 ? [from - before, to] : [from, to + after];
};

/** The blocks in a text. */
export const findBlocks = (text: string): readonly Block[] =>
  [...text.matchAll(pattern)].map((match) => {
    const { indent = '', newFile, inline, digest, body = '' } = match.groups ?? {};
    const lines = body.split(/\r?\n/).slice(0, -1);
    const [start, end] = spanOf(text, [match.index, match.index + match[0].length], inline && indent);
    return {
      start,
      end,
      lines: lines.map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line)),
      intact: digestOf(lines) === digest,
      ...(newFile && { newFile: true }),
      ...(inline && { inline: true }),
    };
  });
