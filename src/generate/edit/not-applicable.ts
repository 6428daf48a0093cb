/** Items that do not apply: the words behind a label that say so, in the forms that the reader knows. */
import type { Paragraph } from 'mdast';
import { rangeOfNode } from '../../markdown/nodes.ts';
import type { Range, Source } from '../../model/source.ts';
import { labelEnd } from './labels.ts';
import { escapeText } from './plain-text.ts';
import type { Splice } from './splice.ts';

interface Marking {
  readonly box: Range;
  readonly reason: string;
}

const insert = (start: number, text: string): Splice => ({ start, end: start, text });

// The reader takes `Evidence: …` off a label before it looks for the mark.
const markEnd = (source: Source, paragraph: Paragraph): number => {
  const { start } = rangeOfNode(paragraph);
  const end = labelEnd(source, paragraph);
  const evidence = /\s+\**Evidence\**\s*:\s/.exec(source.text.slice(start, end));
  return evidence === null ? end : start + evidence.index;
};

/** `- [x] text (N/A: reason)`; a reason with brackets goes behind a dash, and at last before the text. */
export function* notApplicableWays(source: Source, paragraph: Paragraph, { box, reason }: Marking): Generator<Splice> {
  const text = escapeText(reason);
  const end = markEnd(source, paragraph);
  if (!text.includes(')')) yield insert(end, ` (N/A: ${text})`);
  yield insert(end, ` — N/A: ${text}`);
  const start = source.text.indexOf(']', box.start) + 1;
  yield insert(start, ` (N/A: ${text})`);
}

const trailingMark =
  /\s*(?:\(\s*(?:n\/?a|not applicable)\s*(?:[:,–—-][^)]*)?\)|(?:–|—|--| -)\s*(?:n\/a|not applicable)\s*(?:[:,–—-].*)?)\s*\.?$/i;

/** Takes the words off again. */
export const withoutMark = (source: Source, paragraph: Paragraph): Splice[] => {
  const { start } = rangeOfNode(paragraph);
  const end = markEnd(source, paragraph);
  const found = trailingMark.exec(source.text.slice(start, end));
  return found === null ? [] : [{ start: start + found.index, end, text: '' }];
};
