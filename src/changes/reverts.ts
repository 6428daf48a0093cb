/** Reverts: what a commit takes back, and what is left when reverts, and reverts of reverts, have cancelled each other. */
import type { Message } from './message.ts';
import type { ReadCommit } from './read-commits.ts';
import { pullsOfHeader } from './references.ts';

/** What a commit says it takes back. */
export interface Revert {
  /** Object ids, perhaps abbreviated. */
  readonly ids: readonly string[];
  /** The header of the commit that is taken back. */
  readonly header?: string;
  /** Its pull request. */
  readonly pull?: number;
}

const quotedHeader = /^Revert(?:ed)?:? "(.*)"$/;
const reapplied = /^Reapply "(.*)"$/;
const thisReverts = /\bThis reverts commits?[\s:]+((?:[0-9a-f]{7,64}(?:[\s,]|and\b|\.)*)+)/i;
const revertsPull = /^Reverts (?:[\w.-]+\/[\w.-]+)?#(\d+)\b/m;
const objectId = /\b[0-9a-f]{7,64}\b/g;

const headerOf = ({ header, type, text }: Message): string | undefined => {
  const plain = pullsOfHeader(header).text;
  const quoted = quotedHeader.exec(plain)?.[1];
  if (quoted !== undefined) return quoted;
  // git says Reapply for a revert of a revert since 2.43.
  const again = reapplied.exec(plain)?.[1];
  if (again !== undefined) return `Revert "${again}"`;
  return type === 'revert' ? (quotedHeader.exec(`Revert ${text}`)?.[1] ?? pullsOfHeader(text).text) : undefined;
};

const idsOf = ({ body, trailers, type }: Message): string[] => {
  const stated = thisReverts.exec(body)?.[1] ?? '';
  // The specification's own example names what is reverted in a footer Refs.
  const refs = type === 'revert' ? trailers.filter(({ token }) => /^(?:refs?|reverts?)$/i.test(token)).map(({ value }) => value) : [];
  return [stated, ...refs].flatMap((text) => text.match(objectId) ?? []);
};

/** What a message takes back; undefined for a message that takes nothing back. */
export const revertOf = (message: Message): Revert | undefined => {
  const header = headerOf(message);
  const ids = idsOf(message);
  const pull = revertsPull.exec(message.body)?.[1];
  if (header === undefined && ids.length === 0 && pull === undefined) return undefined;
  return { ids, ...(header !== undefined && { header }), ...(pull !== undefined && { pull: Number(pull) }) };
};

interface Index {
  readonly sorted: readonly ReadCommit[];
  readonly headers: ReadonlyMap<string, readonly number[]>;
}

const indexOf = (commits: readonly ReadCommit[]): Index => {
  const headers = new Map<string, number[]>();
  for (const [index, { message }] of commits.entries()) {
    const header = pullsOfHeader(message.header).text;
    headers.set(header, [...(headers.get(header) ?? []), index]);
  }
  return { sorted: commits, headers };
};

const byId = ({ sorted }: Index, id: string): number => sorted.findIndex(({ commit }) => commit.id.startsWith(id));

const byPull = ({ sorted }: Index, at: number, pull: number): number =>
  sorted.findIndex(({ pulls }, index) => index > at && pulls.some(({ number, repository }) => number === pull && repository === undefined));

const isLeft = (gone: ReadonlySet<number>, index: number): boolean => index >= 0 && !gone.has(index);

const older = ({ headers }: Index, header: string, at: number, gone: ReadonlySet<number>): number =>
  headers.get(pullsOfHeader(header).text)?.find((index) => index > at && !gone.has(index)) ?? -1;

interface Search {
  readonly index: Index;
  readonly gone: ReadonlySet<number>;
  /** Ids of commits that are in the history before: a revert that names one takes nothing back here. */
  readonly earlier: ReadonlySet<string>;
}

/** The places of what a revert takes back: by id; when the id is of no commit in this history (it was rebased), by header or pull request. */
const targetsOf = ({ ids, header, pull }: Revert, at: number, { index, gone, earlier }: Search): number[] => {
  const named = ids.map((id) => byId(index, id)).filter((found) => isLeft(gone, found));
  if (named.length > 0) return named;
  if (ids.some((id) => earlier.has(id))) return [];
  const guessed = header === undefined ? -1 : older(index, header, at, gone);
  if (guessed >= 0) return [guessed];
  const pulled = pull === undefined ? -1 : byPull(index, at, pull);
  return isLeft(gone, pulled) ? [pulled] : [];
};

/** Ids that reverts name and that are not among the commits, where their header would fit one: whether they are older has to be asked. */
export const doubtfulIds = (commits: readonly ReadCommit[]): string[] => {
  const index = indexOf(commits);
  return commits.flatMap(({ message }, at) => {
    const revert = revertOf(message);
    if (revert === undefined || revert.ids.some((id) => byId(index, id) >= 0)) return [];
    return targetsOf({ ...revert, ids: [] }, at, { index, gone: new Set(), earlier: new Set() }).length > 0 ? revert.ids : [];
  });
};

/**
 * The commits, newest first, without those that were taken back and without what took them back. From the newest on: a revert that was
 * itself taken back takes nothing back.
 */
export const withoutReverted = <C extends ReadCommit>(commits: readonly C[], earlier: ReadonlySet<string>): C[] => {
  const reverts = commits.map(({ message }) => revertOf(message));
  if (reverts.every((revert) => revert === undefined)) return [...commits];
  const index = indexOf(commits);
  const gone = new Set<number>();
  for (const [at, revert] of reverts.entries()) {
    if (revert === undefined || gone.has(at)) continue;
    const targets = targetsOf(revert, at, { index, gone, earlier });
    if (targets.length > 0) for (const place of [at, ...targets]) gone.add(place);
  }
  return commits.filter((_, at) => !gone.has(at));
};
