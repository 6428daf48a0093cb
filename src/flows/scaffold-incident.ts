/** A new incident report: its number, its due times, and the context of its template. */
import { posix } from 'node:path';
import { isIgnored } from '../config/match.ts';
import type { Config } from '../config/types.ts';
import { branchFiles } from '../facts/git-branch-files.ts';
import { readDetected, statedId } from '../generate/detected.ts';
import { type NextNumber, type Numbered, nextNumber, type Taken } from '../generate/numbering.ts';
import { UsageError } from '../model/usage-error.ts';
import type { Environment } from '../tree/git.ts';
import type { Tree } from '../tree/tree.ts';
import { type Detection, type DueTime, detectionOf, dueTimes } from './scaffold-deadlines.ts';
import { incidentFolder, isGoverned } from './scaffold-paths.ts';

export const severities = ['critical', 'high', 'medium', 'low'] as const;

export type Severity = (typeof severities)[number];

/** What somebody says of an incident. */
export interface IncidentOrder {
  readonly title: string;
  readonly severity: Severity;
  /** As written, or `now`. */
  readonly detected: string;
  /** Identifiers that somebody else is about to use. */
  readonly reserved?: readonly string[];
}

/** Where reports are written, and by what time. */
export interface ScaffoldPlace {
  /** Absolute. */
  readonly root: string;
  readonly tree: Tree;
  readonly config: Config;
  /** RFC 3339 in UTC. */
  readonly now: string;
  readonly env?: Environment | undefined;
}

export interface PlannedIncident {
  readonly path: string;
  readonly folder: string;
  readonly id: string;
  readonly detection: Detection;
  readonly dueTimes: readonly DueTime[];
  readonly notes: readonly string[];
}

/** A title as one line. Throws a UsageError where nothing of it is left, or it is longer than a heading should be. */
export const checkTitle = (title: string): string => {
  const line = title.trim();
  if (line === '') throw new UsageError('The incident needs a title, for example: docgate new incident "Checkout returns 500".');
  if (/[\u0000-\u0008\u000A-\u001F\u007F\u2028\u2029]/.test(line))
    throw new UsageError('The title has a line break or a control character in it. Write it as one line.');
  if (line.length > 200) throw new UsageError(`The title has ${line.length} characters; write at most 200, and the rest into the report.`);
  return line.replace(/\s+/g, ' ');
};

const takenIn = async ({ tree, config }: ScaffoldPlace, folder: string): Promise<Taken[]> => {
  const paths = (await tree.list([posix.join(folder, '**/*.md')])).filter((path) => !isIgnored(config, path));
  return Promise.all(
    paths.map(async (path) => {
      const id = statedId(path, new TextDecoder().decode(await tree.read(path)));
      return { name: posix.basename(path), ...(id !== undefined && { id }) };
    }),
  );
};

const takenElsewhere = async ({ root, config, env }: ScaffoldPlace, folder: string, here: readonly Taken[]): Promise<Taken[]> => {
  const names = new Set(here.map(({ name }) => name));
  const files = await branchFiles({ root, folder, env });
  return files
    .filter(({ name }) => !isIgnored(config, posix.join(folder, name)))
    .map(({ name, branch }) => ({ name: posix.basename(name), branch }))
    .filter(({ name }) => !names.has(name));
};

const detectionOfOrder = ({ detected }: IncidentOrder, { config, now }: ScaffoldPlace): { detection: Detection; notes: string[] } => {
  const time = readDetected(detected === 'now' ? `${now.slice(0, 16)}Z` : detected);
  const detection = detectionOf(time, config);
  if (detection.instant > Date.parse(now))
    throw new UsageError(`--detected: ${detection.text} is in the future; now is ${now.slice(0, 16)}Z.`);
  const assumed =
    time.zone === undefined ? [`"${detected}" names no time zone; it was read in that of the configuration, ${config.timezone}.`] : [];
  return { detection, notes: assumed };
};

const numberFor = async (place: ScaffoldPlace, folder: string, next: NextNumber): Promise<Numbered> => {
  const here = [...(await takenIn(place, folder)), ...next.taken];
  return nextNumber({ ...next, taken: [...here, ...(await takenElsewhere(place, folder, here))] });
};

const reserved = ({ reserved: ids = [] }: IncidentOrder): Taken[] => ids.map((id) => ({ name: `${id}.md`, id }));

/** Plans a report; nothing is written. */
export const planIncident = async (place: ScaffoldPlace, order: IncidentOrder): Promise<PlannedIncident> => {
  const title = checkTitle(order.title);
  const { detection, notes } = detectionOfOrder(order, place);
  const folder = await incidentFolder(place.tree, place.config);
  const numbered = await numberFor(place, folder, { title, day: detection.text.slice(0, 10), taken: reserved(order) });
  const path = posix.join(folder, numbered.fileName);
  const ungoverned = isGoverned(place.config, path, 'incident')
    ? []
    : [`${path} is not among the documents of the configuration, so that docgate check does not judge it unless it is named.`];
  return {
    path,
    folder,
    id: numbered.id,
    detection,
    dueTimes: await dueTimes({ tree: place.tree, config: place.config, path }, detection),
    notes: [...notes, ...numbered.notes, ...ungoverned],
  };
};
