/** What a repository holds about its git hooks, and what would be changed in it. */
import type { Artifact } from '../../model/artifact.ts';

/** What git says of the hooks of one work tree. */
export interface HooksOfGit {
  /** Absolute path of the folder that git takes hooks from. */
  readonly folder: string;
  /** Names in that folder. */
  readonly names: readonly string[];
  /** The text of its `pre-commit`, however it decodes; undefined without one. */
  readonly current?: string;
  /** `core.hooksPath`, and whether every repository of the user or machine has it. */
  readonly configured?: { readonly value: string; readonly everywhere: boolean };
  /** Whether this is a linked work tree. */
  readonly linked: boolean;
  /** Absolute paths of the work trees in which the relative `core.hooksPath` names nothing: no hook runs there. */
  readonly unhooked: readonly string[];
}

export interface HookView {
  readonly git: HooksOfGit;
  /** Texts of the files that hook managers own, by POSIX path relative to the top of the work tree. */
  readonly files: ReadonlyMap<string, string>;
  /** Folder below the top in which docgate works, POSIX; empty: the top. */
  readonly folder: string;
  /** A configuration of another name, relative to `folder`. */
  readonly config?: string;
}

/** A file that gets another name and keeps its bytes and mode; no file may have that name yet. Absolute paths. */
export interface Move {
  readonly from: string;
  readonly to: string;
}

export type Change = Artifact | Move;

export interface HookPlan {
  /** In order; none: all is as it should be. */
  readonly changes: readonly Change[];
  /** What was done, in a few words. */
  readonly summary: string;
  /** What the user should know or still has to do, a sentence each. */
  readonly notes: readonly string[];
}

export interface HookManager {
  /** What people call it. */
  readonly title: string;
  /** Files that the plans look at. */
  readonly files: (git: HooksOfGit) => readonly string[];
  /** Whether the repository uses it. */
  readonly isUsed: (view: HookView) => boolean;
  /** Throws a UsageError where nothing can be done safely. */
  readonly install: (view: HookView) => HookPlan;
  /** Undefined where docgate's hook is not installed. Throws a UsageError where taking it away could do harm. */
  readonly uninstall: (view: HookView) => HookPlan | undefined;
}
