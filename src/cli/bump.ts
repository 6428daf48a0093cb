/** `docgate bump`: suggests the next version, with its reasons. */
import { type BumpReason, readBump, type SuggestedBump } from '../flows/bump.ts';
import { UsageError } from '../model/usage-error.ts';
import { printNotices } from './changelog.ts';
import { exit } from './exit.ts';
import type { Io } from './io.ts';
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
  const why = current === undefined ? 'the first release' : level === 'none' ? 'nothing asks for a release' : `${level}, from ${current}`;
  return `${next} (${why})\n${reasons.map(reasonText).join('')}`;
};

/** Runs the command. */
export const runBump = async (options: BumpOptions, io: Io): Promise<number> => {
  const { prerelease } = options;
  if (prerelease !== undefined && !/^[A-Za-z][0-9A-Za-z-]*$/.test(prerelease))
    throw new UsageError(`--prerelease: "${prerelease}" is not a name of prereleases; expected for example rc.`);
  const { root, tree, config, now } = await settleAtTop(options, io);
  const { notices, ...bump } = await readBump({ root, env: io.env, tree, config, now, ...(prerelease !== undefined && { prerelease }) });
  printNotices({ notices }, io);
  io.stdout(options.json === true ? `${JSON.stringify(bump, null, 2)}\n` : text({ ...bump, notices }, options.quiet === true));
  return exit.pass;
};
