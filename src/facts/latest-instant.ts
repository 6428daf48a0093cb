/** The latest instant that a date of a sign-off can mean. */
import type { Time } from '../model/parts/time.ts';

export const offsetOf = (zone: string): string | undefined => {
  if (/^(?:Z|UTC|GMT)$/.test(zone)) return 'Z';
  const [, sign, hours = '', minutes = '00'] = /^(?:UTC|GMT)?([+-])(\d{1,2}):?(\d{2})?$/.exec(zone) ?? [];
  return sign === undefined ? undefined : `${sign}${hours.padStart(2, '0')}:${minutes}`;
};

/** The latest instant that a time can mean, in milliseconds; without a zone it may be that of UTC-12. */
export const latest = ({ date, time = '23:59:59', zone = '' }: Time): number => {
  const clock = `${time}:59:59`.slice(0, 8);
  const offset = offsetOf(zone);
  return Date.parse(`${date ?? ''}T${clock}${offset ?? 'Z'}`) + (offset === undefined ? 12 * 3_600_000 : 0);
};
