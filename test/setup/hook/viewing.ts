/** Repositories as views, and plans carried out in memory. */
import { expect } from 'vitest';
import type { HookManager, HookPlan, HooksOfGit, HookView } from '../../../src/setup/hook/view.ts';

export const gitWith = (other: Partial<HooksOfGit> = {}): HooksOfGit => ({
  folder: '/shop/.git/hooks',
  names: [],
  linked: false,
  unhooked: [],
  ...other,
});

export const viewWith = (files: Readonly<Record<string, string>>, other: Partial<HookView> = {}): HookView => ({
  git: gitWith(),
  files: new Map(Object.entries(files)),
  folder: '',
  ...other,
});

/** The files after a plan that only writes. */
export const after = (view: HookView, plan: HookPlan | undefined): HookView => {
  const files = new Map(view.files);
  for (const change of plan?.changes ?? []) {
    if ('from' in change) throw new Error('a file was renamed');
    expect(files.get(change.path)).toBe(change.before);
    if (change.text === undefined) files.delete(change.path);
    else files.set(change.path, change.text);
  }
  return { ...view, files };
};

/** Whether a text is another one with something put in at one place. */
export const isInsertion = (before: string, text: string): boolean => {
  const limit = Math.min(before.length, text.length);
  let start = 0;
  while (start < limit && before[start] === text[start]) start += 1;
  let end = 0;
  while (end < limit && before.at(-1 - end) === text.at(-1 - end)) end += 1;
  return start + end >= before.length;
};

/** Installs, installs again, uninstalls: one insertion, then nothing, then the files as they were. Returns the text with the hook. */
export const goThereAndBack = (manager: HookManager, view: HookView, path: string): string => {
  const there = after(view, manager.install(view));
  const text = there.files.get(path) ?? '';
  expect(isInsertion(view.files.get(path) ?? '', text)).toBe(true);
  expect(manager.install(there).changes).toEqual([]);
  const back = after(there, manager.uninstall(there));
  expect([...back.files]).toEqual([...view.files]);
  expect(manager.uninstall(back)).toBeUndefined();
  return text;
};
