/** Instants as text: RFC 3339 in the zone of their source. */
import type { Moment } from './moment.ts';
import { minute, type Span, second } from './stated-time.ts';
import { utc, type Zone } from './zone.ts';

const suffix = (offset: number): string => {
  const minutes = Math.round(offset / minute);
  if (minutes === 0) return 'Z';
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `${minutes < 0 ? '-' : '+'}${String(hours).padStart(2, '0')}:${String(rest).padStart(2, '0')}`;
};

/** `2026-01-05T11:05:00+01:00`. */
export const instantText = (instant: number, zone: Zone = utc): string => {
  const whole = Math.floor(instant / second) * second;
  // RFC 3339 offsets are whole minutes; local mean times before 1900 are not.
  const offset = Math.round(zone.offsetAt(whole) / minute) * minute;
  return `${new Date(whole + offset).toISOString().slice(0, 19)}${suffix(offset)}`;
};

/** The zone to show a moment's consequences in: its own where there is only one understanding, else UTC. */
export const zoneOf = ({ readings }: Moment): Zone => (readings.length === 1 ? (readings[0]?.zone ?? utc) : utc);

/** One instant, or `between … and …`. */
export const spanText = ({ earliest, latest }: Span, zone: Zone): string =>
  instantText(earliest, zone) === instantText(latest, zone)
    ? instantText(earliest, zone)
    : `between ${instantText(earliest, zone)} and ${instantText(latest, zone)}`;
