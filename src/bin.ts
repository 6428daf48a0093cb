#!/usr/bin/env node
/** The process: arguments in, exit code out. */
import { useCompileCache } from './cli/compile-cache.ts';

const flushed = (stream: NodeJS.WriteStream): Promise<void> =>
  new Promise((resolve) => {
    if (stream.destroyed || stream.writableLength === 0) resolve();
    else stream.write('', () => resolve());
  });

const run = async (): Promise<void> => {
  const keepCompiled = useCompileCache(import.meta.dirname);
  const { start } = await import('./cli/start.ts');
  process.exitCode = await start(process.argv.slice(2));
  await Promise.all([flushed(process.stdout), flushed(process.stderr)]);
  keepCompiled();
  // Leaving at once spares the time that taking a large heap apart takes.
  // eslint-disable-next-line no-restricted-properties -- all that was printed has left.
  process.exit();
};

void run();
