/** Facts on sign-offs: who decided, whether it still counts, and what it is bound to. */
import { approves } from '../model/approval.ts';
import { type Document, placeAt } from '../model/document.ts';
import { childPointer } from '../model/located.ts';
import type { SignOff } from '../model/parts/sign-off.ts';
import { latest } from './latest-instant.ts';
import { foldRole } from './people.ts';
import type { PeopleMap } from './people-map.ts';
import { involvedIn, personFacts } from './signer-facts.ts';
import { type ContentQuestions, type Found, findSubject, worstContent } from './subjects.ts';
import { type LookedUp, saysOf, supersededIn } from './superseded.ts';

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

interface Looked extends LookedUp {
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

const recordKey = (signOff: SignOff, people: PeopleMap): string =>
  JSON.stringify([foldRole(signOff.role ?? ''), people.keyOf(signOff.person ?? ''), saysOf(signOff)]);

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
