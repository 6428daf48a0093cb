/** A revert: what a message says it takes back. */
import type { Message } from './message.ts';
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

const headerOf = ({ type, text }: Message, plain: string): string | undefined => {
  const quoted = quotedHeader.exec(plain)?.[1];
  if (quoted !== undefined) return quoted;
  // git says Reapply for a revert of a revert since 2.43.
  const again = reapplied.exec(plain)?.[1];
  if (again !== undefined) return `Revert "${again}"`;
  return type === 'revert' ? (quotedHeader.exec(`Revert ${text}`)?.[1] ?? pullsOfHeader(text).text) : undefined;
};

const idsOf = ({ body, trailers, type }: Message): string[] => {
  const stated = /reverts commit/i.test(body) ? (thisReverts.exec(body)?.[1] ?? '') : '';
  // The specification's own example names what is reverted in a footer Refs.
  const refs = type === 'revert' ? trailers.filter(({ token }) => /^(?:refs?|reverts?)$/i.test(token)).map(({ value }) => value) : [];
  return [stated, ...refs].flatMap((text) => text.match(objectId) ?? []);
};

/** What a message takes back, given its header without pull requests; undefined for a message that takes nothing back. */
export const revertOf = (message: Message, title: string): Revert | undefined => {
  if (message.type !== 'revert' && !title.startsWith('Re') && !/reverts/i.test(message.body)) return undefined;
  const header = headerOf(message, title);
  const ids = idsOf(message);
  const pull = revertsPull.exec(message.body)?.[1];
  if (header === undefined && ids.length === 0 && pull === undefined) return undefined;
  return { ids, ...(header !== undefined && { header }), ...(pull !== undefined && { pull: Number(pull) }) };
};
