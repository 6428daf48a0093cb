/** What is recorded already: whether a decision has to be recorded again, and what to do where the record may not count as it stands. */
import { type Edit, unchanged } from './edit.ts';
import { type Entry, entryWords } from './entry.ts';
import { saysNote } from './proof.ts';
import { type Recorded, saysSame } from './recorded.ts';

// A new entry would leave these dates as they are, and one in the future would outlast it.
const dateRemark = ({ asks, date }: Recorded['signOff'], entry: Entry): string | undefined => {
  if (date === undefined ? asks.includes('date') : date.date === undefined && !date.impossible && !date.ambiguous)
    return 'it has no date that can be read. Write one';
  if (date === undefined) return undefined;
  const its = `its date "${date.raw}"`;
  if (date.impossible) return `${its} is no date of the calendar. Correct it`;
  if (date.ambiguous) return `${its} may be one of two days. Correct it`;
  return (date.date ?? '') > entry.date.slice(0, 10) ? `${its} is in the future. Correct it` : undefined;
};

const subjectRemark = ({ decision, subjects = [] }: Recorded['signOff']): string | undefined => {
  const paths = subjects.filter(({ digest, commit }) => digest === undefined && commit === undefined).flatMap(({ path }) => path ?? []);
  return decision === 'approved' && paths.length > 0
    ? `nothing binds it to the content of ${paths.join(', ')}. Name it with --subject to decide again`
    : undefined;
};

/** No change, where the person's last word in the role says the same, with its note; undefined where it does not. */
export const alreadySaid = (latest: Recorded | undefined, entry: Entry): Edit | undefined => {
  if (latest === undefined || !saysSame(latest, entry) || !saysNote(latest, entry)) return undefined;
  const remark = dateRemark(latest.signOff, entry) ?? subjectRemark(latest.signOff);
  return unchanged(`already recorded: ${entryWords(entry)}${remark === undefined ? '' : `; but ${remark}`}`);
};
