/** Items of lists that carry a mark before or behind their words: `- ✅ Search`, `- Export ❌`, `- Linux ✅ Windows ❌`. */
import type { List, ListItem, Nodes } from 'mdast';
import { labelOf, plain, rangeOfNode, rawOf } from '../markdown/nodes.ts';
import { bodyNodes, type Section } from '../markdown/outline.ts';
import { at } from '../model/located.ts';
import type { Source } from '../model/source.ts';
import { deciding, stateOfMark, withoutMark } from './mark-state.ts';
import type { LocatedMarked } from './marked-shape.ts';
import { stateOfText } from './state-words.ts';

// Behind words a mark ends them, or a remark in brackets or behind a dash or comma follows; elsewhere the words speak of it.
const glyph = '(?:[✅☑✔✓🟢]|[❌✗✘⏳⌛🔄🚧🔴⚠])';
const carried = new RegExp(`^${glyph}\\uFE0F?(?=\\s)|\\s${glyph}\\uFE0F?(?=\\s*(?:$|[,;.(–—-]))`, 'u');

const isMarked = (item: ListItem): boolean => item.checked == null && carried.test(labelOf(item));

// The words of an item are what it is about, and take nothing back.
const stateOf = (item: ListItem): 'open' | 'done' => (stateOfMark(deciding(labelOf(item))) === 'done' ? 'done' : 'open');

// `❌ Do not deploy on Fridays` is a rule, no item.
const isRule = (item: ListItem): boolean => /^\S+\s+(?:do(?:n[’']t| not)|never|avoid|no|any|not)\b/i.test(labelOf(item));

// `✅ Done`, `❌ Not done` say what the marks mean.
const isLegend = (labels: readonly string[]): boolean =>
  labels.length > 1 && labels.every((label) => label.split(/\s+/).length <= 4 && stateOfText(label) !== undefined);

// What people are told to leave alone, and what is known not to work, is no work to do.
const saysLeave =
  /\b(?:avoid|don[’']?ts?|do not|never|not to|anti-?patterns?|known|limitations?|out of scope|not (?:included|supported|covered)|unsupported|mistakes?|bad|wrong|incorrect|forbidden|prohibited|when to|triggers?|criteria|legend)\b/i;

const leadOf = (section: Section, node: List): string => {
  const before = section.body[section.body.indexOf(node) - 1];
  return before === undefined || before.type === 'list' ? '' : plain(before as Nodes);
};

const isLeft = (section: Section, node: List): boolean =>
  section.path.some((title, index) => (index > 0 || section.depth > 1) && saysLeave.test(title)) || saysLeave.test(leadOf(section, node));

// A list that shows what is done and what is not is one of states; one that shows only what is not, unless it says what to leave.
const isOfStates = (section: Section, node: List, items: readonly ListItem[]): boolean => {
  if (items.length < node.children.filter(({ checked }) => checked == null).length || items.some(isRule)) return false;
  if (isLegend(items.map((item) => withoutMark(labelOf(item))))) return false;
  const states = new Set(items.map(stateOf));
  return states.size > 1 || (items.every((item) => /[❌✗✘⏳⌛]/u.test(labelOf(item))) && items.length > 0 && !isLeft(section, node));
};

const itemMarked = (source: Source, section: Section, item: ListItem): LocatedMarked => {
  const label = labelOf(item);
  const mark = deciding(label);
  const first = item.children[0] ?? item;
  const start = rangeOfNode(first).start + Math.max(0, rawOf(source, first).indexOf(mark));
  return at(
    { start, end: start + mark.length },
    { state: stateOf(item), text: withoutMark(label), mark, where: 'item' as const, section: section.path },
  );
};

const listMarked = (source: Source, section: Section, node: List): LocatedMarked[] => {
  const items = node.children.filter(isMarked);
  return isOfStates(section, node, items) ? items.map((item) => itemMarked(source, section, item)) : [];
};

/** The items of a section's lists of states. */
export const itemsMarked = (source: Source, section: Section): LocatedMarked[] =>
  [...bodyNodes(section)].flatMap(({ node }) => (node.type === 'list' ? listMarked(source, section, node) : []));
