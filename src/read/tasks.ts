/** Tasks: every check-list item at any depth, with the state its author gave it. */
import type { ListItem, Nodes, Paragraph } from 'mdast';
import { descend, ownBlocks, plain, rangeOfNode, rawOf } from '../markdown/nodes.ts';
import { bodyNodes, type Outline, type Section } from '../markdown/outline.ts';
import { at, type Tree } from '../model/located.ts';
import { type Task, taskShape } from '../model/parts/task.ts';
import { list } from '../model/shape.ts';
import type { Range, Source } from '../model/source.ts';
import { itemDetails } from './item-details.ts';
import { boxOf, type Mark, markOf } from './item-state.ts';
import { reader } from './reading.ts';
import { roleOf } from './role.ts';
import { bareTitle, isSignOffSection } from './section-names.ts';
import { choiceLists, openChoice, settledMark } from './task-choices.ts';

interface Found {
  readonly item: ListItem;
  readonly section: Section;
  readonly box: Range;
  readonly mark: Mark;
  readonly quoted: boolean;
  readonly parent: number | undefined;
  readonly depth: number;
  /** The list that holds the item. */
  readonly list: Nodes | undefined;
}

const isTriggerTitle = (title: string): boolean =>
  /\bwhen to (?:rollback|roll back|hotfix|abort)\b|\b(?:rollback|roll-back|abort|halt|escalation) (?:triggers?|criteria|conditions?)\b/i.test(
    title,
  );

const isTriggerLead = (text: string): boolean =>
  /^(?:immediate(?:ly)? )?(?:roll[- ]?back|abort|halt|hotfix)\b.*\b(?:if|when)\b.*:$/i.test(text);

const findAll = (source: Source, section: Section, before: number): Found[] => {
  const found: Found[] = [];
  const indexes = new Map<Nodes, number>();
  for (const { node, ancestors } of bodyNodes(section)) {
    if (node.type !== 'listItem') continue;
    const box = boxOf(source, node);
    if (box === undefined) continue;
    const parents = ancestors.map((ancestor) => indexes.get(ancestor)).filter((index) => index !== undefined);
    indexes.set(node, before + found.length);
    found.push({
      item: node,
      section,
      box,
      mark: markOf(source, node),
      quoted: ancestors.some(({ type }) => type === 'blockquote'),
      parent: parents.at(-1),
      depth: parents.length,
      list: ancestors.at(-1),
    });
  }
  return found;
};

const paragraphsOf = (section: Section): readonly Paragraph[] =>
  section.memo(paragraphsOf, () => section.body.filter((node) => node.type === 'paragraph'));

// The last paragraph before an item, found by halving: a section may hold thousands of both.
const leadOf = (section: Section, item: ListItem): string => {
  const [{ start }, paragraphs] = [rangeOfNode(item), paragraphsOf(section)];
  let [from, to] = [0, paragraphs.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (rangeOfNode(paragraphs[middle] as Paragraph).end <= start) from = middle + 1;
    else to = middle;
  }
  return from === 0 ? '' : plain(paragraphs[from - 1] as Paragraph);
};

// The title of the document says what it is about, not what its items are.
const isTrigger = ({ section, item }: Found): boolean =>
  section.path.slice(section.depth === section.path.length ? 1 : 0).some(isTriggerTitle) || isTriggerLead(leadOf(section, item));

const isOptionalSection = ({ title }: Section): boolean => /^(?:optional\b|nice to have)|\(optional\)$/i.test(bareTitle(title));

const openBelow = (all: readonly Found[], states: readonly Mark['state'][]): number[] => {
  const counts = all.map(() => 0);
  for (const [index, found] of all.entries()) {
    if (states[index] !== 'open') continue;
    for (let above = found.parent; above !== undefined; above = all[above]?.parent) counts[above] = (counts[above] ?? 0) + 1;
  }
  return counts;
};

const idOf = (source: Source, item: ListItem): string | undefined => {
  const comments = ownBlocks(item).flatMap((block) =>
    [...descend(block)].filter(({ node }) => node.type === 'html').map(({ node }) => rawOf(source, node)),
  );
  return comments.map((raw) => /^<!--\s*id:\s*([\w.-]+)\s*-->$/.exec(raw)?.[1]).find((id) => id !== undefined);
};

const itemRange = (source: Source, item: ListItem): Range => {
  const own = ownBlocks(item).at(-1);
  const { start, end } = rangeOfNode(item);
  return { start, end: own === undefined ? Math.min(end, source.text.length) : rangeOfNode(own).end };
};

/** All check-list items of a document, located: each with its range, its state with the range of its box. */
export const readTasks = ({ source, sections }: Outline): Tree<Task>[] => {
  const all: Found[] = [];
  for (const section of sections) all.push(...findAll(source, section, all.length));
  const choices = choiceLists(all);
  const marks = all.map((found) => settledMark(found, choices.get(found.list)));
  const open = openBelow(
    all,
    marks.map((mark) => mark.state),
  );
  return all.map((found, index) => {
    const mark = marks[index] as Mark;
    return at(itemRange(source, found.item), {
      state: at(found.box, mark.state),
      text: mark.text,
      section: found.section.path,
      depth: found.depth,
      box: source.text.slice(found.box.start, found.box.end),
      id: idOf(source, found.item),
      parent: found.parent,
      openChildren: open[index] || undefined,
      reason: mark.reason,
      quoted: found.quoted || undefined,
      trigger: isTrigger(found) || undefined,
      choice: choices.has(found.list) || undefined,
      alternatives: openChoice(found, choices.get(found.list)),
      role: isSignOffSection(found.section) ? roleOf(mark.text) : undefined,
      ...itemDetails(source, found.item),
      ...(isOptionalSection(found.section) && { optional: true }),
    });
  });
};

export const tasks = reader(list(taskShape, 'All check-list items, at any depth, in document order.'), readTasks);
