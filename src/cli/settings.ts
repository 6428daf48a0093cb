/** Options that every command has, resolved against the io: root, configuration, time, colour. */
import { isAbsolute, join, posix, relative, resolve, sep } from 'node:path';
import { holdsConfig, loadConfig } from '../config/config.ts';
import { defaultsBelow } from '../config/defaults.ts';
import type { Config } from '../config/types.ts';
import { UsageError } from '../model/usage-error.ts';
import { diskTree } from '../tree/disk.ts';
import type { Tree } from '../tree/tree.ts';
import type { Io } from './io.ts';
import { checkSnapshot, isHistorical, openSnapshot, type SnapshotOptions, snapshotRoot } from './snapshot.ts';

export interface CommonOptions extends SnapshotOptions {
  readonly cwd?: string;
  readonly config?: string;
  readonly color?: boolean;
  readonly quiet?: boolean;
  readonly asOf?: string;
}

export interface Settings {
  /** Absolute path of the folder that all paths are relative to. */
  readonly root: string;
  readonly tree: Tree;
  readonly config: Config;
  /** RFC 3339 in UTC. */
  readonly now: string;
}

/** `--color` before NO_COLOR before FORCE_COLOR before the terminal. */
export const wantsColor = ({ color }: CommonOptions, { env, terminal }: Pick<Io, 'env' | 'terminal'>): boolean => {
  if (color !== undefined) return color;
  if (env['NO_COLOR']) return false;
  if (env['FORCE_COLOR'] !== undefined) return env['FORCE_COLOR'] !== '0';
  return terminal.stdout && env['TERM'] !== 'dumb';
};

const instant = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2}))?$/;

/** Now: `--as-of`, else SOURCE_DATE_EPOCH, else the clock. */
export const nowOf = ({ asOf }: CommonOptions, { env, clock }: Pick<Io, 'env' | 'clock'>): string => {
  if (asOf !== undefined) {
    const time = instant.test(asOf) ? Date.parse(asOf) : Number.NaN;
    if (Number.isNaN(time)) throw new UsageError(`--as-of: "${asOf}" is not an instant; expected for example 2026-01-05T10:00:00Z.`);
    return new Date(time).toISOString();
  }
  const epoch = env['SOURCE_DATE_EPOCH'];
  if (epoch !== undefined && !/^\d+$/.test(epoch)) throw new UsageError(`SOURCE_DATE_EPOCH: "${epoch}" is not a number of seconds.`);
  return new Date(epoch === undefined ? clock : Number(epoch) * 1000).toISOString();
};

const ancestors = (folder: string): string[] => {
  const parent = resolve(folder, '..');
  return parent === folder ? [folder] : [folder, ...ancestors(parent)];
};

// What each folder holds is asked at once: every command waits for it.
const holds = async (folder: string): Promise<{ config: boolean; repository: boolean }> => {
  const tree = diskTree(folder);
  const [config, repository] = await Promise.all([holdsConfig(tree), tree.has('.git')]);
  return { config, repository: repository === true };
};

/** Where no folder upwards holds a configuration: the root, and whether all of it is meant or what is below the current folder. */
type Unconfigured = 'here' | 'top' | 'below';

// The nearest folder upwards with a configuration; the search ends at a repository's top.
const findRoot = async (cwd: string, unconfigured: Unconfigured): Promise<string> => {
  for (const folder of ancestors(cwd)) {
    const { config, repository } = await holds(folder);
    if (config) return folder;
    if (repository) return unconfigured === 'here' ? cwd : folder;
  }
  return cwd;
};

// A file has bytes; a link to a folder is one.
const isFolder = async (path: string): Promise<boolean> => {
  const tree = diskTree(path);
  const there = await tree.has('.').catch(() => false);
  return there === true && (await tree.read('.')) === undefined;
};

const settleIn = async (options: CommonOptions, io: Io, unconfigured: Unconfigured): Promise<Settings> => {
  const cwd = resolve(io.cwd, options.cwd ?? '.');
  if (options.cwd !== undefined && !(await isFolder(cwd))) throw new UsageError(`--cwd: There is no folder ${options.cwd}.`);
  checkSnapshot(options);
  const find = (): Promise<string> =>
    isHistorical(options) ? snapshotRoot(cwd, options, unconfigured !== 'here') : findRoot(cwd, unconfigured);
  const root = options.config === undefined ? await find() : cwd;
  const tree = await openSnapshot(root, options);
  const config = await loadConfig(tree, options.config === undefined ? undefined : posix.normalize(toPosix(options.config)));
  const governed = unconfigured === 'below' && config.file === undefined ? governedBelow(config, fromRoot(root, cwd, '.')) : config;
  return { root, tree, config: governed, now: nowOf(options, io) };
};

const governedBelow = (config: Config, folder: string): Config =>
  folder === '.' || folder.startsWith('..') ? config : { ...config, documents: defaultsBelow(folder) };

/**
 * Settles a command that judges documents: without a configuration, the root is the top of the git repository, so that links, subjects, people
 * and paths mean what they mean from everywhere else in it; governed is what has a usual name below the current folder.
 */
export const settleBelow = (options: CommonOptions, io: Io): Promise<Settings> => settleIn(options, io, 'below');

/** Settles root, configuration and time of a command that reads the set-up: without a configuration, the root is the current folder. */
export const settle = (options: CommonOptions, io: Io): Promise<Settings> => settleIn(options, io, 'here');

/**
 * Settles a command that makes or edits files of the repository: without a configuration, the root is the top of the git repository, so that
 * no folder below gets a second changelog, a numbering of its own, or approvals of paths that a check of the repository does not find.
 */
export const settleAtTop = (options: CommonOptions, io: Io): Promise<Settings> => settleIn(options, io, 'top');

const toPosix = (path: string): string => path.split(sep).join('/');

/** A path of the command line, relative to the root, with slashes; `..` stays where it leads out. */
export const fromRoot = (root: string, cwd: string, path: string): string => {
  const absolute = isAbsolute(path) ? path : join(cwd, path);
  return toPosix(relative(root, absolute)) || '.';
};
