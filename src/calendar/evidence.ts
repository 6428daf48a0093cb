/** Evidence: what a report declares and what git shows of one event, as moments. */
import type { Evidence } from './clocks.ts';
import { type Defaults, type Moment, momentAt, momentOf } from './moment.ts';
import type { StatedTime } from './stated-time.ts';

/** An event as the model of a document has it. */
export interface StatedEvent {
  readonly declared?: StatedTime;
  readonly git?: { readonly at: string };
}

// A time of day without a date is one of the report's day.
const dated = (time: StatedTime, day: string | undefined): StatedTime =>
  time.date === undefined && time.time !== undefined && day !== undefined ? { ...time, date: day } : time;

/** Both clocks of an event. `day` is the date (`YYYY-MM-DD`) of times that state none. */
export const evidenceOf = ({ declared, git }: StatedEvent, defaults: Defaults, day?: string): Evidence => ({
  ...(declared !== undefined && { declared: momentOf(dated(declared, day), defaults) }),
  ...(git !== undefined && { git: momentAt(Date.parse(git.at)) }),
});

/** The moment of a start: a fact of the world, so git is asked only where nobody wrote it down. */
export const startOf = ({ declared, git }: Evidence): Moment | undefined => (typeof declared === 'object' ? declared : git);
