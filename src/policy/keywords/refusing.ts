/** Refusing values that a keyword's meta-schema lets pass: regular expressions of policies run in a sandbox each, these checks do not. */
import { type Counting, parseDuration } from '../../calendar/duration.ts';
import type { Keyword } from './keyword.ts';

type Definition = ReturnType<Keyword>;

/** A keyword whose value is looked at when it is compiled, before any document is judged. `fault` says what is wrong with it. */
export const refusing = <Value>(definition: Definition, fault: (value: Value) => string | undefined): Definition => ({
  ...definition,
  compile: (value: Value, parent, it) => {
    const wrong = fault(value);
    if (wrong !== undefined || definition.compile === undefined)
      throw new Error(`${String(definition.keyword)}: ${wrong ?? 'nothing to compile'}`);
    return definition.compile(value, parent, it);
  },
});

/** What is wrong with a duration. */
export const durationFault = (text: string, counting?: Counting): string | undefined => {
  if (parseDuration(text, counting) !== undefined) return undefined;
  return counting === 'business'
    ? `"${text}" is not a business duration; expected for example P2D or PT8H`
    : `"${text}" is not a duration; expected for example PT1H, P7D, P2BD or PT8BH`;
};
