/** `docgate bump`: suggests the next version, with its reasons. */
import { type BumpReason, readBump, type SuggestedBump } from '../flows/bump.ts';
import { UsageError } from '../model/usage-error.ts';
import { exit } from './exit.ts';
import type { Io } from './io.ts';
import { printNotices } from './print-notices.ts';
import { type CommonOptions, settleAtTop } from './settings.ts';

export interface BumpOptions extends CommonOptions {
  readonly prerelease?: string;
  readonly json?: true;
}

const reasonText = ({ level, title, change: { breaking, scope, text, commits, pulls } }: BumpReason): string => {
  const [pull] = pulls;
  const source = pull === undefined ? commits[0]?.slice(0, 7) : `#${pull.number}`;
  const words = `${scope === undefined ? '' : `${scope}: `}${text.split('\n')[0]}`;
  return `  ${level}: ${breaking ? 'Breaking: ' : ''}${title}: ${words}${source === undefined ? '' : ` (${source})`}\n`;
};

const text = ({ current, next, level, reasons }: SuggestedBump, quiet: boolean): string => {
  if (quiet) return `${next}\n`;
  const why = current === undefined ? 'the first release' : `${level}, from ${current}`;
  return `${next} (${why})\n${reasons.map(reasonText).join('')}`;
};

// Scripts take what is printed for the next version: without one nothing is.
const whyNone = ({ current, unclassified }: SuggestedBump): string => {
  if (unclassified === 0) return `Nothing since ${current} asks for a release.`;
  const commits = unclassified === 1 ? '1 commit' : `${unclassified} commits`;
  return `There is no next version: ${commits} since ${current} could not be classified, and nothing else asks for a release.`;
};

const print = (bump: SuggestedBump, { json, quiet }: BumpOptions, io: Io): number => {
  const { notices: _, ...answer } = bump;
  if (json === true) io.stdout(`${JSON.stringify(answer, null, 2)}\n`);
  else if (bump.next === undefined) io.stderr(`docgate: ${whyNone(bump)}\n`);
  else io.stdout(text(bump, quiet === true));
  return bump.next === undefined ? exit.findings : exit.pass;
};

/** Runs the command. */
export const runBump = async (options: BumpOptions, io: Io): Promise<number> => {
  const { prerelease } = options;
  if (prerelease !== undefined && !/^[A-Za-z][0-9A-Za-z-]*$/.test(prerelease))
    throw new UsageError(`--prerelease: "${prerelease}" is not a name of prereleases; expected for example rc.`);
  const { root, tree, config, now } = await settleAtTop(options, io);
  const bump = await readBump({ root, env: io.env, tree, config, now, ...(prerelease !== undefined && { prerelease }) });
  printNotices(bump.notices, options, io);
  return print(bump, options, io);
};
