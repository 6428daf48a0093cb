/** How a history is told: the settings that the configuration gives, with what holds without it. */
import { defaultTypes, type TypeMapping } from './mapping.ts';

/** Where a release's date comes from: its tag, the commit that is tagged, or the present. */
export const dateSources = ['tag', 'commit', 'now'] as const;
export type DateSource = (typeof dateSources)[number];

/**
 * What a final release holds beside its own prereleases: `separate` only what came after the last of them, `rollup` all since the
 * release before, `hide` the same, and prereleases are not listed.
 */
export const prereleaseModes = ['separate', 'rollup', 'hide'] as const;
export type Prereleases = (typeof prereleaseModes)[number];

export interface ChangelogSettings {
  readonly types: TypeMapping;
  /** The title of a scope, or false: its changes are not listed, unless they are breaking. */
  readonly scopes: Readonly<Record<string, string | false>>;
  /** Such as `v{version}`; the first is the one of new tags. */
  readonly tagPatterns: readonly string[];
  readonly ignoredTags: readonly string[];
  readonly prereleases: Prereleases;
  readonly date: DateSource;
  /** IANA name. */
  readonly timezone: string;
}

export const defaultSettings: ChangelogSettings = {
  types: defaultTypes,
  scopes: {},
  tagPatterns: ['v{version}', '{version}'],
  ignoredTags: [],
  prereleases: 'separate',
  date: 'tag',
  timezone: 'UTC',
};
