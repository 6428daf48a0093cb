/** The next version: what the changes since the last release ask for, by Semantic Versioning, and why. */
import inc from 'semver/functions/inc.js';
import parse from 'semver/functions/parse.js';
import type { Change, ReleaseChanges } from '../model/changes.ts';
import { compareVersions } from './version.ts';

export const bumpLevels = ['none', 'patch', 'minor', 'major'] as const;
export type BumpLevel = (typeof bumpLevels)[number];

/** What 0.x versions do, where Semantic Versioning promises nothing. */
export interface BumpPolicy {
  /** What a breaking change raises below 1.0.0. */
  readonly zero: 'patch' | 'minor' | 'major';
  /** What an addition raises below 1.0.0. */
  readonly zeroFeature: 'patch' | 'minor';
  /** The first version of all. */
  readonly initial: string;
}

export const defaultBump: BumpPolicy = { zero: 'minor', zeroFeature: 'minor', initial: '0.1.0' };

/** A change and the level that it asks for. */
export interface BumpReason {
  readonly level: BumpLevel;
  readonly title: string;
  readonly change: Change;
}

export interface Bump {
  /** The last release that is no prerelease. */
  readonly current?: string;
  /** Undefined when nothing asks for a release. */
  readonly next?: string;
  readonly level: BumpLevel;
  /** The most weighty first. */
  readonly reasons: readonly BumpReason[];
}

const minorTitles: ReadonlySet<string> = new Set(['Added', 'Deprecated', 'Removed']);

// Only what is marked as breaking breaks: a removal may be one of something that nobody could use.
const levelOf = (title: string, { breaking }: Change): BumpLevel => (breaking ? 'major' : minorTitles.has(title) ? 'minor' : 'patch');

const belowOne = (level: BumpLevel, { zero, zeroFeature }: BumpPolicy): BumpLevel =>
  level === 'major' ? zero : level === 'minor' ? zeroFeature : level;

const weight = (level: BumpLevel): number => bumpLevels.indexOf(level);

const reasonsOf = ({ groups }: Pick<ReleaseChanges, 'groups'>, level: (title: string, change: Change) => BumpLevel): BumpReason[] =>
  groups
    .flatMap(({ title, changes }) => changes.map((change) => ({ level: level(title, change), title, change })))
    .sort((a, b) => weight(b.level) - weight(a.level));

export interface BumpQuestion {
  /** The last release that is no prerelease. */
  readonly current?: string;
  /** All since then. */
  readonly changes: Pick<ReleaseChanges, 'groups'>;
  readonly policy: BumpPolicy;
  /** Such as `rc`: the next version is a prerelease of that name. */
  readonly prerelease?: string;
  /** The versions that exist already. */
  readonly versions: readonly string[];
}

const raised = (current: string, level: BumpLevel): string => (level === 'none' ? current : (inc(current, level) ?? current));

// The number behind those that were used: 1.4.0-rc.2 after 1.4.0-rc.1.
const prereleaseOf = (core: string, name: string, versions: readonly string[]): string => {
  const used = versions.flatMap((version) => {
    const parsed = parse(version);
    const [label, number] = parsed?.prerelease ?? [];
    return parsed !== null && `${parsed.major}.${parsed.minor}.${parsed.patch}` === core && label === name && typeof number === 'number'
      ? [number]
      : [];
  });
  return `${core}-${name}.${Math.max(0, ...used) + 1}`;
};

/** The next version and what asks for it. */
export const suggestBump = ({ current, changes, policy, prerelease, versions }: BumpQuestion): Bump => {
  const below = current?.startsWith('0.') === true;
  const reasons = reasonsOf(changes, (title, change) => {
    const level = levelOf(title, change);
    return below ? belowOne(level, policy) : level;
  });
  const level = reasons[0]?.level ?? 'none';
  if (current !== undefined && level === 'none') return { current, level, reasons };
  const core = current === undefined ? policy.initial : raised(current, level);
  const settled = current === undefined || compareVersions(core, current) > 0;
  const next = prerelease !== undefined && settled ? prereleaseOf(core, prerelease, versions) : core;
  return { ...(current !== undefined && { current }), next, level, reasons };
};
