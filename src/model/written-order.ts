/** The order of versions as people write them in headings: `rc10` above `RC9`, `1.0.post1` and `3.3a` above their release. */
import { compareIdentifiers } from './version-order.ts';

// Words for the same stage; `dev` comes first (PEP 440), the others come in the order of their letters.
const stages: Readonly<Record<string, string>> = {
  dev: '',
  a: 'alpha',
  b: 'beta',
  m: 'milestone',
  c: 'rc',
  cr: 'rc',
  pre: 'rc',
  preview: 'rc',
};

const partsOf = (suffix: string): string[] =>
  (suffix.toLowerCase().match(/\d+|[a-z]+/g) ?? []).map((part) => (Object.hasOwn(stages, part) ? (stages[part] ?? part) : part));

// `1.0.0.Final` is the release itself.
const isRelease = (suffix: string | undefined): boolean => suffix === undefined || /^(?:final|ga|release)\b/i.test(suffix);

// A letter alone counts patches, as in `3.3a`; with a number it is a stage, as in `1.0a1`.
const isLater = (suffix: string | undefined): boolean =>
  suffix !== undefined && /^(?:(?:post|sp|service pack|hotfix|patch|update)(?![a-z])|[a-z]$)/i.test(suffix);

const rankOf = (suffix: string | undefined): number => (isRelease(suffix) ? 1 : isLater(suffix) ? 2 : 0);

/** What stands behind the numbers of two equal versions; negative when `a` is lower. */
export const compareSuffixes = (a: string | undefined, b: string | undefined): number =>
  rankOf(a) - rankOf(b) || (isRelease(a) ? 0 : compareIdentifiers(partsOf(a ?? ''), partsOf(b ?? '')));
