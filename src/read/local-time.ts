/** Local times of a run of events: a time without a date takes the date of what precedes it. */
import type { Time } from '../model/parts/time.ts';

interface Step {
  readonly time: Time;
  readonly sequence: number;
  /** The date of the heading that the sequence stands below. */
  readonly day?: string | undefined;
}

export interface Local {
  /** `YYYY-MM-DDTHH:MM`, or `YYYY-MM-DD` when only the day is known. */
  readonly local?: string;
  readonly inherited?: true;
}

const nextDay = (date: string): string => new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

// A month and day without a year lie nearest to what is known: 2 January stands behind 30 December.
export const nearestDay = (known: string, monthDay: string): string => {
  const year = Number(known.slice(0, 4));
  const distance = (date: string): number => Math.abs(Date.parse(`${date}T00:00:00Z`) - Date.parse(`${known}T00:00:00Z`));
  const dates = [year, year - 1, year + 1].map((one) => `${one}-${monthDay}`).filter((date) => !Number.isNaN(distance(date)));
  return dates.reduce((best, date) => (distance(date) < distance(best) ? date : best), dates[0] ?? `${year}-${monthDay}`);
};

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** A step back of more than half a day is midnight passing, not a mistake. */
export const crossesMidnight = (before: string | undefined, after: string): boolean =>
  before !== undefined && minutesOf(before) - minutesOf(after) > 720;

interface Memory {
  readonly date?: string;
  readonly time?: string;
}

const localOf = (time: Time, memory: Memory): Local => {
  if (time.impossible || time.ambiguous) return {};
  const clock = time.time === undefined || time.precision === 'hour' ? undefined : time.time.slice(0, 5);
  if (time.date === undefined && time.monthDay !== undefined && memory.date !== undefined)
    return { local: `${nearestDay(memory.date, time.monthDay)}${clock === undefined ? '' : `T${clock}`}`, inherited: true };
  if (time.date !== undefined) return { local: clock === undefined ? time.date : `${time.date}T${clock}` };
  if (clock === undefined || memory.date === undefined) return {};
  const date = crossesMidnight(memory.time, clock) ? nextDay(memory.date) : memory.date;
  return { local: `${date}T${clock}`, inherited: true };
};

/** The local time of each step, in the same order. `day`: the date of a step that nothing dated precedes. */
export const localTimes = (steps: readonly Step[], day?: string): Local[] => {
  const memories = new Map<number, Memory>();
  const first: Memory = day === undefined ? {} : { date: day };
  return steps.map(({ time, sequence, day: heading }) => {
    const local = localOf(time, memories.get(sequence) ?? (heading === undefined ? first : { date: heading }));
    if (local.local !== undefined) {
      const clock = local.local.slice(11);
      memories.set(sequence, { date: local.local.slice(0, 10), ...(clock !== '' && { time: clock }) });
    }
    return local;
  });
};
