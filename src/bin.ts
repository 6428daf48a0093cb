#!/usr/bin/env node
/** The process: arguments in, exit code out. */
import { nodeIo } from './cli/io.ts';
import { main } from './cli/main.ts';

process.exitCode = await main(process.argv.slice(2), nodeIo());
