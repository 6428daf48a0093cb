/** Checklists: release checklists and anything else whose items have to be settled. */
import type { Outline } from '../markdown/outline.ts';
import { at, unzip } from '../model/located.ts';
import { integer, object, string } from '../model/shape.ts';
import { allFields } from '../read/fields.ts';
import { perhaps, reader } from '../read/reading.ts';
import { tasks } from '../read/tasks.ts';
import { kind } from './kind.ts';

const version = perhaps(string('The version that the checklist is for.'), (outline: Outline) => {
  const field = allFields(outline).find(({ key, empty }) => /^(?:release-)?(?:version|tag)$/.test(key) && !empty);
  return field === undefined ? undefined : at(field.valueRange, field.text);
});

const progressShape = object(
  'How many items there are in each state.',
  {
    total: integer('All items.'),
    open: integer('Open items.'),
    done: integer('Ticked items.'),
    notApplicable: integer('Items that do not apply.'),
  },
  {},
);

const progress = reader(progressShape, (outline: Outline) => {
  const states = (unzip(tasks.read(outline)).data as readonly { readonly state: string }[]).map((task) => task.state);
  const count = (state: string): number => states.filter((other) => other === state).length;
  return { total: states.length, open: count('open') + count('malformed'), done: count('done'), notApplicable: count('not-applicable') };
});

export const checklist = kind('checklist', 'Checklists: every item has to be settled.', { version, progress });
