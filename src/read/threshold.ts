/** A threshold: the limit of a metric, and what its name tells of the side that is good. */
import { at, type Tree } from '../model/located.ts';
import type { Threshold } from '../model/parts/threshold.ts';
import type { Range } from '../model/source.ts';
import type { Limit } from './limit.ts';

export const located = (where: Range, head: Omit<Threshold, keyof Limit>, limit: Limit): Tree<Threshold> =>
  at(where, { ...head, ...limit });

/** A limit without a comparator takes it from the name it stands below: `Min`, `Max`, `Abort above`. */
export const headerComparator = (header: string, limit: Limit): Limit => {
  if (limit.comparator !== '=') return limit;
  if (/^min|at least$/.test(header)) return { ...limit, comparator: '>=' };
  if (/^max|at most$/.test(header)) return { ...limit, comparator: '<=' };
  // `Abort above`: the condition itself; whether it is good its column tells.
  const [, side] = /(above|below)$/.exec(header) ?? [];
  return side === undefined ? limit : { ...limit, comparator: side === 'above' ? '>' : '<' };
};
