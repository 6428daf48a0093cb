/** Edits of one file: read it, change it by splices, and write it unless it changed meanwhile. */
import { contentDigest } from '../facts/digest.ts';
import type { Edit } from '../generate/edit/edit.ts';
import type { Subject } from '../generate/edit/entry.ts';
import { diffText, type Hunk, hunksOf } from '../generate/edit/hunks.ts';
import { type RevokeRequest, revokeDocument } from '../generate/edit/revoke.ts';
import { type SignRequest, signDocument } from '../generate/edit/sign.ts';
import { applySplices } from '../generate/edit/splice.ts';
import { tickItem } from '../generate/edit/tick.ts';
import type { TickRequest } from '../generate/edit/tick-request.ts';
import { type Source, sourceOfBytes } from '../model/source.ts';
import { UsageError } from '../model/usage-error.ts';
import type { Tree } from '../tree/tree.ts';

export interface EditTarget {
  readonly tree: Tree;
  /** Relative to the tree's root. */
  readonly path: string;
}

/** An edit that is thought out and not yet written. */
export interface PlannedEdit {
  readonly target: EditTarget;
  readonly before: Uint8Array;
  /** The whole file after the edit. */
  readonly text: string;
  readonly summary: string;
  /** None: nothing to write, the document says so already. */
  readonly hunks: readonly Hunk[];
}

const bytesOf = async ({ tree, path }: EditTarget): Promise<Uint8Array> => {
  const bytes = await tree.read(path);
  if (bytes === undefined) throw new UsageError(`${path}: There is no such file in the ${tree.name}.`);
  return bytes;
};

// The subjects with the digests of their content. A document cannot be its own subject: signing it changes it.
const readSubjects = async ({ tree, path }: EditTarget, paths: readonly string[]): Promise<Subject[]> => {
  if (paths.includes(path))
    throw new UsageError(`--subject ${path}: Signing changes this document, so it cannot be its own subject. Name what is approved.`);
  const outside = paths.find((subject) => subject.startsWith('../'));
  if (outside !== undefined)
    throw new UsageError(
      `--subject ${outside}: The file is outside of what docgate reads, so nobody could tell when it changes. Name a file inside.`,
    );
  return Promise.all(
    [...new Set(paths)].map(async (subject) => ({ path: subject, digest: contentDigest(await bytesOf({ tree, path: subject })) })),
  );
};

const planEdit = async (target: EditTarget, edit: (source: Source) => Edit): Promise<PlannedEdit> => {
  const before = await bytesOf(target);
  const source = sourceOfBytes(target.path, before);
  const { splices, summary } = edit(source);
  return { target, before, text: applySplices(source, splices), summary, hunks: hunksOf(source, splices) };
};

/** A line of a document and what its item is to be. */
export interface TickOrder extends TickRequest {
  readonly line: number;
}

/** A sign-off whose subjects are paths, still without digests. */
export interface SignOrder extends Omit<SignRequest, 'subjects'> {
  readonly subjects: readonly string[];
}

export type RevokeOrder = RevokeRequest;

export const planTick = (target: EditTarget, { line, ...request }: TickOrder): Promise<PlannedEdit> =>
  planEdit(target, (source) => tickItem(source, line, request));

export const planSign = async (target: EditTarget, order: SignOrder): Promise<PlannedEdit> => {
  const subjects = await readSubjects(target, order.subjects);
  return planEdit(target, (source) => signDocument(source, { ...order, subjects }));
};

export const planRevoke = (target: EditTarget, order: RevokeOrder): Promise<PlannedEdit> =>
  planEdit(target, (source) => revokeDocument(source, order));

/** The lines of a planned edit before and after, as a unified diff. */
export const diffOf = ({ target, hunks }: PlannedEdit): string => diffText(target.path, hunks);

const same = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && a.every((byte, index) => byte === b[index]);

/** Writes a planned edit; a file that somebody changed since it was read is left alone. */
export const writeEdit = async ({ target, before, text, hunks }: PlannedEdit, write: (text: string) => Promise<void>): Promise<void> => {
  if (hunks.length === 0) return;
  if (!same(await bytesOf(target), before))
    throw new UsageError(`${target.path}: The file changed while it was being edited. Nothing was written; try again.`);
  await write(text);
};
