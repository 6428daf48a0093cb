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
  readonly type?: string | undefined;
  readonly scope?: string | undefined;
}

const lookUp = (types: TypeMapping, key: string): string | false | undefined => (Object.hasOwn(types, key) ? types[key] : undefined);

/** The group of a change, by the most telling key (`fix(api)`, `*(api)`, `fix`, `*`); false when its type is not listed, undefined when nobody knows it. */
export const groupFor = (types: TypeMapping, { type, scope }: Named): string | false | undefined => {
  if (type === undefined) return lookUp(types, '*');
  const scoped = scope === undefined ? undefined : (lookUp(types, `${type}(${scope})`) ?? lookUp(types, `*(${scope})`));
  return scoped ?? lookUp(types, type) ?? lookUp(types, '*');
};

/** All titles in the order of their groups: the standard ones, then one's own as the mapping names them. */
export const groupOrder = (types: TypeMapping): string[] => [
  ...new Set([...standardGroups, ...Object.values(types).filter((title) => title !== false)]),
];
