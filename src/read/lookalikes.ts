/** Look-alikes: box-like text that Markdown does not parse as a task, so that no tool would count it. */
import type { ListItem, Nodes, Table } from 'mdast';
import { plain, rangeOfNode, rawOf } from '../markdown/nodes.ts';
import { bodyNodes, type Outline, type Section } from '../markdown/outline.ts';
import { at, bare, type Located, rangeOf } from '../model/located.ts';
import { type Lookalike, lookalikeShape } from '../model/parts/lookalike.ts';
import { list } from '../model/shape.ts';
import type { Range, Source } from '../model/source.ts';
import { endHit, type Hit, hitsWithin, looksOf, startHit } from './boxes.ts';
import { choicesOf } from './choices.ts';
import { openBoxes, openEntities, tickedBoxes } from './glyphs.ts';
import { boxOf, markOf } from './item-state.ts';
import { readMarked } from './marked.ts';
import { reader } from './reading.ts';
import { openSignOffRanges } from './sign-offs.ts';
import { isLegendHeader } from './tables.ts';
import { type TextLine, textLinesOf } from './text-lines.ts';

type Where = Lookalike['where'];

interface Context {
  readonly source: Source;
  readonly section: Section;
}

interface Spot {
  readonly where: Where;
  readonly start: number;
  readonly box: string;
}

const lookalike = ({ source, section }: Context, { where, start, box }: Spot): Located<Lookalike> => {
  const lineEnd = source.text.slice(start).search(/[\r\n]/);
  const line = source.text.slice(start, lineEnd < 0 ? undefined : start + lineEnd);
  return at(
    { start, end: start + box.length },
    { box, text: line.slice(0, 120).trim(), where, looks: looksOf(box), section: section.path },
  );
};

interface Block {
  readonly node: Nodes;
  readonly where: Where;
  /** Its first line holds a box that Markdown reads. */
  readonly isTask: boolean;
  /** That box is ticked. */
  readonly isDone: boolean;
}

// In a line of its own a box starts or ends it; behind a ticked box, any open one is work that the tick hides.
const lineHits = ({ text, first, last }: TextLine, { where, isTask, isDone }: Block & { readonly isTask: boolean }): Hit[] => {
  if (isTask) return isDone ? hitsWithin(text) : [];
  const start = first ? startHit(text) : undefined;
  const hit = start ?? (last && where !== 'table' ? endHit(text, where === 'item') : undefined);
  return hit === undefined ? [] : [hit];
};

const blockHits = (context: Context, block: Block): Located<Lookalike>[] =>
  textLinesOf(context.source, block.node).flatMap((line) =>
    lineHits(line, { ...block, isTask: block.isTask && line.index === 0 }).map(({ box, index: at }) =>
      lookalike(context, { where: block.where, start: line.offset + at, box }),
    ),
  );

const boxInHeading = new RegExp(`[${openBoxes}]|(?<!\\\\)\\[ \\](?![([])`, 'u');

const headingHits = (context: Context): Located<Lookalike>[] => {
  const { heading } = context.section;
  const found = heading === undefined ? null : boxInHeading.exec(rawOf(context.source, heading));
  return heading === undefined || found === null
    ? []
    : [lookalike(context, { where: 'heading', start: rangeOfNode(heading).start + found.index, box: found[0] })];
};

const anyBox = new RegExp(`[${openBoxes}${tickedBoxes}]|\\[[ xX]\\]`, 'gu');

const boxesIn = (text: string): number => text.match(anyBox)?.length ?? 0;

// A ticked cell is plain to read, and a choice of several is a blank; one open box is work that no task counts.
const cellHits = (context: Context, cell: Nodes): Located<Lookalike>[] =>
  boxesIn(plain(cell)) > 1
    ? []
    : blockHits(context, { node: cell, where: 'table', isTask: false, isDone: false }).filter((hit) => bare(bare(hit).looks) !== 'done');

const htmlBox = new RegExp(
  [
    '<input\\b(?=[^<>]*\\btype\\s*=\\s*["\']?checkbox)[^<>]*>',
    '(?<=^|[\\r\\n>])[ \\t]*(?:(?:[-*+]|\\d+[.)])[ \\t]+)?(\\[[ xX]\\])(?=[\\s<]|$)',
    `([${openBoxes}]|${openEntities})`,
  ].join('|'),
  'giu',
);

const htmlHits = (context: Context, node: Nodes): Located<Lookalike>[] => {
  const raw = rawOf(context.source, node).replace(/<!--[\s\S]*?(?:-->|$)/g, (comment) => ' '.repeat(comment.length));
  return [...raw.matchAll(htmlBox)].map((match) => {
    const box = match[1] ?? match[2] ?? match[0];
    const start = rangeOfNode(node).start + match.index + match[0].indexOf(box);
    const found = lookalike(context, { where: 'html', start, box });
    return match[1] === undefined && match[2] === undefined
      ? at(
          { start, end: start + box.length },
          {
            box,
            text: box,
            where: 'html' as const,
            looks: /\bchecked\b/i.test(box) ? ('done' as const) : ('open' as const),
            section: context.section.path,
          },
        )
      : found;
  });
};

const paragraphHits = (context: Context, node: Nodes, ancestors: readonly Nodes[]): Located<Lookalike>[] => {
  const parent = ancestors.at(-1);
  const item = parent?.type === 'listItem' ? (parent as ListItem) : undefined;
  const opens = item?.children[0] === node;
  const isTask = item !== undefined && opens && boxOf(context.source, item) !== undefined;
  const isDone = isTask && markOf(context.source, item).state === 'done';
  return blockHits(context, { node, where: item === undefined ? 'line' : 'item', isTask, isDone });
};

const isLegend = ({ children: [header] }: Table): boolean => isLegendHeader((header?.children ?? []).map((cell) => plain(cell)));

const hitsOf = (context: Context): Located<Lookalike>[] => {
  const hits = headingHits(context);
  for (const { node, ancestors } of bodyNodes(context.section)) {
    if (ancestors.some((ancestor) => ancestor.type === 'table' && isLegend(ancestor))) continue;
    if (node.type === 'paragraph') hits.push(...paragraphHits(context, node, ancestors));
    else if (node.type === 'tableCell') hits.push(...cellHits(context, node));
    else if (node.type === 'html') hits.push(...htmlHits(context, node));
  }
  return hits;
};

// A choice in running text is told as such; a box in a row that is read as an item says so.
const allHits = (outline: Outline): Located<Lookalike>[] => {
  const { source, sections } = outline;
  const chosen = new Set(
    sections.flatMap((section) => choicesOf(source, section).flatMap((one) => one.alternatives.map(({ box }) => box.start))),
  );
  const told = new Set(readMarked(outline).map((one) => rangeOf(one).start));
  const open = openSignOffRanges(outline);
  const isTold = ({ start }: Range): boolean => told.has(start) || open.some((row) => row.start <= start && start < row.end);
  return sections
    .flatMap((section) => hitsOf({ source, section }))
    .filter((hit) => !chosen.has(rangeOf(hit).start))
    .map((hit) => (isTold(rangeOf(hit)) ? at(rangeOf(hit), { ...bare(hit), marked: true }) : hit));
};

export const lookalikes = reader(list(lookalikeShape, 'Box-like text that Markdown does not parse as a task.'), allHits);
