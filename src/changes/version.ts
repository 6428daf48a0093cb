/**
 * Versions in the order of Semantic Versioning 2.0.0 (sections 2, 9 and 11), and the tags that name them. Reading the package semver
 * would take longer than reading the tags of a repository; a test holds this to its answers.
 */
import type { HistoryTag } from '../model/history.ts';
import { compareCores, compareIdentifiers, comparePrereleases } from '../model/version-order.ts';

/** A tag that names a version. */
export interface ReleaseTag extends HistoryTag {
  /** Without prefix, as the tag writes it. */
  readonly version: string;
  readonly prerelease: boolean;
}

const identifier = '(?:0|[1-9]\\d*|\\d*[A-Za-z-][0-9A-Za-z-]*)';
const number = '(0|[1-9]\\d*)';
const versionPattern = new RegExp(
  `^${number}\\.${number}\\.${number}(?:-(${identifier}(?:\\.${identifier})*))?(?:\\+([0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*))?$`,
);

const longest = 256;

/** Whether a text is a version. */
export const isVersion = (text: string): boolean => text.length <= longest && versionPattern.test(text);

interface Parts {
  readonly core: readonly number[];
  readonly prerelease: string | undefined;
  readonly build: readonly string[];
}

const partsOf = (version: string): Parts => {
  const [, major, minor, patch, prerelease, build] = versionPattern.exec(version) ?? [];
  return { core: [major, minor, patch].map(Number), prerelease, build: build?.split('.') ?? [] };
};

/** Negative when `a` is the lower version; build metadata decides only between equal ones. Both are versions. */
export const compareVersions = (a: string, b: string): number => {
  const [left, right] = [partsOf(a), partsOf(b)];
  return (
    compareCores(left.core, right.core) ||
    comparePrereleases(left.prerelease, right.prerelease) ||
    compareIdentifiers(left.build, right.build)
  );
};

export const isPrerelease = (version: string): boolean => partsOf(version).prerelease !== undefined;

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A pattern such as `v{version}` or `api@{version}`; `*` stands for any text. */
const patternOf = (pattern: string): RegExp =>
  new RegExp(`^${literal(pattern).replaceAll('\\*', '.*').replace('\\{version\\}', '(\\d.*)')}$`);

/** The tag that a version gets: like that of the release before, else by the first pattern. */
export const tagFor = (version: string, previous: ReleaseTag | undefined, patterns: readonly string[]): string =>
  previous === undefined ? (patterns[0] ?? '').replace('{version}', version) : previous.name.replace(previous.version, version);

/** The tags that name a version by any of the patterns, highest version first; a version twice on one commit counts once. */
export const releaseTags = (tags: readonly HistoryTag[], patterns: readonly string[], ignored: readonly string[] = []): ReleaseTag[] => {
  const [wanted, unwanted] = [patterns.map(patternOf), ignored.map(patternOf)];
  const named = tags.flatMap((tag) => {
    if (unwanted.some((pattern) => pattern.test(tag.name))) return [];
    const version = wanted.map((pattern) => pattern.exec(tag.name)?.[1]).find((text) => text !== undefined && isVersion(text));
    return version === undefined ? [] : [{ ...tag, version, prerelease: isPrerelease(version) }];
  });
  const sorted = named.sort((a, b) => compareVersions(b.version, a.version) || (a.name < b.name ? 1 : -1));
  const seen = new Set<string>();
  return sorted.filter(({ version }) => !seen.has(version) && seen.add(version));
};
