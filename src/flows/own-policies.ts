/** Policies of the user's own, linted when they are loaded. */
import { judgedModel, judgedModels } from '../kinds/judged.ts';
import type { Policy } from '../policy/policy.ts';

/** Refuses policies with a rule that could never fail. `named`: for a run, so that a policy for any document may judge every kind. */
export const lintOwn = async (policies: readonly Policy[], named: boolean): Promise<void> => {
  const own = policies.filter(({ rules }) => rules.some(({ stated }) => stated !== undefined));
  if (own.length === 0) return;
  // Most runs judge by shipped policies alone: they need not load a linter.
  const { lintPolicy, ruleLinter } = await import('../policy/lint/lint.ts');
  const lint = ruleLinter();
  for (const policy of own) lintPolicy(policy, named && policy.kind === 'document' ? judgedModels() : [judgedModel(policy.kind)], lint);
};
