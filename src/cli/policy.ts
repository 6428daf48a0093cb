/** `docgate policy`: lists and copies policies. */
import { allPolicies } from '../flows/rules.ts';
import { didYouMean, UsageError } from '../model/usage-error.ts';
import { isShipped, shippedNames } from '../policy/shipped.ts';
import { exit } from './exit.ts';
import type { Io } from './io.ts';
import { type CommonOptions, settle } from './settings.ts';

/** Lists all policies with their rules. */
export const runPolicyList = async (options: CommonOptions, io: Io): Promise<number> => {
  const { tree, config, now } = await settle(options, io);
  for (const policy of await allPolicies({ tree, config, now, only: [] })) {
    io.stdout(`${policy.name} (${policy.origin === 'shipped' ? 'shipped' : policy.origin}; for ${policy.kind})\n`);
    for (const rule of policy.rules) io.stdout(`  ${rule.id.padEnd(36)} ${rule.severity.padEnd(8)} ${rule.description}\n`);
  }
  return exit.pass;
};

/** Prints a shipped policy as it stands. */
export const runPolicyEject = async ({ name }: CommonOptions & { readonly name: string }, io: Io): Promise<number> => {
  const text = isShipped(name) ? io.shipped(`policies/${name}.policy.json`) : undefined;
  if (text === undefined)
    throw new UsageError(
      `There is no shipped policy "${name}"; expected one of: ${shippedNames.join(', ')}.${didYouMean(name, shippedNames)}`,
    );
  io.stdout(text);
  return exit.pass;
};
