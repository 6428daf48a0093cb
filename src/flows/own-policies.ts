/** Policies of the user's own, linted when they are loaded. */
import { judgedModel, judgedModels } from '../kinds/judged.ts';
import { lintPolicy, ruleLinter } from '../policy/lint/lint.ts';
import type { Policy } from '../policy/policy.ts';

/** Named for a run, a policy for any document may judge documents of every kind. */
export interface Use {
  readonly named: boolean;
}

/** Refuses policies with a rule that could never fail. Shipped policies cost nothing here. */
export const lintOwn = (policies: readonly Policy[], { named }: Use): void => {
  const own = policies.filter(({ rules }) => rules.some(({ stated }) => stated !== undefined));
  if (own.length === 0) return;
  const lint = ruleLinter();
  for (const policy of own) lintPolicy(policy, named && policy.kind === 'document' ? judgedModels() : [judgedModel(policy.kind)], lint);
};
