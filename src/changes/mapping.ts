/** The mapping from commit types to groups: Keep a Changelog 1.1.0 unless the configuration says otherwise. */

/** A group's title; false: changes of the type are not listed, unless they are breaking. */
export type TypeMapping = Readonly<Record<string, string | false>>;

/** The groups of Keep a Changelog, in its order. */
export const standardGroups = ['Added', 'Changed', 'Deprecated', 'Removed', 'Fixed', 'Security'] as const;

export const defaultTypes: TypeMapping = {
  feat: 'Added',
  feature: 'Added',
  add: 'Added',
  added: 'Added',
  change: 'Changed',
  changed: 'Changed',
  perf: 'Changed',
  revert: 'Changed',
  deprecate: 'Deprecated',
  deprecated: 'Deprecated',
  remove: 'Removed',
  removed: 'Removed',
  fix: 'Fixed',
  fixed: 'Fixed',
  'fix(security)': 'Security',
  security: 'Security',
  build: false,
  chore: false,
  ci: false,
  docs: false,
  refactor: false,
  style: false,
  test: false,
};

export interface Named {
  readonly type?: string;
  readonly scope?: string;
}

/** The keys under which a type and scope are looked up, the most telling first: `fix(api)`, `*(api)`, `fix`, `*`. */
const keysOf = ({ type, scope }: Named): string[] =>
  type === undefined ? ['*'] : [...(scope === undefined ? [] : [`${type}(${scope})`, `*(${scope})`]), type, '*'];

/** The group of a change; false when its type is not listed, undefined when nobody knows its type. */
export const groupFor = (types: TypeMapping, named: Named): string | false | undefined => {
  const key = keysOf(named).find((candidate) => Object.hasOwn(types, candidate));
  return key === undefined ? undefined : types[key];
};

/** All titles in the order of their groups: the standard ones, then one's own as the mapping names them. */
export const groupOrder = (types: TypeMapping): string[] => [
  ...new Set([...standardGroups, ...Object.values(types).filter((title) => title !== false)]),
];
