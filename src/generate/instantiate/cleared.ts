/** What a template that was a record holds of its release, taken back: ticked boxes and decided sign-offs. */
import { type Outline, outlineOf } from '../../markdown/outline.ts';
import type { Source } from '../../model/source.ts';
import { allFields } from '../../read/fields.ts';
import { markBox } from '../edit/box-sign-off.ts';
import { slotsOf } from '../edit/cells.ts';
import { placedTasks } from '../edit/placed-tasks.ts';
import { type Recorded, recordedIn } from '../edit/recorded.ts';
import { type SignOffTable, signOffTables } from '../edit/sign-off-columns.ts';
import { type Splice, spliced } from '../edit/splice.ts';

/** Opens every ticked box. */
export const openBoxes = (source: Source): Splice[] =>
  placedTasks(source)
    .filter(({ task }) => task.state === 'done' || /x/i.test(task.box))
    .filter(({ task }) => /^\[[xX]\]$/.test(task.box))
    .map(({ box }) => markBox(source, box, ' '));

const isDecided = ({ signOff }: Recorded): boolean => signOff.decision !== 'pending';

// Without a role, the person is what the row is about.
const clearedColumns = ({ columns }: SignOffTable): number[] =>
  Object.entries(columns)
    .filter(([part]) => part !== 'role' && part !== 'subject' && (part !== 'person' || columns.role !== undefined))
    .map(([, column]) => column);

const rowSplices = (source: Source, home: SignOffTable, row: number): Splice[] => {
  const node = home.table.node.children[row + 1];
  const slots = node === undefined ? [] : slotsOf(source, node);
  return clearedColumns(home).flatMap((column) => {
    const slot = slots[column];
    return slot === undefined ? [] : [{ ...slot, text: ' '.repeat(Math.max(1, slot.end - slot.start)) }];
  });
};

const tableSplices = (outline: Outline, decided: readonly Recorded[]): Splice[] =>
  decided.length === 0
    ? []
    : signOffTables(outline).flatMap((home) =>
        home.table.rows.flatMap(({ range }, index) =>
          decided.some((one) => one.range.start === range.start) ? rowSplices(outline.source, home, index) : [],
        ),
      );

const answers = /^(?:date|signed|signature|initials|decision|final-decision|verdict|outcome|approval-status|sign(?:ed)?-(?:on|at)|time)/;

// A field that opens a sign-off, and those behind it up to the next one.
const fieldSplices = (outline: Outline, all: readonly Recorded[], decided: readonly Recorded[]): Splice[] => {
  const starts = new Set(all.map(({ range }) => range.start));
  const opened = new Set(decided.map(({ range }) => range.start));
  let clears = false;
  return allFields(outline).flatMap((field) => {
    if (starts.has(field.range.start)) clears = opened.has(field.range.start);
    else if (!clears || !answers.test(field.key)) return [];
    return clears && !field.empty ? [{ ...field.valueRange, text: '____' }] : [];
  });
};

/** Takes back every decision that is recorded in a table or in fields; a box is opened with the other boxes. */
export const clearSignOffs = (outline: Outline): Splice[] => {
  const recorded = recordedIn(outline);
  const decided = recorded.filter(isDecided);
  const ofForm = (form: string): Recorded[] => decided.filter(({ signOff }) => signOff.form === form);
  const fields = recorded.filter(({ signOff }) => signOff.form === 'field');
  return [...tableSplices(outline, ofForm('table')), ...fieldSplices(outline, fields, ofForm('field'))];
};

/** How many decisions a source still holds once it is edited. */
export const decisionsLeft = (source: Source, splices: readonly Splice[]): number =>
  recordedIn(outlineOf(spliced(source, splices))).filter(isDecided).length;
