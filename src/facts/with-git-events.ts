/** The second clock of an incident report: what git shows of its events, beside what it declares. */
import type { Document } from '../model/document.ts';
import { childPointer } from '../model/located.ts';
import type { Events, Proof } from '../model/parts/incident.ts';
import type { Commit, NoFacts } from './git-commit.ts';
import { askedOnce, type CauseSources, rootCauseCommit } from './git-root-cause.ts';
import { firstAddedTest } from './git-tests.ts';
import { fileHistory, type History, isKnown } from './git-versions.ts';

export interface EventSources extends CauseSources {
  readonly history: () => Promise<History | NoFacts>;
  /** The instant (RFC 3339 in UTC) since which a new test counts; by default the first moment of the incident's day in UTC. */
  readonly since?: (document: Document) => string | undefined;
}

interface Fact {
  readonly name: 'reported' | 'rca' | 'test';
  readonly proof: Proof;
  /** The part of the document that the fact is about; the event's place if it declares none. */
  readonly about: string;
}

const dayOfIncident = (document: Document): string | undefined => {
  const { date: written, events } = document.data;
  const { started, detected, declared } = events ?? {};
  const dates = [written, started?.declared, detected?.declared, declared?.declared].map((time) => time?.date);
  const first = dates.filter((date) => date !== undefined).sort()[0];
  return first === undefined ? undefined : `${first}T00:00:00Z`;
};

const proofOf = ({ committedAt, id }: Commit, path?: string): Proof => ({
  at: committedAt,
  commit: id,
  ...(path !== undefined && { path }),
});

const reportedFact = (document: Document, history: History): Fact[] => {
  const added = fileHistory(history, document.source.path)?.added;
  return added === undefined ? [] : [{ name: 'reported', proof: proofOf(added), about: '/title' }];
};

const causeFact = async (document: Document, history: History, sources: CauseSources): Promise<Fact[]> => {
  const commit = await rootCauseCommit(document, history, sources);
  return commit === undefined ? [] : [{ name: 'rca', proof: proofOf(commit), about: '/rootCause' }];
};

const testFact = (document: Document, history: History, since: string | undefined): Fact[] => {
  const test = since === undefined ? undefined : firstAddedTest(document, history, since);
  return test === undefined ? [] : [{ name: 'test', proof: proofOf(test.commit, test.path), about: childPointer('/actions', test.action) }];
};

const withFacts = (document: Document, facts: readonly Fact[]): Document => {
  const events: { -readonly [K in keyof Events]: Events[K] } = { ...document.data.events };
  const ranges = new Map(document.ranges);
  for (const { name, proof, about } of facts) {
    const pointer = childPointer('/events', name);
    const range = ranges.get(pointer) ?? ranges.get(about);
    if (range !== undefined) ranges.set(pointer, range);
    events[name] = { ...events[name], git: proof };
  }
  return { ...document, data: { ...document.data, events }, ranges };
};

/** Gives documents `git` on the events reported, rca and test, as far as git shows them. Nothing is guessed: what is not shown is left out. */
export const gitEvents = ({
  history: ask,
  read,
  states,
  since = dayOfIncident,
}: EventSources): ((document: Document) => Promise<Document>) => {
  const causes = { read, states: askedOnce(states) };
  let prepared = false;
  return async (document) => {
    const asked = ask();
    if (!prepared) read.prepare?.(asked);
    prepared = true;
    const history = await asked;
    if (!isKnown(history)) return document;
    const cause = await causeFact(document, history, causes);
    const facts = [...reportedFact(document, history), ...cause, ...testFact(document, history, since(document))];
    return facts.length === 0 ? document : withFacts(document, facts);
  };
};
