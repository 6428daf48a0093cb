/** The moment that an incident was detected, as a command line or a prompt states it. */
import { outlineOf } from '../markdown/outline.ts';
import { unzip } from '../model/located.ts';
import type { Id } from '../model/parts/incident.ts';
import type { Time } from '../model/parts/time.ts';
import { sourceOfText } from '../model/source.ts';
import { UsageError } from '../model/usage-error.ts';
import { idOf } from '../read/incident-head.ts';
import { readTime } from '../read/time.ts';

const example = '2026-01-05T10:02Z';

/** A time with its date and at least its minutes. Throws a UsageError that says what is missing. */
export const readDetected = (text: string): Time => {
  const time = readTime(text.trim());
  const refuse = (why: string): UsageError => new UsageError(`--detected: "${text}" ${why}. Write it as ${example}.`);
  if (time.impossible === true) throw refuse('does not exist');
  if (time.ambiguous === true) throw refuse('can be two days');
  if (time.date === undefined) throw refuse('has no date');
  if (time.precision !== 'minute' && time.precision !== 'second') throw refuse('has no time of day');
  if (time.approximate === true) throw refuse('is not exact');
  return time;
};

/** So much of a report holds its title and its fields. */
const headLength = 4000;

/** The identifier that a report states in its head. */
export const statedId = (path: string, text: string): string | undefined => {
  const tree = idOf(outlineOf(sourceOfText(path, text.slice(0, headLength))));
  return tree === undefined ? undefined : unzip<Id>(tree).data.text;
};
