/** The program of this process. */
import { nodeIo } from './io.ts';
import { main } from './main.ts';

/** Runs a command line on the real streams, files and clock; returns its exit code. */
export const start = (argv: readonly string[]): Promise<number> => main(argv, nodeIo());
