/** Process documents: phases with steps, exit criteria and owners; a schedule; deliverables. */
import { labelOf, rangeOfNode } from '../markdown/nodes.ts';
import { flatten, headingRange, type Outline, type Section } from '../markdown/outline.ts';
import { at, type Tree } from '../model/located.ts';
import { deliverableShape, type Phase, phaseShape, type Slot, slotShape } from '../model/parts/phase.ts';
import { list } from '../model/shape.ts';
import type { Field } from '../read/field.ts';
import { fieldsOf } from '../read/fields.ts';
import { boxOf, markOf } from '../read/item-state.ts';
import { findPart, itemsOf, partNodes } from '../read/parts.ts';
import { reader } from '../read/reading.ts';
import { dashboards, requiredLogs, rollback, rollbackTriggers } from '../read/rollback.ts';
import { bareTitle, sectionNames } from '../read/section-names.ts';
import { cellAt, columnOf, tablesOf } from '../read/tables.ts';
import { kind } from './kind.ts';

const phaseTitle = /^phase\s+(\d+)\b\s*[:.–—-]?\s*(.*)$/i;
const numberedTitle = /^(\d+)[.)]\s+(.*)$/;

interface Numbered {
  readonly section: Section;
  readonly number: number;
  readonly title: string;
}

const match = (section: Section, pattern: RegExp): Numbered[] => {
  const found = pattern.exec(section.title);
  return found === null || section.heading === undefined ? [] : [{ section, number: Number(found[1]), title: (found[2] ?? '').trim() }];
};

// `Phase N` headings; without any, the numbered headings below a heading that speaks of phases.
const phaseSections = ({ sections }: Outline): Numbered[] => {
  const named = sections.flatMap((section) => match(section, phaseTitle));
  if (named.length > 0) return named;
  return sections
    .filter((section) => /\bphases?\b/i.test(section.title))
    .flatMap((section) => section.sections.flatMap((child) => match(child, numberedTitle)));
};

const fieldIn = (outline: Outline, section: Section, name: RegExp): Field | undefined =>
  flatten(section)
    .flatMap((inner) => fieldsOf(outline.source, inner))
    .find((field) => name.test(field.key));

const exitCriteria = (outline: Outline, section: Section): Tree<string> | undefined => {
  const names = /^(?:exit-criteri(?:a|on)|done-when|definition-of-done|success-criteria|completion-criteria)$/;
  const field = fieldIn(outline, section, names);
  if (field !== undefined && !field.empty) return at(field.valueRange, field.text);
  if (field?.introduces || field?.item !== undefined) return at(field.range, field.label);
  const heading = section.sections.find((child) => /^(?:exit criteria|definition of done|done when)\b/i.test(bareTitle(child.title)));
  return heading?.heading === undefined ? undefined : at(rangeOfNode(heading.heading), heading.title);
};

const ownersOf = (outline: Outline, section: Section): string[] | undefined => {
  const field = fieldIn(outline, section, /^(?:(?:phase|gate)-)?(?:owners?|responsible|lead|dri|assignee)$/);
  return field === undefined || field.empty ? undefined : field.text.split(/\s*[,;&]\s*|\s+and\s+/);
};

const phaseOf = (outline: Outline, { section, number, title }: Numbered): Tree<Phase> =>
  at(headingRange(section), {
    title,
    steps: flatten(section).flatMap((inner) => itemsOf(inner.body).map((item) => at(rangeOfNode(item), labelOf(item)))),
    number,
    exitCriteria: exitCriteria(outline, section),
    owners: ownersOf(outline, section),
  });

const phases = reader(list(phaseShape, 'The phases, in document order.'), (outline: Outline) =>
  phaseSections(outline).map((phase) => phaseOf(outline, phase)),
);

const deliverables = reader(list(deliverableShape, 'Items of the deliverables section.'), (outline: Outline) => {
  const part = findPart(outline, sectionNames.deliverables);
  return (part === undefined ? [] : itemsOf(partNodes(part))).map((item) => {
    const box = boxOf(outline.source, item);
    const mark = markOf(outline.source, item);
    return at(rangeOfNode(item), {
      text: box === undefined ? labelOf(item) : mark.text,
      state: box === undefined ? ('unknown' as const) : at(box, mark.state),
    });
  });
});

const tableSlots = (outline: Outline, section: Section): Tree<Slot>[] =>
  tablesOf(outline.source, section).flatMap((table) => {
    const [day, time, activity, duration] = [
      /^(?:day|week|when|date)$/,
      /^time/,
      /^(?:activity|what|phase|event|milestone)$/,
      /^duration$/,
    ].map((name) => columnOf(table, name)) as [number, number, number, number];
    if (activity < 0 || (day < 0 && time < 0)) return [];
    return table.rows.map(({ cells, range }) =>
      at(range, {
        when: [cellAt(cells, day)?.text, cellAt(cells, time)?.text].filter(Boolean).join(' '),
        activity: cellAt(cells, activity)?.text ?? '',
        duration: cellAt(cells, duration)?.text || undefined,
      }),
    );
  });

const schedule = reader(list(slotShape, 'The weekly or one-time schedule.'), (outline: Outline) =>
  outline.sections.flatMap((section) => [
    ...tableSlots(outline, section),
    ...fieldsOf(outline.source, section)
      .filter((field) => /^(?:week|day)-\d+/.test(field.key) && !field.empty)
      .map((field) => at(field.range, { when: field.label, activity: field.text })),
  ]),
);

export const process = kind('process', 'Process documents: phases, exit criteria, schedule and deliverables.', {
  phases,
  deliverables,
  schedule,
  rollback,
  rollbackTriggers,
  requiredLogs,
  dashboards,
});
