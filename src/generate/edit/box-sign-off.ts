/** Sign-offs as boxes: the role's box is ticked, and its label says ` — @person, date, subjects, note`. */
import type { ListItem, Paragraph } from 'mdast';
import { rangeOfNode } from '../../markdown/nodes.ts';
import type { Range, Source } from '../../model/source.ts';
import { boxOf } from '../../read/item-state.ts';
import { type Entry, subjectWords } from './entry.ts';
import { firstLineEnd, itemAt, labelParagraph } from './labels.ts';
import { escapeText } from './plain-text.ts';
import { type Ground, isBy, isRole, type Recorded, trailStart } from './recorded.ts';
import { lineEndAt, lineEndingAt, lineStartAt, type Splice } from './splice.ts';

interface Box {
  readonly recorded: Recorded;
  readonly source: Source;
  readonly item: ListItem;
  readonly box: Range;
  /** From the label's first character to the end of its first line. */
  readonly label: Range;
}

const markRange = ({ text }: Source, { start }: Range): Range => ({
  start: start + 1,
  end: start + Math.max(1, text.indexOf(']', start) - start),
});

/** Writes the mark of a box: `x` or a space. */
export const markBox = (source: Source, box: Range, mark: 'x' | ' '): Splice => ({ ...markRange(source, box), text: mark });

const labelRange = (source: Source, box: Range, paragraph: Paragraph): Range => {
  const after = source.text.indexOf(']', box.start) + 1;
  return { start: after + (/^\s*/.exec(source.text.slice(after))?.[0].length ?? 0), end: firstLineEnd(source, paragraph) };
};

const boxAt = ({ outline }: Ground, recorded: Recorded): Box | undefined => {
  const { source } = outline;
  const item = itemAt(outline, recorded.range.start);
  const box = item === undefined ? undefined : boxOf(source, item);
  const paragraph = item === undefined ? undefined : labelParagraph(item);
  return item === undefined || box === undefined || paragraph === undefined
    ? undefined
    : { recorded, source, item, box, label: labelRange(source, box, paragraph) };
};

const details = ({ date, subjects, note }: Entry): string[] => [date, ...subjects.map(subjectWords), ...(note === undefined ? [] : [note])];

const joined = (words: readonly string[]): string => words.map(escapeText).join(', ');

/** Where in the label what is recorded starts, if anything is. */
const trailOf = ({ source, label }: Box): number | undefined => {
  const index = source.text.slice(label.start, label.end).search(trailStart);
  return index < 0 ? undefined : label.start + index;
};

const insert = (start: number, text: string): Splice => ({ start, end: start, text });

// One box says one thing of a person: what they said before becomes a comment, kept and no longer read.
const trailSplices = (box: Box, entry: Entry): Splice[] => {
  const { person, date } = box.recorded.signOff;
  const trail = ` — ${joined([entry.person, ...details(entry)])}`;
  const before = trailOf(box);
  if (before !== undefined && date !== undefined)
    return [{ start: before, end: before + 3, text: `${trail} <!-- ` }, insert(box.label.end, ' -->')];
  const isAssigned = person !== undefined && isBy(box.recorded, entry);
  return [insert(box.label.end, isAssigned ? ` — ${joined(details(entry))}` : trail)];
};

const fill = (box: Box, entry: Entry): Splice[] => [markBox(box.source, box.box, 'x'), ...trailSplices(box, entry)];

// Another person's approval gets a box of its own, below the first: what is recorded stays.
const addSibling = (box: Box, entry: Entry): Splice[] => {
  const { source, item, label } = box;
  const { start, end } = rangeOfNode(item);
  const prefix = source.text.slice(lineStartAt(source, start), start);
  const head = source.text.slice(start, box.box.start);
  if (!/^[ \t>]*$/.test(prefix) || /[\r\n]/.test(head)) return [];
  const role = source.text.slice(label.start, trailOf(box) ?? label.end);
  const at = lineEndAt(source, start + source.text.slice(start, end).trimEnd().length);
  return [insert(at, `${lineEndingAt(source, at)}${prefix}${head}[x] ${role} — ${joined([entry.person, ...details(entry)])}`)];
};

/** Where boxes may take an entry. */
export interface BoxWays {
  /** The role's open boxes, then the person's own, are ticked. */
  readonly own: () => Generator<Splice[]>;
  /** A box is added below another person's. */
  readonly beside: () => Generator<Splice[]>;
}

/** The ways to record an entry in the role's boxes. A box can only approve. */
export const boxWays = (ground: Ground): BoxWays => {
  const { before, entry } = ground;
  const mine = before.filter((recorded) => entry.decision === 'approved' && recorded.signOff.form === 'task' && isRole(recorded, entry));
  const boxes = mine.flatMap((recorded) => boxAt(ground, recorded) ?? []);
  const open = boxes.filter(({ recorded }) => recorded.signOff.decision === 'pending');
  return {
    *own() {
      for (const box of open) yield fill(box, entry);
      for (const box of boxes) if (!open.includes(box) && isBy(box.recorded, entry)) yield fill(box, entry);
    },
    *beside() {
      for (const box of boxes.toReversed()) if (!open.includes(box)) yield addSibling(box, entry);
    },
  };
};

/** Unticks a role's box and says who revoked it. */
export const revokeBox = (ground: Ground, recorded: Recorded): Splice[] => {
  const box = boxAt(ground, recorded);
  if (box === undefined) return [];
  const { person, date, note } = ground.entry;
  const words = joined([`revoked by ${person}`, date, ...(note === undefined ? [] : [note])]);
  return [markBox(box.source, box.box, ' '), insert(box.label.end, ` — ${words}`)];
};
