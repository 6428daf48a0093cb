/** Recorded sign-offs: what the reader finds in a document, with the words of each, to compare entries with. */
import type { Outline } from '../../markdown/outline.ts';
import { rangeOf, unzip } from '../../model/located.ts';
import type { SignOff } from '../../model/parts/sign-off.ts';
import type { Range } from '../../model/source.ts';
import { readSignOffs } from '../../read/sign-offs.ts';
import { type Entry, namesOf, personKey, roleKey } from './entry.ts';
import { oneLine } from './plain-text.ts';

export interface Recorded {
  readonly signOff: SignOff;
  readonly range: Range;
  /** Everything that the sign-off says, escapes removed. */
  readonly words: string;
}

/** What a way to record stands on: the document, what it says already, and what is to be said. */
export interface Ground {
  readonly outline: Outline;
  readonly before: readonly Recorded[];
  readonly entry: Entry;
}

/** In a box's label: where what is recorded starts. */
export const trailStart = / — (?=@)/;

// A comment keeps what was recorded before.
const newestOnly = (slice: string): string => slice.replace(/<!--[\s\S]*?-->/g, '');

const wordsOf = (signOff: SignOff, slice: string): string => {
  const { person, date, subject, note, signature, raw } = signOff;
  const parts = [person, date?.raw, subject, note, signature, raw].filter((part) => part !== undefined);
  const around = signOff.form === 'task' ? newestOnly(slice) : slice;
  return oneLine([...parts, around.replace(/\\([!-/:-@[-`{-~])/g, '$1')].join(' · '));
};

/** The sign-offs of a document, in document order. Logs tell history and decide nothing: they are left out. */
export const recordedIn = (outline: Outline): Recorded[] =>
  readSignOffs(outline)
    .map((tree) => {
      const signOff = unzip<SignOff>(tree).data;
      const range = rangeOf(tree);
      return { signOff, range, words: wordsOf(signOff, outline.source.text.slice(range.start, range.end)) };
    })
    .filter(({ signOff }) => signOff.form !== 'log');

export const isRole = ({ signOff }: Recorded, entry: Entry): boolean =>
  signOff.role !== undefined && roleKey(signOff.role) === roleKey(entry.role);

const mentions = (words: string, name: string): boolean => {
  const folded = words.normalize('NFKC').toLowerCase();
  for (let index = folded.indexOf(name); index >= 0; index = folded.indexOf(name, index + 1)) {
    const around = `${folded[index - 1] ?? ' '}${folded[index + name.length] ?? ' '}`;
    if (!/[\p{L}\p{N}_-]/u.test(around)) return true;
  }
  return false;
};

/** Forms without a place for the person, such as `Role | Signature`, say it somewhere in their words. */
export const isBy = ({ signOff, words }: Recorded, entry: Entry): boolean =>
  namesOf(entry).some((name) => (signOff.person === undefined ? mentions(words, name) : personKey(signOff.person) === name));

/** The last sign-off of the person in the role: it counts, whatever was decided before. */
export const latestOf = (all: readonly Recorded[], entry: Entry): Recorded | undefined =>
  all.findLast((recorded) => isRole(recorded, entry) && isBy(recorded, entry));

const digestsIn = (words: string): string[] => [...new Set(words.match(/\bsha256:[0-9a-z]+/gi) ?? [])].sort();

/** Whether a sign-off says the same as an entry about the same content. */
export const saysSame = ({ signOff, words }: Recorded, { decision, subjects }: Entry): boolean =>
  signOff.decision === decision && digestsIn(words).join() === [...new Set(subjects.map(({ digest }) => digest))].sort().join();
