/** Commands about rules, policies and schemas. */
import type { Command } from '@commander-js/extra-typings';
import { common, type Running } from './common.ts';

export const addExplainers = (program: Command, { io, run }: Running): void => {
  common(
    program
      .command('explain')
      .argument('<rule>', 'a rule id such as checklist/open-items')
      .description('say what a rule wants and why, with an example'),
  )
    .addHelpText('after', '\nExample:\n  $ docgate explain checklist/open-items')
    .action(async (rule, options) => run(await (await import('../explain.ts')).runExplain({ ...options, rule }, io)));
  program
    .command('schema')
    .argument('<name>', 'config, policy, policy-test, people, changelog-overrides, report, a kind, or context.NAME of a template')
    .description('print a JSON Schema')
    .addHelpText('after', '\nExample:\n  $ docgate schema policy > policy.schema.json')
    .action(async (name) => run(await (await import('../schema.ts')).runSchema(name, io)));
  const policy = program.command('policy').description('list, copy and test policies');
  common(policy.command('list').description('list the policies and their rules')).action(async (options) =>
    run(await (await import('../policy.ts')).runPolicyList(options, io)),
  );
  common(
    policy.command('eject').argument('<name>', 'a shipped policy').description('print a shipped policy, to be adapted under another name'),
  )
    .addHelpText('after', '\nExample:\n  $ docgate policy eject incident > policies/our-incidents.policy.json')
    .action(async (name, options) => run(await (await import('../policy.ts')).runPolicyEject({ ...options, name }, io)));
  common(
    policy
      .command('test')
      .argument('[paths...]', 'files, folders or quoted globs; every *.policy-test.yaml without them')
      .description('run the tests of policies'),
  )
    .option('--as-of <instant>', 'the instant that counts as now in tests that do not say, RFC 3339')
    .addHelpText('after', '\nExample:\n  $ docgate policy test policies')
    .action(async (paths, options) => run(await (await import('../policy-test.ts')).runPolicyTest({ ...options, paths }, io)));
};
