/** Items of lists, and lines, that carry a mark before or behind their words: `- ✅ Search`, `- Export ❌`, `- Linux ✅ Windows ❌`. */
import type { List, Nodes, Paragraph } from 'mdast';
import { labelOf, leavesOf, plain, plainWithin, rangeOfNode } from '../markdown/nodes.ts';
import { bodyNodes, type Section } from '../markdown/outline.ts';
import { at, type Located } from '../model/located.ts';
import type { Marked } from '../model/parts/marked.ts';
import type { Range, Source } from '../model/source.ts';
import { areAlternatives } from './choice-words.ts';
import { readDecision } from './decision.ts';
import { checkedBoxes, crosses, openBoxes, ticks, waits } from './glyphs.ts';
import { linesOf } from './lines.ts';
import { deciding, stateOfMark, withoutMark } from './mark-state.ts';
import { withGlyphs } from './shortcodes.ts';
import { stateOfText } from './state-words.ts';

/** An item or a line. */
interface Entry {
  readonly label: string;
  readonly range: Range;
}

// Behind words a mark ends them, follows a colon, or has a remark behind it; elsewhere the words speak of it.
const glyph = `[${checkedBoxes}${ticks}🟢${crosses}${waits}${openBoxes}🔴⚠]\\uFE0F?`;
const carried = new RegExp(`^${glyph}(?=\\s)|[:：]\\s*${glyph}(?=\\s)|\\s${glyph}(?=\\s*(?:$|[,;.(–—-]))`, 'u');

// `Support 🔴 NO-GO`, `Carga ❌ pendiente`: behind the mark it is said once more.
const repeated = new RegExp(`\\s${glyph}\\s+(\\S.*)$`, 'u');

const carriesMark = (label: string): boolean => {
  const said = repeated.exec(label)?.[1];
  return carried.test(label) || (said !== undefined && (stateOfText(said) !== undefined || readDecision(said) !== 'pending'));
};

// The words of an item are what it is about, and take nothing back.
const stateOf = ({ label }: Entry): 'open' | 'done' => (stateOfMark(deciding(label)) === 'done' ? 'done' : 'open');

// `❌ Do not deploy on Fridays` is a rule, no item.
const isRule = ({ label }: Entry): boolean => /^\S+\s+(?:do(?:n[’']t| not)|never|avoid|no|any|not)\b/i.test(label);

// `✅ Done`, `❌ Not done` say what the marks mean.
const isLegend = (entries: readonly Entry[]): boolean => {
  const words = entries.map(({ label }) => withoutMark(label));
  return words.length > 1 && words.every((text) => text.split(/\s+/).length <= 4 && stateOfText(text) !== undefined);
};

// What people are told to leave alone, and what is known not to work, is no work to do.
const saysLeave =
  /\b(?:avoid|don[’']?ts?|do not|never|not to|anti-?patterns?|known|limitations?|out of scope|not (?:included|supported|covered)|unsupported|mistakes?|bad|wrong|incorrect|forbidden|prohibited|when to|triggers?|criteria|legend|what(?:['’]s| is)? (?:new|changed)|changes|comparison)\b/i;

const leadOf = (section: Section, node: Nodes): string => {
  const before = section.body[section.body.indexOf(node as (typeof section.body)[number]) - 1];
  return before === undefined || before.type === 'list' ? '' : plain(before);
};

const isLeft = (section: Section, node: Nodes): boolean =>
  section.path.some((title, index) => (index > 0 || section.depth > 1) && saysLeave.test(title)) || saysLeave.test(leadOf(section, node));

// A light or a site under construction may only adorn.
const undone = new RegExp(`[${crosses}⏳⌛]`, 'u');

// Entries that show what is done and what is not are states; those that show only what is not, unless it is said to be left.
const areStates = (section: Section, node: Nodes, entries: readonly Entry[]): boolean => {
  if (entries.length === 0 || entries.some((entry) => !carriesMark(entry.label) || isRule(entry)) || isLegend(entries)) return false;
  if (areAlternatives(entries.map(({ label }) => withoutMark(label)))) return false;
  if (new Set(entries.map(stateOf)).size > 1) return true;
  return entries.every(({ label }) => undone.test(label)) && !isLeft(section, node);
};

const entryMarked = (source: Source, section: Section, { label, range }: Entry): Located<Marked> => {
  const mark = deciding(label);
  const index = source.text.slice(range.start, range.end).indexOf(mark);
  return at(
    // A short code is another text than its glyph.
    index < 0 ? range : { start: range.start + index, end: range.start + index + mark.length },
    { state: stateOf({ label, range }), text: withoutMark(label), mark, where: 'item' as const, section: section.path },
  );
};

const itemsOf = (node: List): Entry[] =>
  node.children
    .filter(({ checked }) => checked == null)
    .map((item) => ({ label: withGlyphs(labelOf(item)), range: rangeOfNode(item.children[0] ?? item) }));

// One line alone is a sentence.
const sentencesOf = (source: Source, node: Paragraph): Entry[] => {
  const lines = linesOf(source, node);
  const leaves = lines.length > 1 ? leavesOf(node) : [];
  return lines.length > 1 ? lines.map(({ range }) => ({ label: withGlyphs(plainWithin(source, leaves, range)), range })) : [];
};

const entriesOf = (source: Source, node: Nodes, parent: Nodes | undefined): Entry[] => {
  if (node.type === 'list') return itemsOf(node);
  return node.type === 'paragraph' && parent?.type !== 'listItem' ? sentencesOf(source, node) : [];
};

/** The items and lines of a section that are states. */
export const itemsMarked = (source: Source, section: Section): Located<Marked>[] =>
  [...bodyNodes(section)].flatMap(({ node, ancestors }) => {
    const entries = entriesOf(source, node, ancestors.at(-1));
    return areStates(section, node, entries) ? entries.map((entry) => entryMarked(source, section, entry)) : [];
  });
