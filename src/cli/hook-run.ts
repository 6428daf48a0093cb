/** `docgate hook run`: what the hook runs before a commit. */
import { printHook } from '../report/hook.ts';
import { type CheckOptions, checkAsAsked, passes } from './check.ts';
import { exit } from './exit.ts';
import type { Io } from './io.ts';
import { type CommonOptions, wantsColor } from './settings.ts';

const asCheck = { staged: true, git: true, paths: [], policy: [], output: [], failOn: 'error' } as const;

/** Judges what is staged. Prints nothing when it passes. */
export const runHook = async (options: CommonOptions & Pick<CheckOptions, 'all'>, io: Io): Promise<number> => {
  const { report, sources } = await checkAsAsked({ ...options, ...asCheck }, io);
  if (passes(report, 'error', Number.POSITIVE_INFINITY)) return exit.pass;
  io.stdout(printHook(report, { color: wantsColor(options, io), quiet: true, width: io.terminal.columns, failing: ['error'], sources }));
  return exit.findings;
};
