/** `docgate revoke`: takes back a person's decision in a role, without touching what was recorded. */
import { planRevoke } from '../flows/edit.ts';
import type { Io } from './io.ts';
import { deskOf, type SignerOptions } from './sign.ts';
import { finishEdit } from './tick.ts';

/** Runs the command. */
export const runRevoke = async (options: SignerOptions, io: Io): Promise<number> => {
  const { target, file, by } = await deskOf(options, [], io);
  const planned = await planRevoke(target, by);
  return finishEdit({ planned, file, dryRun: options.dryRun === true }, io);
};
