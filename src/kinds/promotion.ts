/** Promotion documents: the stages of a pipeline, what each requires, and when to roll back. */
import { plain } from '../markdown/nodes.ts';
import { flatten, headingRange, type Outline, type Section } from '../markdown/outline.ts';
import { at, type Tree } from '../model/located.ts';
import { type Stage, stageShape } from '../model/parts/stage.ts';
import { list } from '../model/shape.ts';
import { fieldsOf } from '../read/fields.ts';
import { reader } from '../read/reading.ts';
import { dashboards, requiredLogs, rollback, rollbackTriggers } from '../read/rollback.ts';
import { stageRequirements } from '../read/stage-requirements.ts';
import { tableStages } from '../read/stage-tables.ts';
import { isNumberedStage, stagesAmong, stageTitle } from '../read/stage-titles.ts';
import { kind } from './kind.ts';

const isBelowStage = (section: Section): boolean => section.path.slice(0, -1).some((title) => isNumberedStage(title));

const stageSections = ({ sections }: Outline): readonly Section[] =>
  stagesAmong(sections.filter((section) => section.depth >= 2 && !isBelowStage(section)));

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
  const trigger = fieldsOf(outline.source, section).find((field) => /^trigger/.test(field.key) && !field.empty);
  const duration = fieldsOf(outline.source, section).find(
    (field) => /^(?:minimum-)?(?:duration|soak(?:-time)?)$/.test(field.key) && !field.empty,
  );
  const texts = flatten(section).flatMap((inner) =>
    inner.body.flatMap((node) => (node.type === 'list' ? node.children.map((item) => plain(item)) : [])),
  );
  return at(headingRange(section), {
    title: section.title,
    requirements: stageRequirements(outline, section),
    ...stageTitle(section.title),
    trigger: trigger === undefined ? undefined : at(trigger.valueRange, trigger.text),
    minimum: minimumOf([...(duration === undefined ? [] : [`for ${duration.text}`]), ...texts]),
  });
};

const stages = reader(list(stageShape, 'The stages, in document order.'), (outline: Outline) => {
  const headed = stageSections(outline).map((section) => stageOf(outline, section));
  return headed.length > 0 ? headed : tableStages(outline);
});

export const promotion = kind('promotion', 'Promotion rules: stages, requirements, metric gates and rollback.', {
  stages,
  rollback,
  rollbackTriggers,
  requiredLogs,
  dashboards,
});
