/** What a command has to say beside its answer. */
import type { Io } from './io.ts';
import type { CommonOptions } from './settings.ts';

/** Notices, each on its own, on standard error; none where only errors are wanted. */
export const printNotices = (notices: readonly string[], { quiet }: CommonOptions, io: Pick<Io, 'stderr'>): void => {
  if (quiet === true) return;
  for (const notice of notices) io.stderr(`docgate: note: ${notice}\n`);
};
