/** The paths of a tree: kept inside its root, and chosen by globs in the same way for every tree. */
import { posix } from 'node:path';
import { braceExpand, Minimatch } from 'minimatch';
import { confined, leadsOut } from './confined.ts';

/** Never listed, in any tree: other people's files. */
export const ignoredEverywhere: readonly string[] = ['**/node_modules/**', '**/.git/**'];

/**
 * The globs with braces expanded and `.` segments dropped (glob does that, minimatch does not), without those that lead out:
 * the package glob would walk the disk for `/**`.
 */
export const globsInside = (globs: readonly string[]): string[] =>
  globs
    .flatMap((glob) => braceExpand(glob))
    .map((glob) => posix.normalize(glob))
    .filter((glob) => !leadsOut(glob));

/** How globs are read by minimatch and glob alike: braces are expanded already, dotfiles are files. */
export const globOptions = { dot: true, nobrace: true } as const;

/** Whether a path matches any of the globs; `#` and a leading `!` are ordinary characters, as they are for the package glob. */
export const matcher = (globs: readonly string[]): ((path: string) => boolean) => {
  const compiled = globsInside(globs).map((glob) => new Minimatch(glob, { ...globOptions, nocomment: true, nonegate: true }));
  return (path) => compiled.some((glob) => glob.match(path));
};

/** The paths inside the tree that match a pattern and no ignored one, sorted by code unit. */
export const select = (paths: Iterable<string>, patterns: readonly string[], ignore: readonly string[] = []): string[] => {
  const wanted = matcher(patterns);
  const unwanted = matcher([...ignoredEverywhere, ...ignore]);
  return [...paths].filter((path) => confined(path) === path && wanted(path) && !unwanted(path)).sort();
};
