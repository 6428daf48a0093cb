/** Signing: records a decision of a person in a role where the document asks for it, once. */
import { type Outline, outlineOf } from '../../markdown/outline.ts';
import { type Source, sourceOfText } from '../../model/source.ts';
import { UsageError } from '../../model/usage-error.ts';
import { isBlank } from '../../read/blank.ts';
import { alreadySaid } from './already.ts';
import { boxWays } from './box-sign-off.ts';
import { type Edit, refuseUndecodable } from './edit.ts';
import { type Entry, entryWords, roleKey } from './entry.ts';
import { fieldWays } from './field-sign-off.ts';
import { oneLine } from './plain-text.ts';
import { isProved, unsaid, type Wanted } from './proof.ts';
import { type Ground, isRole, latestOf, recordedIn, saysSame } from './recorded.ts';
import { newSection } from './sign-off-section.ts';
import { type Splice, spliced } from './splice.ts';
import { tableWays } from './table-sign-off.ts';

/** What signing records. */
export type SignRequest = Omit<Entry, 'decision'> & { readonly decision: 'approved' | 'rejected' | 'abstained' };

const maximumNote = 500;

// NUL and halves of characters become others; other controls are not seen.
const unkept = /(?![\t\n\r])\p{Cc}|\p{Cs}/u;

const refuseUnusable = ({ path }: Source, { role, person, note = '' }: Pick<Entry, 'role' | 'person' | 'note'>): void => {
  for (const [name, value] of Object.entries({ role, person, note }))
    if (unkept.test(value))
      throw new UsageError(`${path}: The ${name} ${JSON.stringify(value)} has a character in it that no document keeps. Leave it out.`);
  // In a table the reader would find another name than the one that signed.
  if (person.includes('|'))
    throw new UsageError(
      `${path}: The person "${oneLine(person)}" has a "|" in it, which parts the cells of a table. Name the person without it.`,
    );
  for (const [name, value] of [
    ['role', role],
    ['person', person],
  ] as const) {
    const isNamed = /[\p{L}\p{N}]/u.test(name === 'role' ? roleKey(value) : value) && !isBlank(value);
    if (!isNamed || /[\r\n]/.test(value)) throw new UsageError(`${path}: "${oneLine(value)}" is no ${name}. Name the ${name} in one line.`);
  }
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

const read = (text: string | undefined): string => (text === undefined ? 'a blank' : `"${text}"`);

// What the words become where nothing else of the document has a say: in a row of a table of their own.
const misreading = ({ source, entry }: Wanted): string | undefined => {
  const [recorded] = recordedIn(outlineOf(spliced(sourceOfText(source.path, ''), [newSection(sourceOfText(source.path, ''), entry)])));
  const part = recorded === undefined ? undefined : unsaid(recorded, entry);
  if (part === 'person')
    return `The person "${entry.person}" would be read as ${read(recorded?.signOff.person)}. Name the person otherwise.`;
  if (part === 'note') return `The note "${oneLine(entry.note ?? '')}" would be read as ${read(recorded?.signOff.note)}. Say it otherwise.`;
  if (part === 'subject' && entry.note !== undefined)
    return `The note "${oneLine(entry.note)}" would be read as a part of what is approved. Name that with --subject, or leave it out.`;
  return undefined;
};

/** The first way after which the reader finds what is wanted. */
export const firstProved = (wanted: Wanted, ways: Iterable<Splice[]>): Edit => {
  for (const splices of ways) if (splices.length > 0 && isProved(wanted, splices)) return { splices, summary: entryWords(wanted.entry) };
  const { source, entry } = wanted;
  throw new UsageError(
    `${source.path}: ${misreading(wanted) ?? `"${oneLine(entryWords(entry))}" cannot be recorded so that it can be read again. Close what is open at the end of the document (a code fence, a comment), or write the row by hand.`}`,
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

/** Signs: at most one sign-off more, none if the person's last word in the role says the same about the same content, with the same note. */
export const signDocument = (source: Source, request: SignRequest): Edit => {
  const ground = groundOf(source, request);
  const { before, entry } = ground;
  const already = alreadySaid(latestOf(before, entry), entry);
  if (already !== undefined) return already;
  const holds: Wanted['holds'] = (recorded, was) => saysSame(recorded, entry) && unsaid(recorded, entry, was) === undefined;
  return firstProved({ source, before, entry, holds }, waysOf(ground));
};
