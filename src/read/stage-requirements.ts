/** What a stage requires before it is left: lists, labelled values, marked lines and tables of gates. */
import { labelOf, plain, rangeOfNode } from '../markdown/nodes.ts';
import { flatten, type Outline, type Section } from '../markdown/outline.ts';
import { at, type Tree } from '../model/located.ts';
import type { Requirement } from '../model/parts/stage.ts';
import { fieldsOf } from './fields.ts';
import { crosses, openBoxes, tickedBoxes, ticks, waits } from './glyphs.ts';
import { boxOf, markOf } from './item-state.ts';
import { matchLine } from './key-line.ts';
import { linesOf } from './lines.ts';
import { itemsOf } from './parts.ts';
import { columnOf, tablesOf } from './tables.ts';
import { isUnsaid } from './unsaid.ts';

const requirementLabel =
  /^(?:requirements?|(?:(?:entry|exit|pass|promotion|acceptance|success|metrics?) )?(?:criteria|gates?|checks?)|conditions|prerequisites|required|done when|definition of done|(?:pass|promote|proceed) (?:if|when|once))\b/i;

// `- Requirements: TBD` asks for something and names nothing.
const saysNothing = (text: string): boolean => {
  const match = matchLine(text);
  return isUnsaid(match === undefined || !requirementLabel.test(match.label) ? text : match.value);
};

// Lists below a label that asks for something; without such a label, every list of the section.
const requirementLists = (outline: Outline, section: Section): Extract<Section['body'][number], { type: 'list' }>[] => {
  const lists = section.body.filter((node) => node.type === 'list');
  const labels = fieldsOf(outline.source, section).filter((field) => field.introduces && field.item === undefined);
  const labelled = lists.filter((node) => {
    const before = labels.filter((field) => field.range.end <= rangeOfNode(node).start).at(-1);
    return before !== undefined && requirementLabel.test(before.label);
  });
  return labelled.length > 0 ? labelled : lists;
};

const nestedRequirements = (outline: Outline, section: Section): Tree<Requirement>[] =>
  fieldsOf(outline.source, section)
    .filter((field) => field.item !== undefined && requirementLabel.test(field.label))
    .flatMap((field) => itemsOf(field.item?.children ?? []))
    .filter((item) => !saysNothing(labelOf(item)))
    .map((item) => at(rangeOfNode(item), { text: labelOf(item) }));

const requirementsOf = (outline: Outline, section: Section): Tree<Requirement>[] => {
  const nested = nestedRequirements(outline, section);
  if (nested.length > 0) return nested;
  return itemsOf(requirementLists(outline, section)).flatMap((item) => {
    if (saysNothing(labelOf(item))) return [];
    const boxed = boxOf(outline.source, item) !== undefined;
    const mark = markOf(outline.source, item);
    return [at(rangeOfNode(item), { text: boxed ? mark.text : labelOf(item), state: boxed ? mark.state : undefined })];
  });
};

const isAside = (title: string): boolean =>
  /\b(?:roll[- ]?back|abort|halt|never|activities|purpose|users|communication|notes?|automation|monitoring)\b/i.test(title);

// Sub-headings that name requirements hold them; otherwise every sub-heading that is not about something else.
const requirementSections = (section: Section): Section[] => {
  const inner = flatten(section).slice(1);
  const named = inner.filter(({ title }) => requirementLabel.test(title));
  return named.length > 0 ? named : [section, ...inner.filter(({ title }) => !isAside(title))];
};

// Where nothing is listed, a table of metric gates is what the stage requires.
const tableRequirements = (outline: Outline, section: Section): Tree<Requirement>[] =>
  tablesOf(outline.source, section)
    .filter(
      (table) => columnOf(table, /^(?:metrics?|(?:quality )?gates?|checks?|indicator|sli|criterion|criteria|requirement|condition)$/) >= 0,
    )
    .flatMap((table) =>
      table.rows.map(({ cells, range }) =>
        at(range, {
          text: cells
            .map(({ text }) => text)
            .join(' ')
            .trim(),
        }),
      ),
    );

// `**Exit criteria:** errors below 1 % for a day`: the value itself.
const labelledRequirements = (outline: Outline, section: Section): Tree<Requirement>[] =>
  fieldsOf(outline.source, section)
    .filter(({ label, empty, text }) => requirementLabel.test(label) && !empty && !isUnsaid(text))
    .map(({ valueRange, text }) => at(valueRange, { text }));

const markedLine = new RegExp(`^(?:[${openBoxes}${tickedBoxes}${ticks}${crosses}${waits}])\\uFE0F?\\s*(?=\\S)`, 'u');

// `✅ Unit tests pass`, a line each.
const markedRequirements = ({ source }: Outline, section: Section): Tree<Requirement>[] =>
  section.body
    .filter((node) => node.type === 'paragraph')
    .flatMap((node) => linesOf(source, node))
    .filter(({ raw }) => markedLine.test(raw))
    .map(({ raw, range }) => at(range, { text: raw.replace(markedLine, '').trim() }));

const demands = /\b(?:must|requires?|required|only (?:if|when|after|once)|ha(?:s|ve) to|needs? to|unless|until|as long as)\b/i;

// Prose demands where it says so, or where its heading does.
const proseRequirements = (section: Section): Tree<Requirement>[] =>
  section.body
    .filter((node) => node.type === 'paragraph')
    .map((node) => ({ node, text: plain(node) }))
    .filter(({ text }) => !isUnsaid(text) && !/[:：]$/.test(text.trim()) && (demands.test(text) || requirementLabel.test(section.title)))
    .map(({ node, text }) => at(rangeOfNode(node), { text }));

/** What a stage requires, in the first of these forms that it has. */
export const stageRequirements = (outline: Outline, section: Section): Tree<Requirement>[] => {
  const inner = requirementSections(section);
  const ways = [requirementsOf, labelledRequirements, tableRequirements, markedRequirements];
  for (const way of ways) {
    const found = inner.flatMap((one) => way(outline, one));
    if (found.length > 0) return found;
  }
  return inner.flatMap(proseRequirements);
};
