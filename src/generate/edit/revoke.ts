/** Revoking: a later row says `revoked`; a box is unticked and says by whom. What was recorded stays. */
import type { Source } from '../../model/source.ts';
import { UsageError } from '../../model/usage-error.ts';
import { revokeBox } from './box-sign-off.ts';
import { type Edit, unchanged } from './edit.ts';
import { type Entry, entryWords } from './entry.ts';
import { unsaid, type Wanted } from './proof.ts';
import { type Ground, isBy, isRole, latestOf, type Recorded } from './recorded.ts';
import { firstProved, groundOf } from './sign.ts';
import { newSection } from './sign-off-section.ts';
import type { Splice } from './splice.ts';
import { tableWays } from './table-sign-off.ts';

/** What revoking records. */
export type RevokeRequest = Omit<Entry, 'decision' | 'subjects'>;

const isRevoked = ({ signOff, words }: Recorded): boolean =>
  signOff.decision === 'revoked' || (signOff.form === 'task' && signOff.decision === 'pending' && / — revoked by /.test(words));

const nothingToRevoke = ({ outline, before, entry }: Ground): UsageError => {
  const others = before
    .filter((recorded) => isRole(recorded, entry) && recorded.signOff.decision !== 'pending')
    .map(({ signOff }) => `${signOff.decision} by ${signOff.person ?? 'somebody unnamed'}`);
  const found =
    others.length === 0 ? `nobody has decided as ${entry.role}` : `the role ${entry.role} was ${[...new Set(others)].join(', ')}`;
  return new UsageError(
    `${outline.source.path}: ${entry.person} has nothing to revoke: ${found}. Name the role and, with --as, the person whose decision it is.`,
  );
};

function* waysOf(ground: Ground, latest: Recorded): Generator<Splice[]> {
  const { before, entry } = ground;
  const approved = before.filter(
    (recorded) => isRole(recorded, entry) && isBy(recorded, entry) && recorded.signOff.decision === 'approved',
  );
  // An unticked box says nothing against an approval elsewhere; a row does.
  if (latest.signOff.form === 'task' && approved.length <= 1) yield revokeBox(ground, latest);
  const tables = tableWays(ground);
  yield* tables.known();
  yield* tables.anywhere();
  yield [newSection(ground.outline.source, entry)];
}

// A box ticked by hand names nobody: whoever speaks for the role may untick it.
const unnamedBox = ({ before, entry }: Ground): Recorded | undefined =>
  before.findLast(
    (recorded) =>
      recorded.signOff.form === 'task' &&
      isRole(recorded, entry) &&
      recorded.signOff.decision === 'approved' &&
      recorded.signOff.person === undefined,
  );

/** Revokes the last decision of a person in a role. Already revoked: no change; never decided: a UsageError. */
export const revokeDocument = (source: Source, request: RevokeRequest): Edit => {
  const ground = groundOf(source, { ...request, decision: 'revoked', subjects: [] });
  const { before, entry } = ground;
  const latest = latestOf(ground.before, entry) ?? unnamedBox(ground);
  if (latest !== undefined && isRevoked(latest)) return unchanged(`already recorded: ${entryWords(entry)}`);
  if (latest === undefined || latest.signOff.decision === 'pending') throw nothingToRevoke(ground);
  const holds: Wanted['holds'] = (recorded, was) =>
    isRevoked(recorded) &&
    (recorded.signOff.form === 'task' ? recorded.words.includes(entry.date) : unsaid(recorded, entry, was) === undefined);
  return firstProved({ source, before, entry, holds }, waysOf(ground, latest));
};
