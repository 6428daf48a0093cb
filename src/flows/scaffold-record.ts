/** A record of one release, made of any Markdown checklist. */
import { contentDigest } from '../facts/digest.ts';
import { type Instance, instantiate } from '../generate/instantiate/instantiate.ts';
import type { Artifact } from '../model/artifact.ts';
import { sourceOfBytes } from '../model/source.ts';
import { UsageError } from '../model/usage-error.ts';
import type { Tree } from '../tree/tree.ts';
import { ledOn } from './led-on.ts';

/** What becomes a record, and where it goes. */
export interface RecordOrder extends Omit<Instance, 'origin'> {
  /** The template's path from the root. */
  readonly from: string;
  /** The record's. */
  readonly to: string;
}

export interface PlannedRecord {
  readonly artifact: Artifact;
  readonly notes: readonly string[];
}

/** A template that was read. */
export interface ReadTemplate {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** The record that a template becomes; its relative links lead to where the template's do in the tree. */
export const recordOf = async (
  tree: Tree,
  { path, bytes }: ReadTemplate,
  { to, ...instance }: Omit<RecordOrder, 'from'>,
): Promise<PlannedRecord> => {
  const made = instantiate(sourceOfBytes(path, bytes), { ...instance, origin: { path, digest: contentDigest(bytes) } });
  const text = await ledOn(tree, made.text, { from: path, to });
  return { artifact: { path: to, text, before: undefined }, notes: made.notes.map((note) => `${to}: ${note}`) };
};

/** Plans a record; nothing is written. */
export const planRecord = async (tree: Tree, { from, ...order }: RecordOrder): Promise<PlannedRecord> => {
  if (from.startsWith('../'))
    throw new UsageError(
      `${from}: The template is outside of what docgate reads, so no check could compare the record with it. Copy it inside.`,
    );
  if (from === order.to) throw new UsageError(`${from}: The record would take the place of its template. Name another file with --to.`);
  const bytes = await tree.read(from);
  if (bytes === undefined) throw new UsageError(`${from}: There is no such file in the ${tree.name}. Name a Markdown checklist.`);
  return recordOf(tree, { path: from, bytes }, order);
};
