/** Explanation: a rule as a Markdown page. */
import { didYouMean, UsageError } from '../model/usage-error.ts';
import { rulePage } from '../policy/rule-page.ts';
import { allPolicies, type RuleRequest } from './rules.ts';

/** The page of a rule, given by id or, when only one policy has it, by name. Unknown rules are a UsageError. */
export const explainRule = async (name: string, request: RuleRequest): Promise<string> => {
  const rules = (await allPolicies(request)).flatMap((policy) => policy.rules);
  const named = rules.filter((rule) => rule.id === name || rule.name === name);
  const [rule] = named;
  if (rule === undefined)
    throw new UsageError(
      `There is no rule "${name}".${didYouMean(
        name,
        rules.map((known) => (name.includes('/') ? known.id : known.name)),
      )} List them with "docgate policy list".`,
    );
  if (named.length > 1)
    throw new UsageError(`Several policies have a rule "${name}": ${named.map(({ id }) => id).join(', ')}. Name one of them.`);
  return rulePage(rule);
};
