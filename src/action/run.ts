/** The GitHub Action: inputs → the check that the command line runs → outputs. */
import { judge } from '../cli/check.ts';
import { exit } from '../cli/exit.ts';
import type { Io } from '../cli/io.ts';
import { UsageError } from '../model/usage-error.ts';
import { writeCommand } from '../report/workflow-command.ts';
import { readInputs } from './inputs.ts';
import { writeOutputs } from './outputs.ts';

const report = (title: string, message: string, io: Io): void => io.stdout(`${writeCommand('error', { title }, message)}\n`);

const failed = (error: unknown, io: Io): number => {
  if (error instanceof UsageError) {
    report('docgate', error.message, io);
    return exit.usage;
  }
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  report('docgate: internal error, please report it', message, io);
  return exit.internal;
};

/** Runs the Action and returns its exit code. Never throws. */
export const runAction = async (io: Io): Promise<number> => {
  try {
    const judgement = await judge(readInputs(io.env), io);
    for (const note of judgement.notes) io.stdout(`${writeCommand('warning', { title: 'docgate' }, note)}\n`);
    const outputs = io.env['GITHUB_OUTPUT'];
    if (outputs) await io.appendFile(outputs, writeOutputs(judgement));
    return judgement.code;
  } catch (error) {
    return failed(error, io);
  }
};
