/** Facts on sign-offs: who decided, whether it still counts, and what it is bound to. */
import { approves } from '../model/approval.ts';
import { type Document, placeAt } from '../model/document.ts';
import { childPointer } from '../model/located.ts';
import type { SignOff } from '../model/parts/sign-off.ts';
import type { Content } from '../model/parts/subject.ts';
import { latest, offsetOf } from './latest-instant.ts';
import { foldName, foldRole } from './people.ts';
import type { PeopleMap } from './people-map.ts';
import { involvedIn, personFacts } from './signer-facts.ts';
import { type ContentQuestions, type Found, findSubject, worstContent } from './subjects.ts';

/** What git says of who wrote what. Everybody is a name, an address, or `Name <address>`. */
export interface Provenance {
  /** Who wrote what is approved: the subjects, or the document itself; commits that only sign are left out. */
  readonly documentAuthors: readonly string[];
  /** Who committed to it since the base. */
  readonly documentCommitters?: readonly string[];
  /** Who committed a line (1-based) of the document; nobody while it is not committed. */
  readonly rowCommitters: (line: number) => readonly string[];
  /** Whether the commit of a line has a good signature. */
  readonly rowSigned?: (line: number) => boolean;
}

export interface SignOffQuestions extends ContentQuestions {
  readonly people: PeopleMap;
  /** The approvals document of the previous release. */
  readonly previous?: Document;
  readonly provenance?: Provenance;
}

type Facts = Partial<SignOff>;

// A file is there before it is committed, and people decide about what they have at hand.
const doubt = 24 * 3_600_000;

// What a digest or a commit binds was there, or is stale; only of other subjects the first commit tells anything.
const earlyFact = ({ date }: SignOff, found: readonly Found[]): string | undefined => {
  if (date?.date === undefined) return undefined;
  const end = latest(date) + doubt;
  return found
    .filter(({ subject }) => subject.content === 'unbound')
    .map(({ since }) => since)
    .findLast((since) => since !== undefined && end < Date.parse(since));
};

/** A sign-off whose subjects were looked up. */
interface Looked {
  readonly signOff: SignOff;
  readonly paths: readonly string[];
  readonly content: Content;
  readonly early?: string;
}

const lookedUp = async (signOff: SignOff, from: string, asked: SignOffQuestions): Promise<Looked> => {
  const found = await Promise.all((signOff.subjects ?? []).map((subject) => findSubject(from, subject, asked)));
  const subjects = found.map(({ subject }) => subject);
  const early = earlyFact(signOff, found);
  return {
    signOff: signOff.subjects === undefined ? signOff : { ...signOff, subjects },
    paths: found.flatMap(({ path, subject }) => path ?? subject.path ?? []),
    content: worstContent(subjects),
    ...(early !== undefined && { early }),
  };
};

interface Decided {
  readonly signOff: SignOff;
  readonly index: number;
  /** Local, or in UTC where the zone is known: `YYYY-MM-DD`, perhaps with `THH:MM`. */
  readonly when: string;
  readonly about: readonly string[];
}

const whenOf = ({ date }: SignOff): string => {
  if (date?.date === undefined) return '';
  if (date.time === undefined) return date.date;
  const exact = offsetOf(date.zone ?? '') !== undefined && date.time.length >= 5;
  return exact ? new Date(latest(date)).toISOString().slice(0, 16) : `${date.date}T${date.time}`;
};

// Paths are the same wherever they are named; words and silence mean what the section is about.
const subjectsOf = ({ subject, section }: SignOff, paths: readonly string[]): readonly string[] =>
  paths.length > 0 ? paths : subject === undefined ? [] : [JSON.stringify([foldName(subject), section])];

const sameAs = ({ decision, date, subjects }: SignOff): string =>
  JSON.stringify([decision, date?.date, date?.time, subjects?.map(({ path, digest, commit }) => [path, digest, commit])]);

const isVeto = ({ decision }: SignOff): boolean => decision === 'rejected' || decision === 'revoked';

// A veto or a doubt that names nothing is about everything that the section decides; an approval has to cover what it decides anew.
const covers = (later: Decided, earlier: Decided): boolean => {
  const near = JSON.stringify(later.signOff.section) === JSON.stringify(earlier.signOff.section);
  if (earlier.about.length === 0) return near;
  if (later.about.length === 0) return near && later.signOff.decision !== 'approved';
  const again = (subject: string): boolean => later.about.includes(subject);
  return later.signOff.decision === 'approved' ? earlier.about.every(again) : earlier.about.some(again);
};

// What only repeats a decision is none. A veto stands until it is decided again, with a date where it has one.
const replaces = (later: Decided, earlier: Decided): boolean => {
  if (!covers(later, earlier) || sameAs(later.signOff) === sameAs(earlier.signOff)) return false;
  if (!isVeto(earlier.signOff) || isVeto(later.signOff)) return true;
  return later.signOff.decision !== 'pending' && (later.signOff.date?.date !== undefined || earlier.signOff.date?.date === undefined);
};

// An undated decision is as old as the one above it. On one day times order only when all have one: the order has to be total.
const ordered = (group: readonly Decided[]): Decided[] => {
  const dated: Decided[] = [];
  for (const one of group) dated.push(one.when === '' ? { ...one, when: dated.at(-1)?.when.slice(0, 10) ?? '' } : one);
  const vague = new Set(dated.filter(({ when }) => when.length < 16).map(({ when }) => when.slice(0, 10)));
  const keyOf = ({ when }: Decided): string => (vague.has(when.slice(0, 10)) ? when.slice(0, 10) : when);
  return dated.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : keyOf(a) > keyOf(b) ? 1 : a.index - b.index));
};

/** Indexes of the decisions that the same person decided again later, in the same role and about the same subject. */
const supersededIn = (all: readonly Looked[], people: PeopleMap): ReadonlySet<number> => {
  const groups = new Map<string, Decided[]>();
  for (const [index, { signOff, paths }] of all.entries()) {
    if (signOff.person === undefined || signOff.form === 'log') continue;
    const key = JSON.stringify([people.keyOf(signOff.person), foldRole(signOff.role ?? '')]);
    groups.set(key, [...(groups.get(key) ?? []), { signOff, index, when: whenOf(signOff), about: subjectsOf(signOff, paths) }]);
  }
  const superseded = [...groups.values()]
    .map(ordered)
    .flatMap((group) => group.filter((one, at) => group.slice(at + 1).some((later) => replaces(later, one))));
  return new Set(superseded.map(({ index }) => index));
};

const recordKey = (signOff: SignOff, people: PeopleMap): string =>
  JSON.stringify([foldRole(signOff.role ?? ''), people.keyOf(signOff.person ?? ''), sameAs(signOff)]);

const copiedFrom = ({ signOff, content }: Looked, { previous, people }: SignOffQuestions): string | undefined => {
  // A date that is the same proves nothing when the content is proved to be that of today.
  if (previous === undefined || signOff.date?.date === undefined || signOff.form === 'log' || content === 'unchanged') return undefined;
  const key = recordKey(signOff, people);
  return previous.data.signOffs.some((other) => other.form !== 'log' && recordKey(other, people) === key)
    ? previous.source.path
    : undefined;
};

const provenanceFacts = (document: Document, index: number, { people, provenance }: SignOffQuestions): Facts => {
  const person = document.data.signOffs[index]?.person;
  if (provenance === undefined || person === undefined) return { verified: 'text' };
  const { start, end } = placeAt(document, childPointer('/signOffs', index));
  const lines = Array.from({ length: end.line - start.line + 1 }, (_, offset) => start.line + offset);
  const byLine = lines.map((line) => provenance.rowCommitters(line).map(people.keyOf));
  const own = byLine.every((everybody) => everybody.length > 0 && everybody.every((one) => one === people.keyOf(person)));
  const signed = own && lines.every((line) => provenance.rowSigned?.(line) === true);
  return { committers: [...new Set(byLine.flat())], verified: signed ? 'signature' : own ? 'change-control' : 'text' };
};

const withFacts = (document: Document, all: readonly Looked[], asked: SignOffQuestions): SignOff[] => {
  const superseded = supersededIn(all, asked.people);
  return all.map((one, index) => {
    const { signOff, content, early } = one;
    const involved = signOff.person === undefined ? [] : involvedIn(document, signOff.person, asked);
    const facts: Facts = {
      ...personFacts(signOff, asked.people),
      content,
      superseded: superseded.has(index) || undefined,
      early,
      copiedFrom: copiedFrom(one, asked),
      involved: involved.length > 0 ? involved : undefined,
      ...provenanceFacts(document, index, asked),
    };
    return { ...signOff, ...Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) };
  });
};

/** The document with facts on each of its sign-offs, as the model describes them. */
export const withSignOffFacts = async (document: Document, asked: SignOffQuestions): Promise<Document> => {
  const looked = await Promise.all(document.data.signOffs.map((signOff) => lookedUp(signOff, document.source.path, asked)));
  if (looked.length === 0) return document;
  const signOffs = withFacts(document, looked, asked);
  const approvedRoles = [...new Set(signOffs.filter(approves).flatMap(({ role }) => role ?? []))];
  return { ...document, data: { ...document.data, signOffs, ...(document.data.approvedRoles !== undefined && { approvedRoles }) } };
};
