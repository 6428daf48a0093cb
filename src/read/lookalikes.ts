/** Look-alikes: box-like text that Markdown does not parse as a task, so that no tool would count it. */
import type { ListItem, Nodes, Text } from 'mdast';
import { descend, plain, rangeOfNode, rawOf } from '../markdown/nodes.ts';
import { bodyNodes, type Outline, type Section } from '../markdown/outline.ts';
import { at, bare, type Tree } from '../model/located.ts';
import { list, object, oneOf, type Static, string } from '../model/shape.ts';
import type { Range, Source } from '../model/source.ts';
import { boxOf } from './item-state.ts';
import { reader } from './reading.ts';

const lookalikeShape = object(
  'Box-like text that is not a task.',
  {
    box: string('The box as written.'),
    text: string('The line it stands in.'),
    where: oneOf(['item', 'line', 'table', 'html', 'heading'], 'What it stands in.'),
    looks: oneOf(['open', 'done', 'unclear'], 'What a person would take it for.'),
    section: list(string('A title.'), 'The titles above it, outermost first.'),
  },
  {},
);

export type Lookalike = Static<typeof lookalikeShape>;

type Where = Lookalike['where'];

interface Hit {
  readonly box: string;
  readonly index: number;
}

// Between the brackets: nothing, spaces of any kind, one mark, or an answer. `[CI]`, `[GA]`, `[#3]`, `[1]` are none of these.
const inner =
  '[ \\t\\u00A0\\u2000-\\u200D\\u3000\\uFEFF]*(?:[xXхХ×✓✔✅✗✘❌☑☒vVoO*/~>?!<-]{1,2}|[yYnN]|[nN]/?[aA]|[yY]es|[nN]o|YES|NO|DONE|done)?[ \\t\\u00A0\\u2000-\\u200D\\u3000\\uFEFF]*';
const opening = '(?<![\\\\!])[\\[［]';
const bracket = `${opening}(?:${inner})[\\]］]`;
// A plain box may touch its text (`[ ]text`); any other mark needs a gap, or it is a word in brackets.
const boxAtStart = new RegExp(
  `^(?:[-–—•·▪◦‣*+][ \\t]*|\\d{1,3}[.)][ \\t]*)?(${opening}[ \\t]*[xX]?[ \\t]*[\\]］](?![(\\[:])|${bracket}(?=\\s|$))`,
);
const boxAtEnd = new RegExp(`(?:^|\\s)(${opening}[ \\t\\u00A0]*[xX]?[ \\t\\u00A0]*[\\]］])\\s*$`);
const openGlyph = /[☐⬜◻🔲□▢❏❑]/u;
const glyphAtStart = /^(?:[-–—•·▪◦‣*+][ \t]*)?([☐⬜◻🔲□▢❏❑]|\( \)(?=\s))/u;

const looksOf = (box: string): Lookalike['looks'] => {
  const mark = box.replace(/[()[\]［］\s\u00A0\u2000-\u200D\u3000\uFEFF]/g, '');
  if (mark === '' || openGlyph.test(mark)) return 'open';
  return /^(?:[xXхХ×✓✔✅☑vVoO*yY]{1,2}|yes|done)$/i.test(mark) ? 'done' : 'unclear';
};

const hitAt = (match: RegExpExecArray | null): Hit | undefined =>
  match === null ? undefined : { box: match[1] ?? '', index: match.index + match[0].indexOf(match[1] ?? '') };

const startHit = (line: string): Hit | undefined => hitAt(boxAtStart.exec(line)) ?? hitAt(glyphAtStart.exec(line));

const isLeafText = (node: Nodes): node is Text => node.type === 'text';

interface Leaf {
  readonly range: Range;
  readonly raw: string;
  /** Nothing visible precedes it in its block. */
  readonly first: boolean;
  readonly last: boolean;
}

// Text nodes of one block; formatting around them does not matter, code and links are not text.
const leavesOf = (source: Source, block: Nodes): Leaf[] => {
  const visible = [...descend(block)].filter(
    ({ node, ancestors }) =>
      (isLeafText(node) || node.type === 'inlineCode' || node.type === 'image') &&
      !ancestors.some(({ type }) => type === 'link' || type === 'linkReference'),
  );
  const all = [...descend(block)].filter(
    ({ node }) => isLeafText(node) || ['inlineCode', 'image', 'link', 'linkReference', 'imageReference'].includes(node.type),
  );
  return visible.flatMap(({ node }) =>
    isLeafText(node)
      ? [{ range: rangeOfNode(node), raw: rawOf(source, node), first: all[0]?.node === node, last: all.at(-1)?.node === node }]
      : [],
  );
};

const linesIn = (leaf: Leaf): { text: string; offset: number; first: boolean; last: boolean }[] => {
  const parts = leaf.raw.split(/\r\n|\n|\r/);
  let from = 0;
  return parts.map((part, index) => {
    const offset = leaf.raw.indexOf(part, from);
    from = offset + part.length;
    const lead = /^[ \t>]*/.exec(part)?.[0].length ?? 0;
    return {
      text: part.slice(lead),
      offset: leaf.range.start + offset + lead,
      first: index > 0 || leaf.first,
      last: index < parts.length - 1 || leaf.last,
    };
  });
};

interface Context {
  readonly source: Source;
  readonly section: Section;
}

interface Spot {
  readonly where: Where;
  readonly start: number;
  readonly box: string;
}

const lookalike = ({ source, section }: Context, { where, start, box }: Spot): Tree<Lookalike> => {
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
}

const blockHits = (context: Context, { node, where, isTask }: Block): Tree<Lookalike>[] =>
  leavesOf(context.source, node).flatMap((leaf) =>
    linesIn(leaf).flatMap(({ text, offset, first, last }, index) => {
      const ownLine = index > 0 || !isTask;
      const start = first && ownLine ? startHit(text) : undefined;
      const hit = start ?? (where === 'item' && last && ownLine ? hitAt(boxAtEnd.exec(text)) : undefined);
      return hit === undefined ? [] : [lookalike(context, { where, start: offset + hit.index, box: hit.box })];
    }),
  );

const headingHits = (context: Context): Tree<Lookalike>[] => {
  const { heading } = context.section;
  const found = heading === undefined ? null : /[☐⬜◻🔲□▢❏❑]|(?<!\\)\[ \](?![([])/u.exec(rawOf(context.source, heading));
  return heading === undefined || found === null
    ? []
    : [lookalike(context, { where: 'heading', start: rangeOfNode(heading).start + found.index, box: found[0] })];
};

const boxesIn = (text: string): number => text.match(/[☐□⬜◻🔲▢❏❑☑☒✅]|\[[ xX]\]/gu)?.length ?? 0;

// A ticked cell is plain to read, and a choice of several is a blank; one open box is work that no task counts.
const cellHits = (context: Context, cell: Nodes): Tree<Lookalike>[] =>
  boxesIn(plain(cell)) > 1
    ? []
    : blockHits(context, { node: cell, where: 'table', isTask: false }).filter((hit) => bare(bare(hit).looks) !== 'done');

const htmlBox = /<input\b[^>]*type\s*=\s*["']?checkbox[^>]*>|(?<=^|[\r\n>])[ \t]*(?:(?:[-*+]|\d+[.)])[ \t]+)?(\[[ xX]\])(?=\s)/gi;

const htmlHits = (context: Context, node: Nodes): Tree<Lookalike>[] => {
  const raw = rawOf(context.source, node).replace(/<!--[\s\S]*?(?:-->|$)/g, (comment) => ' '.repeat(comment.length));
  return [...raw.matchAll(htmlBox)].map((match) => {
    const box = match[1] ?? match[0];
    const start = rangeOfNode(node).start + match.index + match[0].indexOf(box);
    const found = lookalike(context, { where: 'html', start, box });
    return match[1] === undefined
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

const paragraphHits = (context: Context, node: Nodes, ancestors: readonly Nodes[]): Tree<Lookalike>[] => {
  const parent = ancestors.at(-1);
  const item = parent?.type === 'listItem' ? (parent as ListItem) : undefined;
  const opens = item?.children[0] === node;
  const isTask = item !== undefined && opens && boxOf(context.source, item) !== undefined;
  return blockHits(context, { node, where: item === undefined ? 'line' : 'item', isTask });
};

const hitsOf = (context: Context): Tree<Lookalike>[] => {
  const hits = headingHits(context);
  for (const { node, ancestors } of bodyNodes(context.section)) {
    if (node.type === 'paragraph') hits.push(...paragraphHits(context, node, ancestors));
    else if (node.type === 'tableCell') hits.push(...cellHits(context, node));
    else if (node.type === 'html') hits.push(...htmlHits(context, node));
  }
  return hits;
};

export const lookalikes = reader(
  list(lookalikeShape, 'Box-like text that Markdown does not parse as a task.'),
  ({ source, sections }: Outline) => sections.flatMap((section) => hitsOf({ source, section })),
);
