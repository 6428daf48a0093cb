/** Superseded decisions: those that somebody decided again later, and revocations after which somebody else approved. */
import { approves } from '../model/approval.ts';
import type { SignOff } from '../model/parts/sign-off.ts';
import type { Content } from '../model/parts/subject.ts';
import { latest, offsetOf } from './latest-instant.ts';
import { foldName, foldRole } from './people.ts';
import type { PeopleMap } from './people-map.ts';
import { personFacts } from './signer-facts.ts';

/** A sign-off whose subjects were looked up. */
export interface LookedUp {
  readonly signOff: SignOff;
  /** Of its subjects, from the root. */
  readonly paths: readonly string[];
  readonly content: Content;
}

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

/** What a sign-off says, comparable. */
export const saysOf = ({ decision, date, subjects }: SignOff): string =>
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

// Another remark says something new.
const repeats = (later: SignOff, earlier: SignOff): boolean =>
  saysOf(later) === saysOf(earlier) && later.note === earlier.note && later.date?.raw === earlier.date?.raw;

// What only repeats a decision is none. A veto stands until it is decided again, with a date where it has one.
const replaces = (later: Decided, earlier: Decided): boolean => {
  if (!covers(later, earlier) || repeats(later.signOff, earlier.signOff)) return false;
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

/** By a key, in the order in which they were decided. */
const groupedBy = (all: readonly Decided[], keyOf: (signOff: SignOff) => string): Decided[][] => {
  const groups = new Map<string, Decided[]>();
  for (const one of all) groups.set(keyOf(one.signOff), [...(groups.get(keyOf(one.signOff)) ?? []), one]);
  return [...groups.values()].map(ordered);
};

const replacedIn = (group: readonly Decided[], mayReplace: (later: Decided, earlier: Decided) => boolean): number[] =>
  group.filter((one, at) => group.slice(at + 1).some((later) => mayReplace(later, one) && replaces(later, one))).map(({ index }) => index);

/**
 * Indexes of the decisions that the same person decided again later, in the same role and about the same subject; and of the revocations after
 * which somebody else approved who may. Who withdraws an approval leaves the role open; who objects rejects, and only they lift that.
 */
export const supersededIn = (all: readonly LookedUp[], people: PeopleMap): ReadonlySet<number> => {
  const decided = all.flatMap(({ signOff, paths }, index) =>
    signOff.person === undefined || signOff.form === 'log'
      ? []
      : [{ signOff, index, when: whenOf(signOff), about: subjectsOf(signOff, paths) }],
  );
  const roleOf = ({ role = '' }: SignOff): string => foldRole(role);
  const ownKey = (signOff: SignOff): string => JSON.stringify([people.keyOf(signOff.person ?? ''), roleOf(signOff)]);
  const again = new Set(groupedBy(decided, ownKey).flatMap((group) => replacedIn(group, () => true)));
  const counts = ({ signOff, index }: Decided): boolean => {
    const { known, mayHold, ...facts }: Partial<SignOff> = personFacts(signOff, people);
    const content = all[index]?.content;
    return !again.has(index) && known !== false && mayHold !== false && approves({ ...signOff, ...facts, content });
  };
  const lifts = (later: Decided, earlier: Decided): boolean => earlier.signOff.decision === 'revoked' && counts(later);
  return new Set([...again, ...groupedBy(decided, roleOf).flatMap((group) => replacedIn(group, lifts))]);
};
