/**
 * Versions in the order of Semantic Versioning 2.0.0 (sections 2, 9 and 11), and the tags that name them. Reading the package semver
 * would take longer than reading the tags of a repository; a test holds this to its answers.
 */
import type { HistoryTag } from '../model/history.ts';

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

const compareIdentifiers = (a: string, b: string): number => {
  const [left, right] = [/^\d+$/.test(a), /^\d+$/.test(b)];
  if (left && right) return Number(a) - Number(b);
  if (left !== right) return left ? -1 : 1;
  return a < b ? -1 : a > b ? 1 : 0;
};

const compareLists = (a: readonly string[], b: readonly string[]): number => {
  for (const [index, part] of a.entries()) {
    const other = b[index];
    const order = other === undefined ? 1 : compareIdentifiers(part, other);
    if (order !== 0) return order;
  }
  return a.length - b.length;
};

interface Parts {
  readonly core: readonly string[];
  readonly prerelease: readonly string[];
  readonly build: readonly string[];
}

const partsOf = (version: string): Parts => {
  const [, major = '0', minor = '0', patch = '0', prerelease, build] = versionPattern.exec(version) ?? [];
  return { core: [major, minor, patch], prerelease: prerelease?.split('.') ?? [], build: build?.split('.') ?? [] };
};

// A version without prerelease is higher than all of its prereleases.
const comparePrereleases = (a: readonly string[], b: readonly string[]): number =>
  a.length === 0 || b.length === 0 ? b.length - a.length : compareLists(a, b);

/** Negative when `a` is the lower version; build metadata decides only between equal ones. Both are versions. */
export const compareVersions = (a: string, b: string): number => {
  const [left, right] = [partsOf(a), partsOf(b)];
  return (
    compareLists(left.core, right.core) || comparePrereleases(left.prerelease, right.prerelease) || compareLists(left.build, right.build)
  );
};

export const isPrerelease = (version: string): boolean => partsOf(version).prerelease.length > 0;

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
