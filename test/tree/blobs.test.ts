/** Blobs, asked together, and of a process that was started before they were known. */
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { type BlobReader, blobReader } from '../../src/tree/blobs.ts';
import { commit, counted, git, repository, textOf } from '../tree/sandbox.ts';

const spot = (): { read: BlobReader; calls: () => string[]; oid: (path: string) => string } => {
  const root = repository({ 'a.md': 'a', 'b.md': 'b' });
  commit(root);
  const { env, calls } = counted();
  return { read: blobReader(root, env), calls, oid: (path) => git(root, ['rev-parse', `HEAD:${path}`]) };
};

describe('a reader of blobs', () => {
  it('asks once for what is asked together', async () => {
    const { read, calls, oid } = spot();
    expect((await Promise.all(['a.md', 'b.md', 'a.md'].map((path) => read(oid(path))))).map(textOf)).toEqual(['a', 'b', 'a']);
    expect(calls()).toHaveLength(1);
  });

  it('uses the process that was prepared, once', async () => {
    const { read, calls, oid } = spot();
    const [a, b] = [oid('a.md'), oid('b.md')];
    const until = setTimeout(50);
    read.prepare(until);
    read.prepare(until);
    await until;
    expect(textOf(await read(a))).toBe('a');
    expect(calls()).toHaveLength(1);
    expect(textOf(await read(b))).toBe('b');
    expect(calls()).toHaveLength(2);
  });

  it('does not wait for what it was prepared for', async () => {
    const { read, oid } = spot();
    read.prepare(new Promise(() => undefined));
    expect(textOf(await read(oid('a.md')))).toBe('a');
  });

  it('ends a prepared process that nobody asks, whatever it waited for', async () => {
    const { read, calls, oid } = spot();
    read.prepare(Promise.reject(new Error('no history')));
    await setTimeout(100);
    expect(textOf(await read(oid('a.md')))).toBe('a');
    expect(calls()).toHaveLength(2);
  });

  it('says which blob is missing', async () => {
    const { read } = spot();
    read.prepare(Promise.resolve());
    await expect(read('1'.repeat(40))).rejects.toThrow(/git cannot read the blob 1{40}/);
  });
});
