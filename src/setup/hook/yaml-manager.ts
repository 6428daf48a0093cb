/** What the two managers with a YAML file have in common: an entry in it that runs a script. */
import { parseData } from '../../data/data-file.ts';
import type { Artifact } from '../../model/artifact.ts';
import { newBlockFile, onlyBlock, withoutBlock } from './block-file.ts';
import type { HookPlan, HookView } from './view.ts';
import { addYamlEntry, newYamlFile, type YamlEntry } from './yaml-entry.ts';

export interface YamlHook {
  readonly path: string;
  /** The command that makes git run the manager, and a word by which its own hook is known. */
  readonly activate: string;
  readonly mark: string;
  /** What the entry runs. */
  readonly script: string;
  /** The entry to be added, given what the file says now. Undefined: somebody wrote one by hand. */
  readonly entry: (value: unknown) => YamlEntry | undefined;
}

/** The value of a key, where there may be no map. */
export const at = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Readonly<Record<string, unknown>>)[key] : undefined;

export const listAt = (value: unknown, key: string): readonly unknown[] => {
  const list = at(value, key);
  return Array.isArray(list) ? list : [];
};

const says = (value: unknown, text: string): boolean =>
  value === text || (typeof value === 'object' && value !== null && Object.values(value).some((part) => says(part, text)));

const notesFor = ({ activate, mark }: YamlHook, { git }: HookView): string[] => {
  if (git.configured !== undefined)
    return [
      `core.hooksPath is ${git.configured.value}: git takes its hooks from there, not from .git/hooks. Make sure that "${activate}" still works.`,
    ];
  return git.current?.includes(mark) === true ? [] : [`It is not active in this clone yet: run "${activate}".`];
};

const changeOf = (hook: YamlHook, before: string | undefined): Artifact | undefined => {
  const { path, entry, script } = hook;
  const bare = before === undefined || onlyBlock(path, before) === undefined ? before : withoutBlock(path, before)?.text;
  if (before !== undefined && bare !== before && says(parseData(path, before).value, script)) return undefined;
  const added = entry(bare === undefined ? {} : parseData(path, bare).value);
  if (added === undefined) return undefined;
  if (bare !== undefined) return { path, before, text: addYamlEntry(path, bare, added) };
  return { ...newBlockFile(path, newYamlFile(added)), before };
};

/** Adds the entry; one that another docgate wrote is replaced. */
export const installYaml = (hook: YamlHook, view: HookView): HookPlan => {
  const before = view.files.get(hook.path);
  const change = changeOf(hook, before);
  const done = change === undefined ? 'runs docgate already' : before === undefined ? 'written' : 'installed';
  return { changes: change === undefined ? [] : [change], summary: `${hook.path}: ${done}`, notes: notesFor(hook, view) };
};

/** Takes the entry away. */
export const uninstallYaml = (path: string, { files }: HookView): HookPlan | undefined => {
  const artifact = withoutBlock(path, files.get(path));
  return artifact && { changes: [artifact], summary: `${path}: docgate's lines are gone`, notes: [] };
};
