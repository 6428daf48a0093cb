/** A threshold: the limit of a metric, and what its name tells of the side that is good. */
import { at, type Tree } from '../model/located.ts';
import { list, object, oneOf, type Static, string } from '../model/shape.ts';
import type { Range } from '../model/source.ts';
import { type Limit, limitShapes } from './limit.ts';
import { polarities } from './limit-cues.ts';

export const thresholdShape = object(
  'A limit of a metric.',
  {
    metric: string('What is measured.'),
    raw: string('The limit as written.'),
    polarity: oneOf(
      polarities,
      '`pass`: the metric is fine when the limit holds. `breach`: it is not. `unknown`: the document does not tell.',
    ),
    section: list(string('A title.'), 'The titles above it.'),
  },
  { action: string('What happens at a breach.'), actual: string('The measured value as written.'), ...limitShapes },
);

export type Threshold = Static<typeof thresholdShape>;

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
