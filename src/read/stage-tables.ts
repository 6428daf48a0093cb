/** Stages that are written as the rows of a table: `| Phase | Traffic | Duration | Exit criteria |`. */
import type { Outline } from '../markdown/outline.ts';
import { at, type Tree } from '../model/located.ts';
import type { Stage } from '../model/parts/stage.ts';
import { cellAt, columnOf, type ReadTable, tablesOf } from './tables.ts';
import { isUnsaid } from './unsaid.ts';

const stageColumn =
  /^(?:(?:release|rollout|deployment|promotion) )?(?:stages?|phases?|environments?|envs?|cohorts?|rings?|waves?)(?: name)?$/;
const requirementColumn =
  /^(?:(?:entry|exit|pass|promotion|acceptance|success|go|advance|release|quality) )?(?:criteria|criterion|requirements?|gates?|checks?|conditions?)(?: to (?:\w+ ?){1,3})?$|^(?:required|promote (?:when|if)|must hold|advance (?:when|if))$/;
const minimumColumn = /^(?:(?:min(?:imum)? )?(?:duration|soak(?: time)?|bake(?: time)?|hold|hold time)|min soak)$/;

const rowsOf = (table: ReadTable): Tree<Stage>[] => {
  const [name, minimum] = [columnOf(table, stageColumn), columnOf(table, minimumColumn)];
  const demands = table.header.flatMap(({ text }, column) => (requirementColumn.test(text.trim().toLowerCase()) ? [column] : []));
  if (name < 0 || demands.length === 0) return [];
  return table.rows.flatMap(({ cells, range }) => {
    const title = cellAt(cells, name)?.text ?? '';
    const length = cellAt(cells, minimum)?.text ?? '';
    const required = demands.flatMap((column) => cellAt(cells, column) ?? []).filter(({ text }) => !isUnsaid(text));
    return title === ''
      ? []
      : [
          at(range, {
            title,
            requirements: required.map((cell) => at(cell.range, { text: cell.text })),
            minimum: /\d/.test(length) ? length : undefined,
          }),
        ];
  });
};

/** The stages of the tables that name them and what they require. */
export const tableStages = ({ source, sections }: Outline): Tree<Stage>[] =>
  sections.flatMap((section) => tablesOf(source, section)).flatMap(rowsOf);
