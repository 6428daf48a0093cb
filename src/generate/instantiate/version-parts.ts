/** The parts of a release's version that template marks ask for: the whole, its core, its minor line, its neighbours. */
import { parseVersion, versionIn } from '../../read/version.ts';

/** A version without a leading v, and what marks such as `X.Y` and `X.Y.Z+1` make of it. */
export interface VersionParts {
  readonly whole: string;
  /** Without pre-release and build. */
  readonly core: string;
  readonly isPrerelease: boolean;
  /** `1.4` of `1.4.2`. */
  readonly minor: string;
  readonly nextMinor: string | undefined;
  /** `1.4.1` of `1.4.2`; undefined where the version tells no predecessor. */
  readonly before: string | undefined;
}

/** A version as releases are told apart by: without a leading v. */
export const bareVersion = (version: string): string => version.replace(/^v(?=\d)/i, '');

/** The parts of a version; undefined where headings that name it would not be read as naming it (`versionIn`). */
export const versionParts = (version: string): VersionParts | undefined => {
  const whole = bareVersion(version);
  const parsed = versionIn(whole) === whole && /^[\w.+-]+$/.test(whole) ? parseVersion(whole) : undefined;
  if (parsed === undefined) return undefined;
  const [major, minor, patch] = parsed.core;
  return {
    whole,
    core: parsed.core.join('.'),
    isPrerelease: parsed.prerelease !== undefined,
    minor: parsed.core.slice(0, 2).join('.'),
    nextMinor: minor === undefined ? undefined : `${major}.${minor + 1}`,
    before: patch === undefined || patch === 0 || parsed.prerelease !== undefined ? undefined : `${major}.${minor}.${patch - 1}`,
  };
};
