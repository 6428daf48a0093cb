#!/usr/bin/env node
/** The process: arguments in, exit code out. */
import { useCompileCache } from './cli/compile-cache.ts';

const flushed = (stream: NodeJS.WriteStream): Promise<void> =>
  new Promise((resolve) => {
    // What could not be written is told a turn later.
    if (stream.destroyed || stream.writableLength === 0) setImmediate(resolve);
    else stream.write('', () => resolve());
  });

const run = async (): Promise<void> => {
  const keepCompiled = useCompileCache(import.meta.dirname);
  const { start } = await import('./cli/start.ts');
  const code = await start(process.argv.slice(2));
  await Promise.all([flushed(process.stdout), flushed(process.stderr)]);
  keepCompiled();
  // Leaving at once spares the time that taking a large heap apart takes.
  // eslint-disable-next-line no-restricted-properties -- all that was printed has left.
  process.exit(process.exitCode ?? code);
};

run().catch((error: unknown) => {
  process.stderr.write(`docgate: internal error, please report it\n${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 3;
});
