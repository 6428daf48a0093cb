/** Proofs: an edit counts only if the reader finds in the edited text what was to be recorded, and nothing else changed. */
import { outlineOf } from '../../markdown/outline.ts';
import type { Source } from '../../model/source.ts';
import { type Entry, namesOf, personKey, subjectPath } from './entry.ts';
import { oneLine } from './plain-text.ts';
import { isBy, isRole, type Recorded, recordedIn } from './recorded.ts';
import { type Splice, spliced } from './splice.ts';

export interface Wanted {
  readonly source: Source;
  readonly before: readonly Recorded[];
  readonly entry: Entry;
  /** Whether the recorded sign-off says what it has to. `was`: what stood in its place before. */
  readonly holds: (recorded: Recorded, was: Recorded | undefined) => boolean;
}

// A form with a place for the person says it there; others say it somewhere in their words.
const names = (recorded: Recorded, entry: Entry): boolean => {
  const { form, asks, signature, person } = recorded.signOff;
  if (person !== undefined) return isBy(recorded, entry) && recorded.signOff.delegation === undefined;
  if (form === 'task' || asks.includes('person')) return false;
  return asks.includes('signature') ? namesOf(entry).includes(personKey(signature ?? '')) : isBy(recorded, entry);
};

const dates = ({ signOff: { asks, date }, words }: Recorded, entry: Entry): boolean =>
  date === undefined
    ? !asks.includes('date') && words.includes(entry.date)
    : date.raw.includes(entry.date) && entry.date.startsWith(date.date ?? ' ');

// Exactly what is given is bound; what the row names besides, without binding it, was there before.
const binds = ({ signOff: { subjects = [] } }: Recorded, entry: Entry, was: Recorded | undefined): boolean => {
  const known = new Set((was?.signOff.subjects ?? []).map(({ commit }) => commit));
  const bound = subjects.filter(({ digest, commit }) => digest !== undefined || (commit !== undefined && !known.has(commit)));
  return (
    bound.length === entry.subjects.length &&
    bound.every(({ commit }) => commit === undefined || known.has(commit)) &&
    entry.subjects.every((subject) =>
      bound.some(({ path, digest }) => digest === subject.digest && (path === subjectPath(subject) || path === subject.path)),
    )
  );
};

/** Whether a sign-off says the note of an entry, if it has one. */
export const saysNote = ({ signOff, words }: Recorded, { note = '' }: Entry): boolean => {
  const cells = [signOff.note, signOff.date?.raw, signOff.raw].filter((text) => text !== undefined);
  return (signOff.form === 'table' ? oneLine(cells.join(' · ')) : words).includes(oneLine(note));
};

/** A part of an entry that a sign-off does not say as it is given; undefined where it says all of it. */
export const unsaid = (recorded: Recorded, entry: Entry, was?: Recorded): 'person' | 'date' | 'subject' | 'note' | undefined => {
  if (!names(recorded, entry)) return 'person';
  if (!dates(recorded, entry)) return 'date';
  if (!binds(recorded, entry, was)) return 'subject';
  return saysNote(recorded, entry) ? undefined : 'note';
};

const others = (all: readonly Recorded[], index: number): string =>
  JSON.stringify(all.filter((_, at) => at !== index).map(({ signOff }) => signOff));

const all = (recorded: readonly Recorded[]): string => others(recorded, -1);

/** Whether the splices record what is wanted: as the person's last word in the role, in at most one more sign-off. */
export const isProved = ({ source, before, entry, holds }: Wanted, splices: readonly Splice[]): boolean => {
  const after = recordedIn(outlineOf(spliced(source, splices)));
  const index = after.findLastIndex((recorded) => isRole(recorded, entry) && isBy(recorded, entry));
  const recorded = after[index];
  const added = after.length - before.length;
  if (recorded === undefined || !holds(recorded, added === 0 ? before[index] : undefined)) return false;
  return added === 1 ? others(after, index) === all(before) : added === 0 && others(after, index) === others(before, index);
};
