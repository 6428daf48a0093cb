/** Outcomes: was it done in time? Every pair of instants that two moments can mean is asked; only a common answer is certain. */
import type { Limit } from './limit.ts';
import { clockChange, type Moment, type Reading } from './moment.ts';
import type { Span } from './stated-time.ts';

/** What has to be done, how long it may take, and the instant that counts as now. */
export interface Question {
  readonly start: Moment;
  readonly limit: Limit;
  readonly now: number;
}

export type Outcome = 'met' | 'late' | 'pending' | 'missed' | 'uncertain' | 'before' | 'future';

/** Something done at `end`, and at least how late, in milliseconds. */
export interface DoneOutcome {
  /** `before`: certainly before it could start. `future`: certainly after now. */
  readonly outcome: Extract<Outcome, 'met' | 'late' | 'uncertain' | 'before' | 'future'>;
  readonly late: number;
}

/** When something is due: between these instants, by every reading of its start. */
export const dueSpan = ({ start, limit }: Question): Span => ({
  earliest: Math.min(...start.readings.map(({ earliest }) => limit.dueAfter(earliest))),
  latest: Math.max(...start.readings.map(({ latest }) => limit.dueAfter(latest))),
});

// What is written to the minute is due until that minute is over: exactly at the limit is in time.
const grace = ({ start }: Question): number => start.grain - 1;

interface Pair {
  readonly from: Span;
  readonly to: Span;
}

// Two wall clock times of one unknown zone: their distance is known but for a change of the clock.
const wallPair = (from: Span, to: Span): Pair => {
  const change = clockChange(from, to);
  return { from, to: { earliest: to.earliest - change, latest: to.latest + change } };
};

const pairOf = (from: Reading, to: Reading, { limit, now }: Question): Pair | undefined => {
  // A document that states a time has been written by now.
  if (to.earliest > now) return undefined;
  if (from.wall !== undefined && to.wall !== undefined && limit.constant) return wallPair(from.wall, to.wall);
  return { from, to: { earliest: to.earliest, latest: Math.min(to.latest, now) } };
};

// Without its wall clock a reading of an unknown zone stands for itself alone.
const alone = ({ zone, earliest, latest }: Reading): Reading => ({ zone, earliest, latest });

const pairsOf = (question: Question, end: Moment): Pair[] => {
  const same = question.start.zoneText === end.zoneText;
  return question.start.readings.flatMap((from) =>
    end.readings
      .filter((to) => !same || from.zone?.name === to.zone?.name)
      .flatMap((to) => pairOf(from, same ? to : alone(to), question) ?? []),
  );
};

/** How a thing that was done at `end` stands. */
export const doneOutcome = (question: Question, end: Moment): DoneOutcome => {
  const pairs = pairsOf(question, end);
  if (pairs.length === 0) return { outcome: 'future', late: 0 };
  const possible = pairs.filter(({ from, to }) => to.latest >= from.earliest);
  if (possible.length === 0) return { outcome: 'before', late: 0 };
  const due = (instant: number): number => question.limit.dueAfter(instant);
  const allowed = grace(question);
  const canBeMet = possible.some(({ from, to }) => to.earliest <= due(from.latest) + allowed);
  const canBeLate = possible.some(({ from, to }) => to.latest > due(from.earliest) + allowed);
  if (canBeMet && canBeLate) return { outcome: 'uncertain', late: 0 };
  return canBeMet
    ? { outcome: 'met', late: 0 }
    : { outcome: 'late', late: Math.min(...possible.map(({ from, to }) => to.earliest - due(from.latest))) };
};

/** How a thing that was not done stands. */
export const openOutcome = (question: Question): Extract<Outcome, 'pending' | 'missed' | 'uncertain'> => {
  const due = dueSpan(question);
  if (question.now <= due.earliest + grace(question)) return 'pending';
  return question.now > due.latest + grace(question) ? 'missed' : 'uncertain';
};
