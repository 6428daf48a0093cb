/** lefthook: a command, or a job where the file lists jobs, under `pre-commit` of its configuration. */
import { UsageError } from '../../model/usage-error.ts';
import { scriptLines } from './script.ts';
import type { HookManager, HookPlan, HookView } from './view.ts';
import type { YamlEntry } from './yaml-entry.ts';
import { at, installYaml, listAt, uninstallYaml, type YamlHook } from './yaml-manager.ts';

const names = ['lefthook', '.lefthook', '.config/lefthook'];
const paths = names.flatMap((name) => ['yml', 'yaml'].map((ending) => `${name}.${ending}`));
const otherPaths = names.flatMap((name) => ['json', 'jsonc', 'toml'].map((ending) => `${name}.${ending}`));

const pathIn = ({ files }: HookView): string | undefined => paths.find((path) => files.has(path));
const otherIn = ({ files }: HookView): string | undefined => otherPaths.find((path) => files.has(path));

// `jobs` came with lefthook 1.10; `commands` works in all versions.
const entryIn =
  (script: string) =>
  (value: unknown): YamlEntry | undefined => {
    const hook = at(value, 'pre-commit');
    const named = listAt(hook, 'jobs').some((job) => at(job, 'name') === 'docgate');
    if (named || at(at(hook, 'commands'), 'docgate') !== undefined) return undefined;
    if (Array.isArray(at(hook, 'jobs'))) return { below: ['pre-commit', 'jobs'], value: { name: 'docgate', run: script } };
    return { below: ['pre-commit', 'commands'], key: 'docgate', value: { run: script } };
  };

const install = (view: HookView): HookPlan => {
  const other = otherIn(view);
  const path = pathIn(view) ?? (other === undefined ? 'lefthook.yml' : undefined);
  if (path === undefined)
    throw new UsageError(`${other}: docgate edits YAML only. Add by hand a command to pre-commit that runs: docgate hook run`);
  const script = `${scriptLines(view).join('\n')}\n`;
  const hook: YamlHook = { path, activate: 'lefthook install', mark: 'lefthook', script, entry: entryIn(script) };
  return installYaml(hook, view);
};

export const lefthook: HookManager = {
  title: 'lefthook',
  files: () => [...paths, ...otherPaths],
  isUsed: (view) => pathIn(view) !== undefined || otherIn(view) !== undefined,
  install,
  uninstall: (view) => uninstallYaml(pathIn(view) ?? 'lefthook.yml', view),
};
