/** The process of the GitHub Action: inputs in, exit code out. */
import { runAction } from './action/run.ts';
import { nodeIo } from './cli/io.ts';

process.exitCode = await runAction(nodeIo());
