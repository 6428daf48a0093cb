/** A progress bar on standard error, for long runs on a terminal only. */
import type { Io } from './io.ts';

const width = 24;
/** Milliseconds before a run counts as long. */
const patience = 500;

/** A function that is told how far a run has come. */
export const progressBar = ({
  terminal,
  stderr,
  env,
}: Pick<Io, 'terminal' | 'stderr' | 'env'>): ((done: number, total: number) => void) => {
  if (!terminal.stderr || env['CI'] !== undefined) return () => undefined;
  const started = performance.now();
  return (done, total) => {
    if (performance.now() - started < patience) return;
    const filled = Math.round((done / total) * width);
    stderr(done === total ? '\r\u001B[K' : `\r${'█'.repeat(filled)}${'░'.repeat(width - filled)} ${done} of ${total} documents`);
  };
};
