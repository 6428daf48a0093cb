/** Proofs: an edit counts only if the reader finds in the edited text what was to be recorded, and nothing else changed. */
import { outlineOf } from '../../markdown/outline.ts';
import type { Source } from '../../model/source.ts';
import { type Entry, subjectPath } from './entry.ts';
import { oneLine } from './plain-text.ts';
import { isBy, isRole, type Recorded, recordedIn } from './recorded.ts';
import { type Splice, spliced } from './splice.ts';

export interface Wanted {
  readonly source: Source;
  readonly before: readonly Recorded[];
  readonly entry: Entry;
  /** Whether the recorded sign-off says what it has to. */
  readonly holds: (recorded: Recorded) => boolean;
}

/** Who, when, what content and why stand in the words of the sign-off. */
export const saysAll = ({ signOff, words }: Recorded, { date, subjects, note }: Entry): boolean => {
  const parts = [date, ...subjects.flatMap((subject) => [subjectPath(subject), subject.digest]), ...(note === undefined ? [] : [note])];
  return parts.every((part) => words.includes(oneLine(part))) && (signOff.date === undefined || signOff.date.raw.includes(date));
};

const others = (all: readonly Recorded[], index: number): string =>
  JSON.stringify(all.filter((_, at) => at !== index).map(({ signOff }) => signOff));

const all = (recorded: readonly Recorded[]): string => others(recorded, -1);

/** Whether the splices record what is wanted: as the person's last word in the role, in at most one more sign-off. */
export const isProved = ({ source, before, entry, holds }: Wanted, splices: readonly Splice[]): boolean => {
  const after = recordedIn(outlineOf(spliced(source, splices)));
  const index = after.findLastIndex((recorded) => isRole(recorded, entry) && isBy(recorded, entry));
  const recorded = after[index];
  if (recorded === undefined || !holds(recorded)) return false;
  const added = after.length - before.length;
  return added === 1 ? others(after, index) === all(before) : added === 0 && others(after, index) === others(before, index);
};
