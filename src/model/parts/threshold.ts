/** Limits of metrics. */
import { list, number, object, oneOf, type Static, string } from '../shape.ts';

export const comparators = ['<', '<=', '>', '>=', '=', 'range', 'none'] as const;

export const limitShapes = {
  comparator: oneOf(comparators, 'How the metric relates to the value; `none` when it may not change for the worse.'),
  value: number('The limit; the lower one of a range.'),
  upper: number('The upper limit of a range.'),
  unit: string('The unit as written: `%`, `ms`, `x`.'),
  window: string('How long it has to last, as written.'),
  baseline: string('What it is relative to, as written; the limit is absolute without it.'),
};

export const polarities = ['pass', 'breach', 'unknown'] as const;

export type Polarity = (typeof polarities)[number];

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
