/** What the zone that a document writes can mean. An abbreviation is a claim: people write `EST` and `CET` in summer too. */
import { fixedZone, type Zone, type ZoneIndex } from './zone.ts';

/** Minutes ahead of UTC, or an IANA zone whose wall clock is meant. */
type Meaning = number | string;

const meanings: Readonly<Record<string, readonly Meaning[]>> = {
  Z: [0],
  UTC: [0],
  GMT: [0],
  WET: [0, 'Europe/Lisbon'],
  WEST: [60, 'Europe/Lisbon'],
  CET: [60, 'Europe/Berlin'],
  CEST: [120, 'Europe/Berlin'],
  EET: [120, 'Europe/Helsinki'],
  EEST: [180, 'Europe/Helsinki'],
  // British summer, Bangladesh, Bougainville.
  BST: [60, 'Europe/London', 360, 660],
  // India, Ireland, Israel.
  IST: [330, 60, 'Europe/Dublin', 120, 'Asia/Jerusalem'],
  JST: [540],
  KST: [540],
  AEST: [600, 'Australia/Sydney'],
  AEDT: [660, 'Australia/Sydney'],
  NZST: [720, 'Pacific/Auckland'],
  NZDT: [780, 'Pacific/Auckland'],
  ET: ['America/New_York'],
  EST: [-300, 'America/New_York'],
  EDT: [-240, 'America/New_York'],
  // Central America, China; Cuba for the standard time.
  CT: ['America/Chicago', 480],
  CST: [-360, 'America/Chicago', 480, -300],
  CDT: [-300, 'America/Chicago', -240],
  MT: ['America/Denver'],
  MST: [-420, 'America/Denver'],
  MDT: [-360, 'America/Denver'],
  PT: ['America/Los_Angeles'],
  PST: [-480, 'America/Los_Angeles'],
  PDT: [-420, 'America/Los_Angeles'],
};

const offset = /^(?:UTC|GMT)?([+-])(\d{1,2})(?::?(\d{2}))?$/i;

const offsetZone = (text: string): Zone | undefined => {
  const match = offset.exec(text);
  if (match === null) return undefined;
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0);
  return minutes > 18 * 60 ? undefined : fixedZone(match[1] === '-' ? -minutes : minutes);
};

const zoneFor = (meaning: Meaning, zones: ZoneIndex): Zone | undefined =>
  typeof meaning === 'number' ? fixedZone(meaning) : zones(meaning);

/** Every zone that a written zone can mean; none when nobody knows it. */
export const zonesMeant = (text: string, zones: ZoneIndex): readonly Zone[] => {
  const fixed = offsetZone(text);
  if (fixed !== undefined) return [fixed];
  const known = Object.hasOwn(meanings, text.toUpperCase()) ? meanings[text.toUpperCase()] : undefined;
  if (known !== undefined) return known.map((meaning) => zoneFor(meaning, zones)).filter((zone) => zone !== undefined);
  const named = text.includes('/') ? zones(text) : undefined;
  return named === undefined ? [] : [named];
};
