/** Options that every command has, and how the program runs one. */
import type { Command, OptionValues } from '@commander-js/extra-typings';
import type { Io } from '../io.ts';

/** What a command needs: the edge, and where its exit code goes. */
export interface Running {
  readonly io: Io;
  readonly run: (code: number) => void;
  /** What was typed: some work can begin before it is parsed. */
  readonly words: readonly string[];
}

/** Adds the commands of an area to the program. */
export type AddCommands = (program: Command, running: Running) => void;

/** Values of a repeatable option. */
export const collect = (value: string, before: string[]): string[] => [...before, value];

/** The options that every command has. */
export interface CommonFlags {
  cwd?: string;
  config?: string;
  color?: boolean;
  quiet?: true;
}

/** Adds the options that every command has. */
export const common = <Args extends unknown[], Options extends OptionValues, Globals extends OptionValues>(
  command: Command<Args, Options, Globals>,
): Command<Args, Options & CommonFlags, Globals> =>
  command
    .option('--cwd <folder>', 'work in this folder')
    .option('--config <file>', 'use this configuration')
    .option('--color', 'colour the output')
    .option('--no-color', 'do not colour the output')
    .option('-q, --quiet', 'print errors and the summary only') as unknown as Command<Args, Options & CommonFlags, Globals>;
