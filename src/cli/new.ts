/** `docgate new`: makes documents of templates; writes all of them or none, and never over a file. */
import { didYouMean, UsageError } from '../model/usage-error.ts';
import { exit } from './exit.ts';
import type { Io } from './io.ts';
import type { NewOptions } from './new-options.ts';
import type { CommonOptions } from './settings.ts';

type Run = (options: NewOptions, io: Io) => Promise<void>;
type Flag = Exclude<keyof NewOptions, keyof CommonOptions | 'what' | 'title' | 'dryRun' | 'json'>;

interface Thing {
  readonly load: () => Promise<Run>;
  readonly flags: readonly Flag[];
}

const things: Readonly<Record<string, Thing>> = {
  incident: { load: async () => (await import('./new-incident.ts')).newIncident, flags: ['severity', 'detected', 'to', 'set'] },
  checklist: {
    load: async () => (await import('./new-release.ts')).newChecklist,
    flags: ['version', 'from', 'to', 'set', 'replace', 'keepState'],
  },
  approvals: { load: async () => (await import('./new-release.ts')).newApprovals, flags: ['version', 'to', 'set'] },
  release: {
    load: async () => (await import('./new-release.ts')).newRelease,
    flags: ['version', 'from', 'set', 'replace', 'keepState', 'stages'],
  },
  hotfix: { load: async () => (await import('./new-release.ts')).newHotfix, flags: ['version', 'from', 'set', 'replace', 'keepState'] },
  policy: { load: async () => (await import('./new-policy.ts')).newPolicy, flags: ['kind', 'to', 'set'] },
};

const everyFlag = [...new Set(Object.values(things).flatMap(({ flags }) => flags))];

const isGiven = (value: unknown): boolean => (Array.isArray(value) ? value.length > 0 : value !== undefined);

const flagName = (flag: string): string => `--${flag.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

// A flag that nothing reads would be taken for one that something did.
const refuseForeign = (options: NewOptions, { flags }: Thing): void => {
  const foreign = everyFlag.find((flag) => !flags.includes(flag) && isGiven(options[flag]));
  if (foreign === undefined) return;
  const home = Object.keys(things).filter((name) => things[name]?.flags.includes(foreign));
  throw new UsageError(`${flagName(foreign)} says nothing about a new ${options.what}; it belongs to: ${home.join(', ')}.`);
};

/** Runs the command. */
export const runNew = async (options: NewOptions, io: Io): Promise<number> => {
  const thing = Object.hasOwn(things, options.what) ? things[options.what] : undefined;
  if (thing === undefined)
    throw new UsageError(
      `There is no template "${options.what}".${didYouMean(options.what, Object.keys(things))} There are: ${Object.keys(things).join(', ')}.`,
    );
  refuseForeign(options, thing);
  await (await thing.load())(options, io);
  return exit.pass;
};
