/** `docgate explain`: what a rule wants and why, with an example. */
import { explainRule } from '../flows/explain.ts';
import { exit } from './exit.ts';
import type { Io } from './io.ts';
import { type CommonOptions, settle } from './settings.ts';

export interface ExplainOptions extends CommonOptions {
  readonly rule: string;
}

/** Runs the command. */
export const runExplain = async (options: ExplainOptions, io: Io): Promise<number> => {
  const { tree, config, now } = await settle(options, io);
  io.stdout(await explainRule(options.rule, { tree, config, now, only: [] }));
  return exit.pass;
};
