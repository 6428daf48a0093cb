/** What a configuration says, once its defaults are settled. */
import type { DataFile } from '../data/data-file.ts';
import type { Calendar } from '../model/calendar.ts';
import type { KindName } from '../model/document.ts';
import type { Severity } from '../model/finding.ts';
import type { Person } from '../model/people.ts';
import type { ChangelogConfig } from './changelog.ts';

export interface RuleSetting {
  readonly severity: Severity | 'off';
  readonly options?: Readonly<Record<string, unknown>>;
  /** `YYYY-MM-DD`, the last day for which it is meant. */
  readonly until?: string;
}

export type RuleSettings = Readonly<Record<string, RuleSetting>>;

/** Files that are governed, and how. */
export interface Governed {
  readonly files: readonly string[];
  readonly kind?: KindName;
  /** The document whose items every such record has to cover. */
  readonly template?: string;
  /** `YYYY-MM-DD`, the last day for which it is meant. */
  readonly until?: string;
  /** A file that it names need not be there. */
  readonly optional?: boolean;
  readonly rules: RuleSettings;
}

/** An excuse of the configuration; those that stand in documents are read from them. */
export interface ConfiguredWaiver {
  readonly rule: string;
  readonly files?: string;
  readonly item?: string;
  readonly reason: string;
  readonly owner: string;
  /** `YYYY-MM-DD`, the last day on which it holds. */
  readonly expires: string;
}

export interface Config {
  /** Where it stands; undefined when the defaults hold. */
  readonly file?: DataFile;
  readonly documents: readonly Governed[];
  readonly ignore: readonly string[];
  readonly policies: readonly string[];
  readonly rules: RuleSettings;
  readonly timezone?: string;
  /** The path of a people file, or the list itself. */
  readonly people?: string | readonly Person[];
  readonly waivers: readonly ConfiguredWaiver[];
  readonly calendar: Calendar;
  readonly changelog: ChangelogConfig;
}
