/** A block in a file: put in, replaced when an older docgate wrote it, taken away again. */
import { lineEndingAt, type Splice } from '../../generate/edit/splice.ts';
import type { Artifact } from '../../model/artifact.ts';
import type { Source } from '../../model/source.ts';
import { UsageError } from '../../model/usage-error.ts';
import { type Block, blockLines, findBlocks } from './block.ts';

/** Lines of their own at an offset where a line starts, or at the end. */
export const insertedLines = (source: Source, at: number, lines: readonly string[]): Splice => {
  const eol = lineEndingAt(source, at);
  const text = lines.join(eol);
  const atLineStart = at === 0 || source.text[at - 1] === '\n';
  return { start: at, end: at, text: atLineStart ? text + eol : eol + text };
};

/** A new file that holds nothing but a block. */
export const newBlockFile = (path: string, lines: readonly string[], mode?: number): Artifact => ({
  path,
  before: undefined,
  text: `${blockLines(lines, { newFile: true }).join('\n')}\n`,
  ...(mode !== undefined && { mode }),
});

const changedByHand = (path: string): UsageError =>
  new UsageError(`${path}: The lines of docgate's hook were changed by hand, so they are left as they are. Take them out by hand.`);

/** The one block of a file. A UsageError when it is not as docgate wrote it, or when there are several. */
export const onlyBlock = (path: string, text: string): Block | undefined => {
  const blocks = findBlocks(text);
  const marked = text.split('# docgate hook: begin').length - 1;
  const [block] = blocks;
  if (marked > blocks.length || blocks.length > 1 || block?.intact === false) throw changedByHand(path);
  return block;
};

/** The file without its block, or gone when the block is all there was; undefined where there is no block. */
export const withoutBlock = (path: string, before: string | undefined): Artifact | undefined => {
  const block = before === undefined ? undefined : onlyBlock(path, before);
  if (before === undefined || block === undefined) return undefined;
  const text = before.slice(0, block.start) + before.slice(block.end);
  return { path, before, text: block.newFile === true && text.trim() === '' ? undefined : text };
};
