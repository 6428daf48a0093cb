#!/usr/bin/env node
/** The process: arguments in, exit code out. */
import module from 'node:module';

// Node keeps what it has compiled, from 22.8 on, so that the next hook starts faster. NODE_DISABLE_COMPILE_CACHE=1 forbids it.
if ('enableCompileCache' in module && typeof module.enableCompileCache === 'function') module.enableCompileCache();

const { start } = await import('./cli/start.ts');
process.exitCode = await start(process.argv.slice(2));
