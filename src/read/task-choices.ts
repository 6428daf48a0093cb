/** Choices among check-list items: alternatives of which one is to be ticked, and kinds of which at least one is. */
import type { ListItem, Nodes } from 'mdast';
import { labelOf, plain } from '../markdown/nodes.ts';
import type { Section } from '../markdown/outline.ts';
import { areAlternatives, denies } from './choice-words.ts';
import type { Mark } from './item-state.ts';
import { bareTitle } from './section-names.ts';

/** An item with a box. */
export interface Box {
  readonly item: ListItem;
  readonly section: Section;
  readonly mark: Mark;
  /** The list that holds the item. */
  readonly list: Nodes | undefined;
}

const leadOf = (list: Nodes | undefined, section: Section): string => {
  const before = section.body[section.body.indexOf(list as (typeof section.body)[number]) - 1];
  return before?.type === 'html' ? before.value : before?.type === 'paragraph' ? plain(before) : before === undefined ? section.title : '';
};

// `## Type of change`: a form lists every kind there is, and what is not ticked is another kind.
const kindTitle =
  /^(?:what )?(?:type|kind|categor(?:y|ie)|nature)s?(?:\(s\))? of (?:the |this |these )?(?:changes?|pr|pull request|release|update|contribution|deployment|issue)(?:\(?s\)?)?\b|^(?:pr|change|release|update|deployment|issue|pull request) (?:type|kind|category)s?(?:\(s\))?$|^art der änderung|^type de (?:changement|modification)|^tipo de (?:cambio|mudança|alteração|pr)/iu;

const asksForKind = (list: Nodes | undefined, siblings: readonly Box[]): boolean => {
  const { section } = siblings[0] as Box;
  return siblings.length > 1 && [section.title, leadOf(list, section)].some((title) => kindTitle.test(bareTitle(title)));
};

// `<!-- Select one -->` above a list says so whatever its words are.
const asksForOne = (list: Nodes | undefined, siblings: readonly Box[]): boolean => {
  const lead = leadOf(list, (siblings[0] as Box).section);
  return (
    siblings.length > 1 &&
    /\b(?:select|choose|pick|check|tick|mark) (?:only |exactly |just )?one(?: of (?:the )?(?:following|these|below|options?)\b.*?| option| box)?\s*(?:[:.)*_]|-->|$)/i.test(
      lead,
    )
  );
};

const isChoice = (list: Nodes | undefined, siblings: readonly Box[]): boolean =>
  areAlternatives(siblings.map(({ item }) => labelOf(item))) || asksForOne(list, siblings) || asksForKind(list, siblings);

/** The lists all of whose items are alternatives. */
export const choiceLists = <T extends Box>(all: readonly T[]): Map<Nodes | undefined, T[]> => {
  const lists = new Map<Nodes | undefined, T[]>();
  for (const found of all) {
    const siblings = lists.get(found.list);
    if (siblings === undefined) lists.set(found.list, [found]);
    else siblings.push(found);
  }
  for (const [list, siblings] of lists) if (!isChoice(list, siblings)) lists.delete(list);
  return lists;
};

/** The alternatives of a choice that nobody made: told once, at the first open one. */
export const openChoice = (found: Box, siblings: readonly Box[] | undefined): string[] | undefined => {
  if (siblings === undefined || siblings.some(({ mark }) => mark.state === 'done')) return undefined;
  return siblings.find(({ mark }) => mark.state === 'open') === found ? siblings.map(({ item }) => labelOf(item)) : undefined;
};

const saysNo = ({ item }: Box): boolean => denies(labelOf(item));

/** One alternative ticked settles its list, and so do several that agree, or several kinds: the others do not apply. */
export const settledMark = (found: Box, siblings: readonly Box[] | undefined): Mark => {
  if (siblings === undefined || found.mark.state !== 'open') return found.mark;
  const ticked = siblings.filter((other) => other.mark.state === 'done');
  const agree = (saysNo(found) && !ticked.some(saysNo)) || asksForKind(found.list, siblings);
  return ticked.length === 1 || (ticked.length > 1 && agree)
    ? { ...found.mark, state: 'not-applicable', reason: `The choice is "${labelOf((ticked[0] as Box).item)}".` }
    : found.mark;
};
