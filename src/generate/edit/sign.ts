/** Signing: records a decision of a person in a role where the document asks for it, once. */
import { type Outline, outlineOf } from '../../markdown/outline.ts';
import type { Source } from '../../model/source.ts';
import { UsageError } from '../../model/usage-error.ts';
import { boxWays } from './box-sign-off.ts';
import { type Edit, refuseUndecodable, unchanged } from './edit.ts';
import { type Entry, entryWords } from './entry.ts';
import { fieldWays } from './field-sign-off.ts';
import { isProved, saysAll, type Wanted } from './proof.ts';
import { type Ground, isRole, latestOf, recordedIn, saysSame } from './recorded.ts';
import { newSection } from './sign-off-section.ts';
import type { Splice } from './splice.ts';
import { tableWays } from './table-sign-off.ts';

/** What signing records. */
export type SignRequest = Omit<Entry, 'decision'> & { readonly decision: 'approved' | 'rejected' | 'abstained' };

const maximumNote = 500;

const refuseUnusable = ({ path }: Source, { role, person, note = '' }: Pick<Entry, 'role' | 'person' | 'note'>): void => {
  for (const [name, value] of [
    ['role', role],
    ['person', person],
  ] as const) {
    if (!/[\p{L}\p{N}]/u.test(value) || /[\r\n]/.test(value))
      throw new UsageError(`${path}: "${value}" is no ${name}. Name the ${name} in one line.`);
  }
  // In a table the reader would find another name than the one that signed.
  if (person.includes('|'))
    throw new UsageError(`${path}: The person "${person}" has a "|" in it, which parts the cells of a table. Name the person without it.`);
  if (note.length > maximumNote)
    throw new UsageError(
      `${path}: The note has ${note.length} characters; it has to fit a table cell. Write at most ${maximumNote}, and link to the rest.`,
    );
};

/** What a document holds before an entry. Throws a UsageError for what cannot be edited. */
export const groundOf = (source: Source, entry: Entry): Ground => {
  refuseUndecodable(source);
  refuseUnusable(source, entry);
  const outline: Outline = outlineOf(source);
  if (outline.refused !== undefined)
    throw new UsageError(
      `${source.path}: The document is ${outline.refused.replace('-', ' ')} to be read, so nothing can be recorded in it.`,
    );
  const before = recordedIn(outline);
  // The document's own spelling of the role: rules that compare roles by their letters shall find one role, not two.
  const role = before.find((recorded) => isRole(recorded, entry))?.signOff.role ?? entry.role;
  return { outline, before, entry: { ...entry, role } };
};

/** The first way after which the reader finds what is wanted. */
export const firstProved = (wanted: Wanted, ways: Iterable<Splice[]>): Edit => {
  for (const splices of ways) if (splices.length > 0 && isProved(wanted, splices)) return { splices, summary: entryWords(wanted.entry) };
  throw new UsageError(
    `${wanted.source.path}: "${entryWords(wanted.entry)}" cannot be recorded so that it can be read again. Close what is open at the end of the document (a code fence, a comment), or write the row by hand.`,
  );
};

/** Where an entry may go: where the role is asked first, then beside what it said before, then anywhere, at last into a new section. */
function* waysOf(ground: Ground): Generator<Splice[]> {
  const tables = tableWays(ground);
  const boxes = boxWays(ground);
  yield* tables.waiting();
  yield* boxes.own();
  yield* fieldWays(ground);
  yield* tables.known();
  yield* boxes.beside();
  yield* tables.anywhere();
  yield [newSection(ground.outline.source, ground.entry)];
}

/** Signs: at most one sign-off more, none if the person's last word in the role says the same about the same content. */
export const signDocument = (source: Source, request: SignRequest): Edit => {
  const ground = groundOf(source, request);
  const { before, entry } = ground;
  const latest = latestOf(before, entry);
  if (latest !== undefined && saysSame(latest, entry)) return unchanged(`already recorded: ${entryWords(entry)}`);
  const holds: Wanted['holds'] = (recorded) => saysSame(recorded, entry) && saysAll(recorded, entry);
  return firstProved({ source, before, entry, holds }, waysOf(ground));
};
