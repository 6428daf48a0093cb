/** Versions in the order of Semantic Versioning 2.0.0, and the tags that name them. */
import parse from 'semver/functions/parse.js';
import type { HistoryTag } from '../model/history.ts';

/** A tag that names a version. */
export interface ReleaseTag extends HistoryTag {
  /** Without prefix, as the tag writes it. */
  readonly version: string;
  readonly prerelease: boolean;
}

/** Whether a text is a version. */
export const isVersion = (text: string): boolean => parse(text) !== null && /^\d/.test(text);

/** Negative when `a` is the lower version. Both are versions. */
export const compareVersions = (a: string, b: string): number => {
  const [left, right] = [parse(a), parse(b)];
  if (left === null || right === null) throw new Error(`not versions: ${a}, ${b}`);
  return left.compare(right) || left.compareBuild(right);
};

export const isPrerelease = (version: string): boolean => (parse(version)?.prerelease.length ?? 0) > 0;

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
