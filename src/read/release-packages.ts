/** Packages: a changelog may tell of several things, each below its name, with versions of its own. */
import type { Section } from '../markdown/outline.ts';

/** The title above a release that is neither a version nor a year. */
export const nameAbove = ({ path }: Section): string | undefined => path.slice(0, -1).findLast((title) => !/\d/.test(title));

/** `@shop/core`, `shop-core`, `apps/shop`, or a name set as code. */
export const isPackageName = (name: string): boolean =>
  /^[@`]|^[\w.-]+\/[\w./-]+$|^[a-z]+(?:-[a-z]+)+$/.test(name) && !/log|notes|releases?|history/i.test(name);

/** For each release the package that it belongs to, where the releases stand below several. */
export const packagesOf = (sections: readonly Section[]): (string | undefined)[] => {
  const names = sections.map((section) => {
    const name = nameAbove(section);
    return name !== undefined && isPackageName(name) ? name : undefined;
  });
  return new Set(names.filter((name) => name !== undefined)).size > 1 ? names : names.map(() => undefined);
};
