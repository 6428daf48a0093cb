/** The program: its commands, and how a command line ends. Each action imports its command when it runs. */
import { Command, CommanderError } from '@commander-js/extra-typings';
import { UsageError } from '../model/usage-error.ts';
import { type Area, areas, areasFor } from './areas.ts';
import { exit } from './exit.ts';
import type { Io } from './io.ts';
import type { Running } from './program/common.ts';
import { Cancelled } from './prompts.ts';
import { tool } from './version.ts';

/** Builds the program with the commands of some areas; `running.run` receives the exit code of the command that ran. */
export const buildProgram = (running: Running, wanted: readonly Area[] = areas): Command => {
  const { io } = running;
  const program = new Command('docgate')
    .description('Holds your team to the release process that lives in its Markdown.')
    .version(tool.version, '-V, --version', 'print the version')
    .enablePositionalOptions()
    .exitOverride()
    .configureOutput({ writeOut: io.stdout, writeErr: io.stderr })
    .showSuggestionAfterError()
    .addHelpText('after', '\nExit codes: 0 pass, 1 findings, 2 wrong usage or set-up, 3 internal error, 130 cancelled.');
  for (const { add } of wanted) add(program, running);
  return program;
};

const failed = (error: unknown, io: Io): number => {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exit.pass : exit.usage;
  if (error instanceof UsageError) {
    io.stderr(`docgate: ${error.message}\n`);
    return exit.usage;
  }
  if (error instanceof Cancelled) {
    io.stderr('docgate: cancelled; nothing was written\n');
    return exit.cancelled;
  }
  io.stderr(`docgate: internal error, please report it\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  return exit.internal;
};

/** Runs a command line and returns its exit code. Never throws. */
export const main = async (argv: readonly string[], io: Io): Promise<number> => {
  let code: number = exit.pass;
  const run = (result: number): void => {
    code = result;
  };
  try {
    const program = buildProgram({ io, run, words: argv }, areasFor(argv[0]));
    await program.parseAsync([...argv], { from: 'user' });
    return code;
  } catch (error) {
    return failed(error, io);
  }
};
