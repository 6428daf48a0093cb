/** `notFuture`: a day is not after now, wherever on earth it was written. */
import { keyword } from './keyword.ts';

interface TimeData {
  readonly date?: string;
}

/** The zone furthest ahead is UTC+14; only a day that has begun nowhere is certainly in the future. */
const hoursAhead = 14;

export const notFuture = keyword<TimeData, boolean>({
  name: 'notFuture',
  type: 'object',
  params: ['date', 'today'],
  reads: ['/date'],
  metaSchema: {
    type: 'boolean',
    title: 'The day of a time has begun somewhere on earth.',
    description:
      'The object is a time of the model; its `date` (`YYYY-MM-DD`) counts, its time of day does not. Without a date it holds. `false` asks for nothing.',
  },
  check: ({ date }, value, { now }) => {
    const today = new Date(Date.parse(now) + hoursAhead * 3_600_000).toISOString().slice(0, 10);
    return value && date !== undefined && date > today
      ? [{ pointer: '', message: `is after ${today}`, params: { date, today: now.slice(0, 10) } }]
      : [];
  },
});
