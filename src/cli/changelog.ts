/** `docgate changelog`: what changed, release by release. */
import { resolve } from 'node:path';
import { type HistoryStart, startHistory } from '../flows/history-start.ts';
import { type ChangelogOptions, refuseContradictions } from './changelog-options.ts';
import { tellChangelog } from './changelog-told.ts';
import type { Io } from './io.ts';

// Git begins while the configuration is looked for; a range may lie anywhere.
const startEarly = ({ from, to, cwd = '.' }: ChangelogOptions, io: Io): HistoryStart | undefined =>
  from === undefined && to === undefined ? startHistory({ root: resolve(io.cwd, cwd), env: io.env }) : undefined;

/** Runs the command. `begun`: where git was asked before the options were known. */
export const runChangelog = async (options: ChangelogOptions, io: Io, begun?: HistoryStart): Promise<number> => {
  const start = begun ?? startEarly(options, io);
  const calm = options.unreleased !== true && options.release === undefined ? io.hurry?.() : undefined;
  try {
    refuseContradictions(options);
    return await tellChangelog(options, io, start);
  } finally {
    calm?.();
    start?.reading.stop();
  }
};
