/** `docgate check`: judges documents and prints what was found. */
import { resolve } from 'node:path';
import { type Checked, type CheckRequest, check } from '../flows/check.ts';
import type { KindName } from '../model/document.ts';
import type { PrintOptions, Report } from '../model/report.ts';
import { UsageError } from '../model/usage-error.ts';
import { overlayTree } from '../tree/overlay.ts';
import { reachingTree } from '../tree/reaching.ts';
import { exit } from './exit.ts';
import type { Io } from './io.ts';
import { type PrintingOptions, printReport } from './print-report.ts';
import { progressBar } from './progress.ts';
import { fromRoot, type Settings, settleBelow } from './settings.ts';
import { changedPaths, isHistorical } from './snapshot.ts';
import { tool } from './version.ts';

/** The levels at which a run can fail. */
export const failLevels = ['error', 'warning', 'info', 'pending'] as const;

export type FailOn = (typeof failLevels)[number];

export interface CheckOptions extends PrintingOptions {
  readonly paths: readonly string[];
  readonly kind?: KindName;
  readonly policy: readonly string[];
  readonly failOn: FailOn;
  readonly maxWarnings?: string;
  readonly stdinFilepath?: string;
  readonly stats?: true;
  readonly provenance?: true;
  /** With `staged`: every governed document of the index, not only those that the commit changes. */
  readonly all?: true;
  /** false with --no-git. */
  readonly git: boolean;
}

/** Whether a report passes at a level. */
export const passes = ({ summary, verdict }: Report, failOn: FailOn, maxWarnings: number): boolean => {
  if (verdict === 'fail' || verdict === 'indeterminate' || summary.warnings > maxWarnings) return false;
  const counts = {
    error: 0,
    warning: summary.warnings,
    info: summary.warnings + summary.infos,
    pending: summary.warnings + summary.pending,
  };
  return counts[failOn] === 0;
};

const failingAt = {
  error: ['error'],
  warning: ['error', 'warning'],
  info: ['error', 'warning', 'info'],
  pending: ['error', 'warning', 'pending'],
} as const;

/** What makes a run fail; where it is the number of warnings, or an answer that nobody knows, warnings do. */
const failingIn = ({ summary, verdict }: Report, failOn: FailOn, maxWarnings: number): PrintOptions['failing'] =>
  verdict === 'indeterminate' || summary.warnings > maxWarnings ? [...failingAt[failOn], 'warning'] : failingAt[failOn];

const warningLimit = ({ maxWarnings }: CheckOptions): number => {
  if (maxWarnings === undefined) return Number.POSITIVE_INFINITY;
  if (!/^\d+$/.test(maxWarnings)) throw new UsageError(`--max-warnings: "${maxWarnings}" is not a whole number.`);
  return Number(maxWarnings);
};

interface Placed {
  readonly settings: Settings;
  readonly paths: readonly string[];
}

const place = async (options: CheckOptions, io: Io): Promise<Placed> => {
  const settings = await settleBelow(options, io);
  const cwd = resolve(io.cwd, options.cwd ?? '.');
  const paths = options.paths.filter((path) => path !== '-').map((path) => fromRoot(settings.root, cwd, path));
  return { settings: isHistorical(options) ? settings : { ...settings, tree: reachingTree(settings.root, paths) }, paths };
};

const withStdin = async (placed: Placed, options: CheckOptions, io: Io): Promise<Placed> => {
  if (!options.paths.includes('-') && options.stdinFilepath === undefined) return placed;
  const path = fromRoot(placed.settings.root, resolve(io.cwd, options.cwd ?? '.'), options.stdinFilepath ?? 'stdin.md');
  const tree = overlayTree(placed.settings.tree, path, await io.stdin());
  return { settings: { ...placed.settings, tree }, paths: [...placed.paths, path] };
};

const requestOf = async ({ settings, paths }: Placed, options: CheckOptions, io: Io): Promise<CheckRequest> => ({
  tree: settings.tree,
  config: settings.config,
  now: settings.now,
  paths,
  policies: options.policy,
  tool,
  progress: progressBar(io),
  provenance: options.provenance === true,
  ...(options.git && { git: { root: settings.root, ...(options.ref && { rev: options.ref }) } }),
  ...(options.kind && { kind: options.kind }),
  ...(options.staged && !options.all && paths.length === 0 && { changed: await changedPaths(settings.root) }),
});

const printStats = (report: Report, started: number, io: Io): void => {
  const { files, errors, warnings, pending } = report.summary;
  io.stderr(
    `${files} files, ${report.rules.length} rules, ${errors} errors, ${warnings} warnings, ${pending} pending, ${Math.round(performance.now() - started)} ms\n`,
  );
};

/** Checks what the options name, and prints nothing. */
export const checkAsAsked = async (options: CheckOptions, io: Io): Promise<Checked & { readonly root: string }> => {
  const placed = await withStdin(await place(options, io), options, io);
  return { ...(await check(await requestOf(placed, options, io))), root: placed.settings.root };
};

/** What was checked, and the exit code: whether the documents pass. */
export interface Judgement {
  readonly code: number;
  readonly report: Report;
  /** What the verdict does not rest on, though a rule asks for it. */
  readonly notes: readonly string[];
}

/** Judges documents and prints the report. */
export const judge = async (options: CheckOptions, io: Io): Promise<Judgement> => {
  const started = performance.now();
  const limit = warningLimit(options);
  const checked = await checkAsAsked(options, io);
  await printReport({ ...checked, failing: failingIn(checked.report, options.failOn, limit) }, options, io);
  if (options.stats) printStats(checked.report, started, io);
  return { code: passes(checked.report, options.failOn, limit) ? exit.pass : exit.findings, report: checked.report, notes: checked.notes };
};

/** Runs the command; the exit code says whether the documents pass. */
export const runCheck = async (options: CheckOptions, io: Io): Promise<number> => {
  const { code, notes } = await judge(options, io);
  // Also with --quiet: a verdict that rests on less than was asked must not look like any other.
  for (const note of notes) io.stderr(`docgate: note: ${note} With --no-git nothing is asked.\n`);
  return code;
};
