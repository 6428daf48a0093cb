/** Actions: what an incident report promises to do, from lists, check lists and tables. */
import type { ListItem } from 'mdast';
import { labelOf, ownBlocks, plain, rangeOfNode } from '../markdown/nodes.ts';
import type { Outline } from '../markdown/outline.ts';
import { at, type Tree } from '../model/located.ts';
import type { Action } from '../model/parts/incident.ts';
import type { Source } from '../model/source.ts';
import { isBlank } from './blank.ts';
import { actionColumns } from './column-names.ts';
import { dueIn, itemDetails } from './item-details.ts';
import { boxOf, markOf } from './item-state.ts';
import { findParts, itemsOf, type Part, partNodes } from './parts.ts';
import { sectionNames } from './section-names.ts';
import { cellAt, columnOf, type ReadTable, tablesOf } from './tables.ts';
import { readTime } from './time.ts';

const namesTest = (text: string): boolean => /\b(?:tests?|evals?|regression|e2e|assertion)\b|テスト/i.test(text);

// `未完了` is not finished: only marks may stand before the word.
const finished =
  /^[^\p{L}\p{N}✅]*(?:done|completed?|closed|resolved|fixed|merged|shipped|verified|✅|完了|已?完成|已关闭|완료|erledigt|abgeschlossen|geschlossen|fertig|fait|terminée?|clos(?!\p{L})|hech[oa]|completad[oa]|terminad[oa]|cerrad[oa]|resuelt[oa]|conclu[ií]d[oa]|feit[oa]|готово|выполнено|закрыт|fatto|selesai|klaar)/iu;

const stateOfWords = (text: string): Action['state'] => {
  if (finished.test(text)) return 'done';
  return text === '' || isBlank(text) ? 'unknown' : 'open';
};

const dashOwner = (text: string): string[] | undefined => {
  const owner = text.split(/\s+[—–]\s+/)[1]?.trim();
  return owner === undefined ||
    owner.split(/\s+/).length > 3 ||
    /^(?:due|owner|status)\b/i.test(owner) ||
    /\d/.test(owner) ||
    !/^(?:@|\p{Lu})/u.test(owner) ||
    isBlank(owner)
    ? undefined
    : [owner];
};

const columnWords = /^(?:item|action|task|owner|due(?: date)?|status|priority|eta)$/i;

// `Item — Owner — Due — Status`: the template's own example.
const isTemplateItem = (text: string): boolean => {
  const parts = text.split(/\s+[—–|]\s+/);
  return parts.length > 1 && parts.every((part) => columnWords.test(part));
};

const isFinished = (label: string): boolean => /^✅|\((?:done|completed?)\)\s*\.?$|\bDONE\b/.test(label);

const itemAction = (source: Source, item: ListItem): Tree<Action>[] => {
  const label = labelOf(item);
  if (label === '') return [];
  const task = boxOf(source, item) !== undefined;
  const mark = markOf(source, item);
  const { owners, links, commands } = itemDetails(source, item);
  const where = { start: rangeOfNode(item).start, end: rangeOfNode(ownBlocks(item).at(-1) ?? item).end };
  return [
    at(where, {
      text: mark.text,
      state: task ? (mark.state === 'malformed' ? 'open' : mark.state) : isFinished(label) ? 'done' : 'unknown',
      form: task ? 'task' : 'list',
      owners: owners ?? dashOwner(label),
      due: dueIn(label),
      links,
      commands,
      prevents: namesTest(label) || undefined,
      placeholder: isBlank(mark.text) || isTemplateItem(mark.text) || undefined,
    }),
  ];
};

const rowActions = (table: ReadTable): Tree<Action>[] => {
  const [what, who, due, state] = [actionColumns.what, actionColumns.owner, actionColumns.due, actionColumns.state].map((name) =>
    columnOf(table, name),
  ) as [number, number, number, number];
  if (what < 0) return [];
  return table.rows.flatMap(({ cells, range }) => {
    const text = cellAt(cells, what)?.text ?? '';
    if (text === '') return [];
    const [owner, until] = [cellAt(cells, who), cellAt(cells, due)];
    const named = owner === undefined || isBlank(owner.raw, owner.text) ? undefined : [owner.text];
    const time = until === undefined || isBlank(until.raw, until.text) ? undefined : at(until.range, readTime(until.text));
    return [
      at(range, {
        text,
        state: stateOfWords(cellAt(cells, state)?.text ?? ''),
        form: 'table' as const,
        owners: named,
        due: time,
        prevents: namesTest(text) || undefined,
        placeholder: isBlank(text) || undefined,
      }),
    ];
  });
};

// An item that only names a group stands for the items nested in it.
const leaves = (source: Source, item: ListItem): ListItem[] => {
  const nested = itemsOf(item.children);
  const groups = nested.length > 0 && boxOf(source, item) === undefined && labelOf(item).split(/\s+/).length <= 5;
  return groups
    ? nested.flatMap((inner) => leaves(source, inner))
    : [item, ...nested.filter((inner) => boxOf(source, inner) !== undefined)];
};

const actionsOf = (source: Source, part: Part): Tree<Action>[] => [
  ...part.sections.flatMap((section) => tablesOf(source, section)).flatMap(rowActions),
  ...itemsOf(partNodes(part)).flatMap((item) =>
    plain(item) === '' ? [] : leaves(source, item).flatMap((leaf) => itemAction(source, leaf)),
  ),
];

/** The actions of a document: the items and rows of its preventive or follow-up part. */
export const readActions = (outline: Outline): Tree<Action>[] =>
  findParts(outline, sectionNames.prevention).flatMap((part) => actionsOf(outline.source, part));
