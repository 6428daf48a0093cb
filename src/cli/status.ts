/** `docgate status`: how far each document has come. */
import { resolve } from 'node:path';
import { check } from '../flows/check.ts';
import type { Report } from '../model/report.ts';
import { printStatus, type StatusFormat } from '../report/status.ts';
import { reachingTree } from '../tree/reaching.ts';
import { exit } from './exit.ts';
import type { Io } from './io.ts';
import { type CommonOptions, fromRoot, settleBelow, wantsColor } from './settings.ts';
import { tool } from './version.ts';

export interface StatusOptions extends CommonOptions {
  readonly paths: readonly string[];
  readonly format: StatusFormat;
}

/** Runs the command. It shows; it does not judge: the exit code is 0 whatever is open. */
export const runStatus = async (options: StatusOptions, io: Io): Promise<number> => {
  const settings = await settleBelow(options, io);
  const cwd = resolve(io.cwd, options.cwd ?? '.');
  const paths = options.paths.map((path) => fromRoot(settings.root, cwd, path));
  const { report }: { report: Report } = await check({ ...settings, tree: reachingTree(settings.root, paths), paths, policies: [], tool });
  io.stdout(printStatus(report, { format: options.format, color: wantsColor(options, io) }));
  return exit.pass;
};
