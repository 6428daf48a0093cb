/** Rows and items that carry a mark or a word of state instead of a box: check lists in tables, lists of ✅ and ❌. */
import type { List, ListItem } from 'mdast';
import { labelOf, rangeOfNode } from '../markdown/nodes.ts';
import { bodyNodes, type Outline, type Section } from '../markdown/outline.ts';
import { type At, at, type Tree } from '../model/located.ts';
import { list, object, oneOf, type Static, string } from '../model/shape.ts';
import type { Range, Source } from '../model/source.ts';
import { isBlank, isUntickedChoice } from './blank.ts';
import { stateOfMark, stateOfText } from './mark-state.ts';
import { reader } from './reading.ts';
import { isInstructions } from './section-names.ts';
import { signOffRows } from './sign-offs.ts';
import { type Cell, headerName, type ReadTable, tablesOf } from './tables.ts';

const markedShape = object(
  'A row or item with a mark of its state.',
  {
    state: oneOf(['open', 'done', 'not-applicable'], 'What the mark says.'),
    text: string('What it is about: the first words of the row, or the item.'),
    mark: string('The mark as rendered; empty where none stands.'),
    where: oneOf(['table', 'item'], 'What it stands in.'),
    section: list(string('A title.'), 'The titles above it, outermost first.'),
  },
  {},
);

export type Marked = Static<typeof markedShape>;
type LocatedMarked = Extract<Tree<Marked>, At<unknown>>;

const stateHeader =
  /^(?:(?:current |test )?(?:status|state)|done|completed?|check(?:ed)?|verified|pass(?:ed)?|pass ?\/ ?fail|result|ok|✓|✔|✅|☑|☐|statut|estado|situação|状态|完成|erledigt|fertig|fait|hecho|feito|concluído)\??$/iu;
const itemHeader =
  /^(?:(?:check(?:list)? |release |test )?(?:items?|checks?|tasks?|steps?|actions?|activit(?:y|ies)|criteri(?:on|a)|requirements?|gates?|scenarios?|tests?|test cases?|verification|deliverables?|preconditions?)|what|punkt|aufgabe|schritt|tâche|étape|tarea|tarefa|etapa|检查项|任务|步骤)$/i;
const logHeader = /^(?:(?:known )?(?:risks?|issues?|bugs?|tickets?|defects?|limitations?|alerts?|incidents?)|service)$/i;
const counter = /^(?:#|no\.?|nr\.?|id|day|phase|)$/i;

interface Columns {
  readonly label: number;
  readonly state: number;
  /** Further columns of state. */
  readonly others: readonly number[];
  /** The first column says that rows are things to do: then words of state count, and so does an empty cell. */
  readonly asksItems: boolean;
}

const columnsOf = ({ header, rows }: ReadTable): Columns | undefined => {
  const names = header.map((cell) => headerName(cell.text));
  const asking = names.findIndex((name) => itemHeader.test(name));
  const label = asking >= 0 ? asking : names.findIndex((name) => !counter.test(name) && !stateHeader.test(name));
  const [state = -1, ...others] = names.flatMap((name, index) => (index !== label && stateHeader.test(name) ? [index] : []));
  if (label < 0 || state < 0 || logHeader.test(names[label] ?? '')) return undefined;
  const asksItems = itemHeader.test(names[label] ?? '');
  const hasMarks = rows.some(({ cells }) => stateOfMark(cells[state]?.text ?? '') !== undefined);
  return asksItems || hasMarks ? { label, state, others, asksItems } : undefined;
};

// A row with nothing but its first words is a heading within the table.
const isGroup = (cells: readonly Cell[], label: number): boolean => cells.every(({ text }, index) => index === label || text === '');

const isBlankRow = (cells: readonly Cell[], columns: Columns): boolean =>
  isGroup(cells, columns.label) && (/^\*\*|^__/.test(cells[columns.label]?.raw ?? '') || (cells[columns.label]?.text ?? '') === '');

const stateOf = (cell: Cell, asksItems: boolean): Marked['state'] | undefined => {
  if (isBlank(cell.raw, cell.text) && !isUntickedChoice(cell.text)) return asksItems ? 'open' : undefined;
  return stateOfMark(cell.text) ?? (asksItems ? stateOfText(cell.text) : undefined);
};

// `Done ✅ | Verified ❌`: what another column of state says is open is not done. An empty cell there says nothing.
const contradicting = (cells: readonly Cell[], { others, asksItems }: Columns): Cell | undefined =>
  others.flatMap((index) => cells[index] ?? []).find((cell) => !isBlank(cell.raw, cell.text) && stateOf(cell, asksItems) === 'open');

const rowMarks = (table: ReadTable, columns: Columns): LocatedMarked[] =>
  table.rows.flatMap(({ cells, range }) => {
    const label = cells[columns.label];
    const box = /^(?:\[[ xX]?\]|[☐□⬜◻🔲☑☒✅])(?=\s)/u.exec(label?.text ?? '')?.[0];
    const own = (box === undefined ? cells[columns.state] : label) ?? { text: '', raw: '', range };
    const cell = contradicting(cells, columns) ?? own;
    const state = isBlankRow(cells, columns)
      ? undefined
      : stateOf(box === undefined || cell !== own ? cell : { ...cell, text: box }, columns.asksItems);
    if (state === undefined) return [];
    return [
      at(cell.range, {
        state,
        text: (label?.text ?? '').slice(box?.length ?? 0).trim(),
        mark: (cell === own ? box : undefined) ?? cell.text,
        where: 'table' as const,
        section: table.section.path,
      }),
    ];
  });

const isLogTitle = ({ title }: Section): boolean =>
  /\b(?:known issues?|risks?|issues|bugs|limitations|history|changes|incidents?|metrics|legend)\b/i.test(title);

const tableMarks = (source: Source, section: Section, taken: readonly Range[]): LocatedMarked[] =>
  isLogTitle(section)
    ? []
    : tablesOf(source, section)
        .filter(({ range }) => !taken.some((row) => row.start >= range.start && row.end <= range.end))
        .flatMap((table) => {
          const columns = columnsOf(table);
          return columns === undefined ? [] : rowMarks(table, columns);
        });

const glyphOf = (item: ListItem): string => /^(?:[✅☑✔✓🟢]|[❌✗✘⏳⌛🔄🚧🔴⚠])\uFE0F?(?=\s)/u.exec(labelOf(item))?.[0] ?? '';

// `❌ Do not deploy on Fridays` is a rule, no item.
const isRule = (item: ListItem): boolean => /^\S+\s+(?:do(?:n[’']t| not)|never|avoid|no|any|not)\b/i.test(labelOf(item));

// Only a list that shows both what is done and what is not is one of states.
const listMarks = (section: Section, node: List): LocatedMarked[] => {
  const items = node.children.filter((item) => item.checked == null && glyphOf(item) !== '');
  const states = new Set(items.map((item) => stateOfMark(glyphOf(item))));
  if (states.size < 2 || items.length < node.children.filter(({ checked }) => checked == null).length || items.some(isRule)) return [];
  return items.map((item) => {
    const mark = glyphOf(item);
    const { start } = rangeOfNode(item.children[0] ?? item);
    return at(
      { start, end: start + mark.length },
      {
        state: stateOfMark(mark) ?? 'open',
        text: labelOf(item).slice(mark.length).trim(),
        mark,
        where: 'item' as const,
        section: section.path,
      },
    );
  });
};

const marksIn = (source: Source, section: Section, taken: readonly Range[]): LocatedMarked[] => [
  ...tableMarks(source, section, taken),
  ...[...bodyNodes(section)].flatMap(({ node }) => (node.type === 'list' ? listMarks(section, node) : [])),
];

/** The marks of a document, located. */
export const readMarked = (outline: Outline): LocatedMarked[] => outline.top.memo(readMarked, () => readAll(outline));

const readAll = (outline: Outline): LocatedMarked[] => {
  const taken = signOffRows(outline);
  return outline.sections.filter((section) => !isInstructions(section)).flatMap((section) => marksIn(outline.source, section, taken));
};

export const marked = reader(list(markedShape, 'Rows and items that carry a mark of state instead of a box.'), readMarked);
