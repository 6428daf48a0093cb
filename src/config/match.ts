/** Path → how it is governed. */
import type { KindName } from '../model/document.ts';
import { matcher } from '../tree/paths.ts';
import type { Config, RuleSettings } from './types.ts';

export interface Match {
  readonly kind?: KindName;
  readonly template?: string;
  readonly rules: RuleSettings;
}

const matches = (path: string, globs: readonly string[]): boolean => matcher(globs)(path);

/** How a path is governed; undefined when no entry names it. The last entry that matches decides. */
export const matchPath = (config: Config, path: string): Match | undefined => {
  const entry = config.documents.findLast(({ files }) => matches(path, files));
  return entry === undefined
    ? undefined
    : {
        ...(entry.kind && { kind: entry.kind }),
        ...(entry.template && { template: entry.template }),
        rules: { ...config.rules, ...entry.rules },
      };
};

export const isIgnored = (config: Config, path: string): boolean => matches(path, config.ignore);

/** All globs of governed files. */
export const governedGlobs = (config: Config): string[] => config.documents.flatMap(({ files }) => files);
