/** `docgate hook install` and `uninstall`: the repository as a view, a plan from it, and the plan on the disk. */
import { join, relative, resolve, sep } from 'node:path';
import { chooseManager, managers, planHookInstall, planHookUninstall } from '../setup/hook/managers.ts';
import type { ManagerName } from '../setup/hook/names.ts';
import type { HookPlan, HookView } from '../setup/hook/view.ts';
import { type GitHooks, gitHooks } from '../tree/git-hooks.ts';
import { makeChanges, previewOf, shortPath } from './changes.ts';
import { exit } from './exit.ts';
import type { Io } from './io.ts';
import { type CommonOptions, settle } from './settings.ts';

export interface HookOptions extends CommonOptions {
  readonly manager?: ManagerName;
  readonly dryRun?: true;
}

interface Work {
  readonly git: GitHooks;
  readonly options: HookOptions;
  readonly io: Io;
}

const stepsOf = (path: string): string[] => path.split(/[\\/]/).filter((step) => step !== '');

// The folder of the configuration, counted from the current one: git's names of folders need not be ours. Without one, the top.
const folderOf = async ({ git: { prefix }, options, io }: Work): Promise<string> => {
  const { root, config } = await settle(options, io);
  if (config.file === undefined) return '';
  const up = stepsOf(relative(root, resolve(io.cwd, options.cwd ?? '.'))).length;
  const steps = stepsOf(prefix);
  return steps.slice(0, Math.max(0, steps.length - up)).join('/');
};

const filesOf = async (git: GitHooks, io: Io): Promise<ReadonlyMap<string, string>> => {
  const files = new Map<string, string>();
  for (const path of Object.values(managers).flatMap((manager) => manager.files(git))) {
    const text = await io.readFile(join(git.top, path));
    if (text !== undefined) files.set(path, text);
  }
  return files;
};

const viewOf = async ({ git, options, io }: Work): Promise<HookView> => ({
  git: { ...git, folder: git.folder.split(sep).join('/') },
  files: await filesOf(git, io),
  folder: '',
  ...(options.config !== undefined && { config: options.config }),
});

const carryOut = async ({ git: { top }, options: { dryRun, quiet }, io }: Work, { changes, summary, notes }: HookPlan): Promise<void> => {
  if (dryRun) io.stdout(await previewOf(top, changes));
  else await makeChanges(top, changes, io);
  const said = summary.replace(/^[^:]+(?=: )/, (path) => shortPath(top, path));
  io.stdout(`${dryRun ? 'would be: ' : ''}${said}\n`);
  for (const note of quiet ? [] : notes) io.stderr(`note: ${note}\n`);
};

const workOf = async (options: HookOptions, io: Io): Promise<Work> => ({
  git: await gitHooks(resolve(io.cwd, options.cwd ?? '.'), io.env),
  options,
  io,
});

const planInstall = async (work: Work): Promise<HookPlan> => {
  const view = { ...(await viewOf(work)), folder: await folderOf(work) };
  return planHookInstall(work.options.manager ?? chooseManager(view), view);
};

/** What installing the hook would change, its paths relative to the top of the work tree or absolute. */
export const hookPlanFor = async (options: HookOptions, io: Io): Promise<HookPlan> => planInstall(await workOf(options, io));

/** Installs the hook; a second time changes nothing. */
export const runHookInstall = async (options: HookOptions, io: Io): Promise<number> => {
  const work = await workOf(options, io);
  await carryOut(work, await planInstall(work));
  return exit.pass;
};

/** Takes the hook away, wherever it is installed; what the configuration says does not matter. */
export const runHookUninstall = async (options: HookOptions, io: Io): Promise<number> => {
  const work = await workOf(options, io);
  const plans = planHookUninstall(await viewOf(work), options.manager);
  for (const plan of plans) await carryOut(work, plan);
  if (plans.length === 0) io.stdout('docgate has no hook here; nothing changed\n');
  return exit.pass;
};
