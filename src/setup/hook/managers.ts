/** The hook managers by name, and which of them a repository uses. */
import { UsageError } from '../../model/usage-error.ts';
import { husky } from './husky.ts';
import { lefthook } from './lefthook.ts';
import { type ManagerName, managerNames } from './names.ts';
import { plainGit } from './plain-git.ts';
import { preCommit } from './pre-commit.ts';
import type { HookManager, HookPlan, HookView } from './view.ts';

export const managers: Readonly<Record<ManagerName, HookManager>> = { git: plainGit, husky, lefthook, 'pre-commit': preCommit };

/** The managers that a repository uses; none: plain git. */
export const detectManagers = (view: HookView): readonly ManagerName[] => managerNames.filter((name) => managers[name].isUsed(view));

/** The manager to install for. Where several are in use only the user can tell: a UsageError names them. */
export const chooseManager = (view: HookView): ManagerName => {
  const [first = 'git', ...others] = detectManagers(view);
  if (others.length === 0) return first;
  const titles = [first, ...others].map((name) => managers[name].title);
  throw new UsageError(
    `This repository is set up for ${titles.join(' and ')}. Choose the one that git runs here: docgate hook install --manager ${first}`,
  );
};

const unhookedNotes = ({ git }: HookView): string[] =>
  git.unhooked.length === 0
    ? []
    : [
        `core.hooksPath is ${git.configured?.value ?? ''}, which is missing in these work trees, so git runs no hook there: ${git.unhooked.join(', ')}`,
      ];

export const planHookInstall = (name: ManagerName, view: HookView): HookPlan => {
  const plan = managers[name].install(view);
  return { ...plan, notes: [...plan.notes, ...unhookedNotes(view)] };
};

/** The plans that take docgate's hook away wherever it is installed, or for one manager only. */
export const planHookUninstall = (view: HookView, only?: ManagerName): readonly HookPlan[] =>
  managerNames
    .filter((name) => only === undefined || name === only)
    .map((name) => managers[name].uninstall(view))
    .filter((plan) => plan !== undefined);
