/** Checklists: release checklists and anything else whose items have to be settled. */
import type { Outline } from '../markdown/outline.ts';
import { at } from '../model/located.ts';
import { progressShape } from '../model/parts/progress.ts';
import { string } from '../model/shape.ts';
import { allFields } from '../read/fields.ts';
import { marked } from '../read/marked.ts';
import { dataOf, perhaps, reader } from '../read/reading.ts';
import { tasks } from '../read/tasks.ts';
import { kind } from './kind.ts';

const version = perhaps(string('The version that the checklist is for.'), (outline: Outline) => {
  const field = allFields(outline).find(({ key, empty }) => /^(?:release-)?(?:version|tag)$/.test(key) && !empty);
  return field === undefined ? undefined : at(field.valueRange, field.text);
});

const progress = reader(progressShape, (outline: Outline) => {
  const states = [...dataOf(tasks, outline), ...dataOf(marked, outline)].map(({ state }) => state);
  const count = (...wanted: readonly (typeof states)[number][]): number => states.filter((state) => wanted.includes(state)).length;
  return { total: states.length, open: count('open', 'malformed', 'unknown'), done: count('done'), notApplicable: count('not-applicable') };
});

export const checklist = kind('checklist', 'Checklists: every item has to be settled.', { version, progress });
