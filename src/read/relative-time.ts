/** Places in time of events that no date is known for: minutes since the start, or the clock of a day that is counted. */
import type { Time } from '../model/parts/time.ts';
import type { Local } from './local-time.ts';
import { crossesMidnight } from './local-time.ts';

interface Step {
  readonly time: Time;
  readonly sequence: number;
}

const sign = '(?:[TH]\\s*\\+|\\+)\\s*';
const units = { d: 1440, h: 60, m: 1, s: 1 / 60 } as const;

/** `T0`, `T+5`, `T+1hr 15min`, `H+00`, `+20m`, `T+01:30`: what counts from the start of the incident. */
export const offsetPattern = new RegExp(
  `^(?:T0(?!\\d)|${sign}\\d{1,3}:\\d{2}(?!\\d)|${sign}\\d+\\s*(?:(?:d(?:ays?)?|h(?:rs?|ours?)?|m(?:ins?|inutes?)?|s(?:ecs?|econds?)?)\\b\\s*(?:\\d+\\s*)?)*)`,
  'i',
);

/** The minutes since the start that a text opens with; a number without a unit counts minutes. */
export const offsetOf = (text: string): number | undefined => {
  const said = offsetPattern.exec(text)?.[0];
  if (said === undefined) return undefined;
  const [, hours, minutes] = /(\d{1,3}):(\d{2})/.exec(said) ?? [];
  if (hours !== undefined) return Number(hours) * 60 + Number(minutes);
  return [...said.replace(/^T0/i, '0').matchAll(/(\d+)\s*([dhms])?/gi)].reduce(
    (sum, [, amount, unit]) => sum + Number(amount) * units[(unit?.toLowerCase() ?? 'm') as keyof typeof units],
    0,
  );
};

const two = (value: number): string => String(value).padStart(2, '0');

const sinceStart = (minutes: number): string => `T+${two(Math.floor(minutes / 60))}:${two(Math.floor(minutes % 60))}`;

/** `T+01:15`, or `day 1, 09:17`; absent where the local time is known, or nothing is. Of one sequence they sort as text. */
export const relativeTimes = (steps: readonly Step[], locals: readonly Local[]): (string | undefined)[] => {
  const memories = new Map<number, { readonly day: number; readonly clock: string }>();
  const counts = steps.some(({ time }) => time.time === undefined && offsetOf(time.raw) !== undefined);
  return steps.map(({ time, sequence }, index) => {
    const offset = time.time === undefined ? offsetOf(time.raw) : undefined;
    if (offset !== undefined) return sinceStart(offset);
    const clock = time.precision === 'hour' ? undefined : time.time?.slice(0, 5);
    if (
      counts ||
      clock === undefined ||
      time.impossible ||
      time.ambiguous ||
      time.date !== undefined ||
      time.monthDay !== undefined ||
      locals[index]?.local !== undefined
    )
      return undefined;
    const before = memories.get(sequence);
    const day = (before?.day ?? 1) + (crossesMidnight(before?.clock, clock) ? 1 : 0);
    memories.set(sequence, { day, clock });
    return `day ${day}, ${clock}`;
  });
};
