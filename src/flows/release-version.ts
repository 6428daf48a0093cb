/** Versions of the command line: what may become the name of a folder. */
import { bareVersion, versionParts } from '../generate/instantiate/version-parts.ts';
import { UsageError } from '../model/usage-error.ts';

/** The version without `v`. Throws a UsageError for anything that is none. */
export const checkVersion = (version: string): string => {
  if (versionParts(version) === undefined)
    throw new UsageError(`"${version}" is not a version; expected for example 1.4.0, 1.4.0-rc.1 or 2026.1.`);
  return bareVersion(version);
};
