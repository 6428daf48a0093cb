/** `docgate revoke`: takes back a person's decision in a role, without touching what was recorded. */
import { planRevoke } from '../flows/edit.ts';
import type { Io } from './io.ts';
import { deskOf, type ResolveSigner, type SignerOptions, signerByEmail } from './sign.ts';
import { finishEdit } from './tick.ts';

/** Runs the command. */
export const runRevoke = async (options: SignerOptions, io: Io, resolveSigner: ResolveSigner = signerByEmail): Promise<number> => {
  const { target, file, by } = await deskOf({ options, resolveSigner }, [], io);
  const planned = await planRevoke(target, by);
  return finishEdit({ planned, file, dryRun: options.dryRun === true }, io);
};
