/** Promotion documents: the stages of a pipeline, what each requires, and when to roll back. */
import { labelOf, plain, rangeOfNode } from '../markdown/nodes.ts';
import { flatten, headingRange, type Outline, type Section } from '../markdown/outline.ts';
import { at, type Tree } from '../model/located.ts';
import { type Requirement, type Stage, stageShape } from '../model/parts/stage.ts';
import { list } from '../model/shape.ts';
import { fieldsOf } from '../read/fields.ts';
import { boxOf, markOf } from '../read/item-state.ts';
import { itemsOf } from '../read/parts.ts';
import { reader } from '../read/reading.ts';
import { dashboards, requiredLogs, rollback, rollbackTriggers } from '../read/rollback.ts';
import { columnOf, tablesOf } from '../read/tables.ts';
import { kind } from './kind.ts';

const numbered = /^(?:stage|gate|phase|cohort|ring|wave)\s+(?:(\d+)|[A-Z]|[IVX]+)\b\s*[:.–—-]?\s*(.*)$/i;
// `### 1. CI gate`, `## 2) Canary stage`.
const counted = /^\d+[.)]\s+.{1,60}\b(?:gate|stage|ring|wave)$/i;
const arrow = /^(.{1,40}?)\s*(?:→|->|=>|➜|⟶|—>)\s*(.{1,60}?)(?:\s+(?:PR\s+)?(?:gate|promotion|stage))?$/i;

const route = (title: string): Pick<Stage, 'from' | 'to'> => {
  const match = arrow.exec(title);
  return match === null ? {} : { from: match[1]?.trim(), to: match[2]?.trim() };
};

const isBelowStage = (section: Section): boolean => section.path.slice(0, -1).some((title) => numbered.test(title));

// Numbered headings make the pipeline; a heading with an arrow alone does so only where there are none.
const stageSections = ({ sections }: Outline): Section[] => {
  const inner = sections.filter((section) => section.depth >= 2 && !isBelowStage(section));
  const named = inner.filter((section) => numbered.test(section.title));
  const found = named.length > 0 ? named : inner.filter((section) => counted.test(section.title));
  return found.length > 0 ? found : inner.filter((section) => arrow.test(section.title));
};

const requirementLabel =
  /^(?:requirements?|(?:(?:entry|exit|pass|promotion|acceptance|success|metrics?) )?(?:criteria|gates?|checks?)|conditions|prerequisites|required)\b/i;

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
    .map((item) => at(rangeOfNode(item), { text: labelOf(item) }));

const requirementsOf = (outline: Outline, section: Section): Tree<Requirement>[] => {
  const nested = nestedRequirements(outline, section);
  if (nested.length > 0) return nested;
  return itemsOf(requirementLists(outline, section)).map((item) => {
    const boxed = boxOf(outline.source, item) !== undefined;
    const mark = markOf(outline.source, item);
    return at(rangeOfNode(item), { text: boxed ? mark.text : labelOf(item), state: boxed ? mark.state : undefined });
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

const minimumOf = (texts: readonly string[]): string | undefined =>
  texts
    .map(
      (text) =>
        /\b(?:for|stable for|minimum|at least|duration)\b[^\d≥>]*((?:≥|>=|>)?\s*\d+(?:\.\d+)?(?:\s*[-–]\s*\d+)?\s*(?:minutes?|mins?|hours?|hrs?|days?|h|m)\b)/i.exec(
          text,
        )?.[1],
    )
    .find((found) => found !== undefined)
    ?.replace(/^[≥>=\s]+/, '');

const stageOf = (outline: Outline, section: Section): Tree<Stage> => {
  const match = numbered.exec(section.title);
  const inner = requirementSections(section);
  const listed = inner.flatMap((one) => requirementsOf(outline, one));
  const all = listed.length > 0 ? listed : inner.flatMap((one) => tableRequirements(outline, one));
  const trigger = fieldsOf(outline.source, section).find((field) => /^trigger/.test(field.key) && !field.empty);
  const duration = fieldsOf(outline.source, section).find(
    (field) => /^(?:minimum-)?(?:duration|soak(?:-time)?)$/.test(field.key) && !field.empty,
  );
  const texts = flatten(section).flatMap((inner) =>
    inner.body.flatMap((node) => (node.type === 'list' ? node.children.map((item) => plain(item)) : [])),
  );
  return at(headingRange(section), {
    title: section.title,
    requirements: all,
    number: match?.[1] === undefined ? undefined : Number(match[1]),
    ...route(match?.[2] ?? section.title),
    trigger: trigger === undefined ? undefined : at(trigger.valueRange, trigger.text),
    minimum: minimumOf([...(duration === undefined ? [] : [`for ${duration.text}`]), ...texts]),
  });
};

const stages = reader(list(stageShape, 'The stages, in document order.'), (outline: Outline) =>
  stageSections(outline).map((section) => stageOf(outline, section)),
);

export const promotion = kind('promotion', 'Promotion rules: stages, requirements, metric gates and rollback.', {
  stages,
  rollback,
  rollbackTriggers,
  requiredLogs,
  dashboards,
});
