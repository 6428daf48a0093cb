/** A stage of a pipeline, and what it requires. */
import { integer, list, object, oneOf, type Static, string } from '../model/shape.ts';

export const requirementShape = object(
  'Something that has to hold before the stage is left.',
  { text: string('The requirement.') },
  { state: oneOf(['open', 'done', 'not-applicable', 'malformed'], 'The state of its box, when it has one.') },
);

export type Requirement = Static<typeof requirementShape>;

export const stageShape = object(
  'A step of the pipeline.',
  { title: string('The heading.'), requirements: list(requirementShape, 'What it requires.') },
  {
    number: integer('Its number.'),
    from: string('The environment it starts from.'),
    to: string('The environment it leads to.'),
    trigger: string('What starts it.'),
    minimum: string('How long the previous one has to last, as written.'),
  },
);

export type Stage = Static<typeof stageShape>;
