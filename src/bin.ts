#!/usr/bin/env node
/** The process: arguments in, exit code out. */
import module from 'node:module';

// Node keeps what it has compiled, from 22.8 on, so that the next hook starts faster. NODE_DISABLE_COMPILE_CACHE=1 forbids it.
if ('enableCompileCache' in module && typeof module.enableCompileCache === 'function') module.enableCompileCache();

const flushed = (stream: NodeJS.WriteStream): Promise<void> =>
  new Promise((resolve) => {
    if (stream.destroyed || stream.writableLength === 0) resolve();
    else stream.write('', () => resolve());
  });

const { start } = await import('./cli/start.ts');
process.exitCode = await start(process.argv.slice(2));
// Leaving at once spares the time that taking a large heap apart takes.
await Promise.all([flushed(process.stdout), flushed(process.stderr)]);
// eslint-disable-next-line no-restricted-properties -- all that was printed has left.
process.exit();
