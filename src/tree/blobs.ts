/** Reads git blobs by object id, many with one process. */
import { setImmediate } from 'node:timers/promises';
import { UsageError } from '../model/usage-error.ts';
import { type Environment, runGit } from './git.ts';

export type BlobReader = (oid: string) => Promise<Uint8Array>;

/** The blobs in the output of `git cat-file --batch`: per object `<oid> blob <size>`, a newline, the bytes, a newline. */
const parseBatch = (output: Buffer, oids: readonly string[]): ReadonlyMap<string, Buffer> => {
  const blobs = new Map<string, Buffer>();
  let at = 0;
  for (const oid of oids) {
    const start = output.indexOf('\n', at) + 1;
    const size = /^\S+ blob (\d+)$/.exec(output.toString('latin1', at, start - 1))?.[1];
    if (size === undefined) throw new UsageError(`git cannot read the blob ${oid}. The clone is incomplete or damaged: run git fsck.`);
    at = start + Number(size) + 1;
    blobs.set(oid, output.subarray(start, at - 1));
  }
  return blobs;
};

const fetchBlobs = async (root: string, oids: readonly string[], env?: Environment): Promise<ReadonlyMap<string, Buffer>> => {
  const input = oids.map((oid) => `${oid}\n`).join('');
  return parseBatch(await runGit(root, ['cat-file', '--batch', '--buffer'], { input, env }), oids);
};

/** A reader that answers all requests made in one turn of the event loop with one `git cat-file`; no process outlives its answer. */
export const blobReader = (root: string, env?: Environment): BlobReader => {
  let wanted = new Set<string>();
  let batch: Promise<ReadonlyMap<string, Buffer>> | undefined;
  const nextBatch = async (): Promise<ReadonlyMap<string, Buffer>> => {
    await setImmediate();
    const oids = [...wanted];
    wanted = new Set();
    batch = undefined;
    return fetchBlobs(root, oids, env);
  };
  return async (oid) => {
    wanted.add(oid);
    batch ??= nextBatch();
    const blob = (await batch).get(oid);
    if (blob === undefined) throw new Error(`No answer for the blob ${oid}`);
    return blob;
  };
};
