/** Two clocks: what a report declares and what git shows of one event, weighed into one outcome. */
import type { Moment } from './moment.ts';
import { type DoneOutcome, doneOutcome, type Question } from './outcome.ts';

/** Whose word counts. */
export const clocks = ['either', 'declared', 'git', 'earliest', 'both'] as const;

export type Clock = (typeof clocks)[number];

/** What is known of an event's time; a string says why the declared time is none. */
export interface Evidence {
  readonly declared?: Moment | string;
  readonly git?: Moment;
}

/** An outcome with the moment it rests on; `doubt` says why it is uncertain, where the moment itself does not. */
export interface Weighed extends DoneOutcome {
  readonly moment?: Moment;
  readonly doubt?: string;
}

const weigh = (question: Question, moment: Moment | string | undefined): Weighed | undefined => {
  if (moment === undefined) return undefined;
  if (typeof moment === 'string') return { outcome: 'uncertain', late: 0, doubt: moment };
  const done = doneOutcome(question, moment);
  // What is declared for the future is a plan.
  return done.outcome === 'future' ? undefined : { ...done, moment };
};

const isCertain = ({ outcome }: Weighed): boolean => outcome === 'met' || outcome === 'late';

// The report speaks first; where its word decides nothing, git is asked.
const either = (declared: Weighed | undefined, git: Weighed | undefined): Weighed | undefined =>
  [declared, git].find((one) => one !== undefined && isCertain(one)) ?? declared ?? git;

const earliest = (declared: Weighed | undefined, git: Weighed | undefined): Weighed | undefined => {
  const all = [declared, git].filter((one) => one !== undefined);
  const met = all.find(({ outcome }) => outcome === 'met');
  const unsure = all.find((one) => !isCertain(one));
  return met ?? unsure ?? all.sort((a, b) => a.late - b.late)[0];
};

const both = (declared: Weighed | undefined, git: Weighed | undefined): Weighed | undefined => {
  if (declared === undefined && git === undefined) return undefined;
  const late = [declared, git].filter((one) => one?.outcome === 'late').sort((a, b) => (b?.late ?? 0) - (a?.late ?? 0))[0];
  if (late !== undefined) return late;
  if (declared === undefined) return { outcome: 'uncertain', late: 0, doubt: 'only git shows when, the report does not say it' };
  if (git === undefined) return { outcome: 'uncertain', late: 0, doubt: 'the report says when, git does not show it' };
  return [declared, git].find((one) => !isCertain(one)) ?? declared;
};

/** The outcome of an event that both clocks may know; nothing when the clock asked for is silent. */
export const weighClocks = (question: Question, { declared, git }: Evidence, clock: Clock): Weighed | undefined => {
  const [word, fact] = [weigh(question, declared), weigh(question, git)];
  if (clock === 'declared') return word;
  if (clock === 'git') return fact;
  return { either, earliest, both }[clock](word, fact);
};
