/** What every part of `docgate init` has to know. */
import type { Forge } from '../setup/init/ci.ts';
import type { Io } from './io.ts';
import type { Prompts } from './prompts.ts';
import type { CommonOptions } from './settings.ts';

export interface InitOptions extends CommonOptions {
  readonly yes?: true;
  readonly dryRun?: true;
  /** false with --no-hook. */
  readonly hook: boolean;
  readonly ci?: Forge | 'none';
  /** `YYYY-MM-DD`. */
  readonly relaxUntil?: string;
  readonly timezone?: string;
}

/** Where and when docgate is set up, and whom it may ask. */
export interface Setting {
  /** The folder of the configuration. */
  readonly root: string;
  /** The top of the repository, which everything else is written below. */
  readonly top: string;
  /** Whether there is a repository. */
  readonly repository: boolean;
  /** RFC 3339. */
  readonly now: string;
  readonly options: InitOptions;
  readonly io: Io;
  readonly prompts: Prompts | undefined;
}
