/** `docgate changelog fragment`: writes a change into a file of its own. */
import { planFragment } from '../flows/new-fragment.ts';
import { UsageError } from '../model/usage-error.ts';
import { diffOfArtifacts, writeArtifacts } from './artifacts.ts';
import { exit } from './exit.ts';
import type { Io } from './io.ts';
import { type CommonOptions, settleAtTop } from './settings.ts';

export interface FragmentOptions extends CommonOptions {
  readonly type: string;
  readonly text: string;
  readonly pr?: string;
  readonly breaking?: true;
  readonly dryRun?: true;
}

const pullOf = (pr: string | undefined): number | undefined => {
  if (pr === undefined) return undefined;
  const number = /^#?([1-9]\d*)$/.exec(pr)?.[1];
  if (number === undefined) throw new UsageError(`--pr: "${pr}" is not the number of a pull request.`);
  return Number(number);
};

/** Runs the command. */
export const runFragment = async (options: FragmentOptions, io: Io): Promise<number> => {
  const pull = pullOf(options.pr);
  const { root, tree, config } = await settleAtTop(options, io);
  const order = { type: options.type, text: options.text, breaking: options.breaking === true, ...(pull !== undefined && { pull }) };
  const artifact = await planFragment(tree, config, order);
  if (options.dryRun === true) io.stdout(await diffOfArtifacts([artifact]));
  else {
    await writeArtifacts(root, [artifact], io);
    io.stdout(`${artifact.path}\n`);
  }
  return exit.pass;
};
