/** Output of git, read while it is printed, or long after. */
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { streamGit } from '../../src/tree/git-stream.ts';
import { commit, isolated, repository } from '../tree/sandbox.ts';

const read = async (fields: AsyncIterable<readonly string[]>): Promise<string[]> => {
  const all: string[] = [];
  for await (const more of fields) all.push(...more);
  return all;
};

const history = (length: number): string => {
  const root = repository();
  for (let index = 0; index < length; index += 1) commit(root, `change ${index}`);
  return root;
};

const log = ['log', '-z', '--format=%s'];

describe('streamGit', () => {
  it('loses nothing when git has ended before anybody reads', async () => {
    const { fields } = streamGit(history(3), log, isolated);
    await setTimeout(400);
    expect(await read(fields)).toEqual(['change 2', 'change 1', 'change 0']);
  });

  it('can be stopped before, while and after it is read', async () => {
    const root = history(2);
    const unread = streamGit(root, log, isolated);
    unread.stop();
    const begun = streamGit(root, log, isolated);
    for await (const more of begun.fields) {
      expect(more.length).toBeGreaterThan(0);
      begun.stop();
      break;
    }
    const done = streamGit(root, log, isolated);
    expect(await read(done.fields)).toHaveLength(2);
    done.stop();
  });

  it('says why git failed', async () => {
    await expect(read(streamGit(history(1), ['log', 'nowhere'], isolated).fields)).rejects.toThrow(/git log failed/);
  });
});
