/** References of a rule's schema that lead nowhere, or to another machine. */
import { valueAt } from '../../model/located.ts';
import type { JsonSchema } from '../../model/shape.ts';
import { didYouMean } from '../../model/usage-error.ts';
import type { RuleFault } from './fault.ts';
import { localPointer, type Visit } from './walk.ts';

const definedIn = (root: JsonSchema): string[] =>
  ['$defs', 'definitions'].flatMap((keyword) => Object.keys((root[keyword] ?? {}) as object).map((name) => `#/${keyword}/${name}`));

/** What is wrong with the reference of a part. */
export const lostReference = (root: JsonSchema, { schema, pointer }: Visit): RuleFault[] => {
  const ref = schema['$ref'];
  // Names of `$dynamicAnchor` are left to the compiler.
  if (typeof ref !== 'string' || /^#[^/]/.test(ref)) return [];
  const target = localPointer(ref);
  const where = `${pointer}/$ref`;
  if (target === undefined)
    return [{ pointer: where, message: `"${ref}" is outside of this schema. Refer to its own "$defs", as in "#/$defs/name".` }];
  if (target === '' || valueAt(root, target) !== undefined) return [];
  return [{ pointer: where, message: `The reference "${ref}" leads nowhere in this schema.${didYouMean(ref, definedIn(root))}` }];
};
