/** Reads git blobs by object id, many with one process. */
import { setImmediate } from 'node:timers/promises';
import { UsageError } from '../model/usage-error.ts';
import { type Environment, runGit } from './git.ts';

export interface BlobReader {
  (oid: string): Promise<Uint8Array>;
  /** Starts a process for what will be asked when a promise is settled, so that it need not be waited for then; unasked, it ends. */
  readonly prepare: (until: Promise<unknown>) => void;
}

type Blobs = ReadonlyMap<string, Buffer>;

/** The blobs in the output of `git cat-file --batch`: per object `<oid> blob <size>`, a newline, the bytes, a newline. */
const parseBatch = (output: Buffer, oids: readonly string[]): Blobs => {
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

/** Starts a `git cat-file` that waits to be told, once, what to read. */
const startBatch = (root: string, env?: Environment): ((oids: readonly string[]) => Promise<Blobs>) => {
  let tell: (input: string) => void = () => undefined;
  const input = new Promise<string>((resolve) => {
    tell = resolve;
  });
  const output = runGit(root, ['cat-file', '--batch', '--buffer'], { input, env });
  // It may fail before anybody asks.
  output.catch(() => undefined);
  return async (oids) => {
    tell(oids.map((oid) => `${oid}\n`).join(''));
    return parseBatch(await output, oids);
  };
};

/** Batches of which one may be started before it is needed. */
const batches = (
  root: string,
  env?: Environment,
): { readonly take: () => ReturnType<typeof startBatch>; prepare: BlobReader['prepare'] } => {
  let ready: ReturnType<typeof startBatch> | undefined;
  const take = (): ReturnType<typeof startBatch> => {
    const batch = ready ?? startBatch(root, env);
    ready = undefined;
    return batch;
  };
  const release = async (until: Promise<unknown>): Promise<void> => {
    await until.catch(() => undefined);
    // Those who ask at once do so in the turn after it.
    await setImmediate();
    await setImmediate();
    if (ready !== undefined) await take()([]).catch(() => undefined);
  };
  const prepare = (until: Promise<unknown>): void => {
    if (ready !== undefined) return;
    ready = startBatch(root, env);
    void release(until);
  };
  return { take, prepare };
};

/** A reader that answers all requests made in one turn of the event loop with one `git cat-file`; no process outlives its answer. */
export const blobReader = (root: string, env?: Environment): BlobReader => {
  const { take, prepare } = batches(root, env);
  let wanted = new Set<string>();
  let batch: Promise<Blobs> | undefined;
  const nextBatch = async (): Promise<Blobs> => {
    await setImmediate();
    const oids = [...wanted];
    wanted = new Set();
    batch = undefined;
    return take()(oids);
  };
  const read = async (oid: string): Promise<Uint8Array> => {
    wanted.add(oid);
    batch ??= nextBatch();
    const blob = (await batch).get(oid);
    if (blob === undefined) throw new Error(`No answer for the blob ${oid}`);
    return blob;
  };
  return Object.assign(read, { prepare });
};
