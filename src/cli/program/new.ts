/** `docgate new`: makes documents. */
import { type Command, Option } from '@commander-js/extra-typings';
import { collect, common, type Running } from './common.ts';

const examples = `
Examples:
  $ docgate new incident "Checkout returns 500" --severity high --detected 2026-01-05T10:02Z
  $ docgate new checklist --from docs/RELEASE-CHECKLIST.md --version 1.4.0
  $ docgate new release 1.4.0 --dry-run
  $ docgate new policy house-rules --kind checklist`;

export const addNew = (program: Command, { io, run }: Running): void => {
  common(
    program
      .command('new')
      .argument('<what>', 'incident, checklist, approvals, release, hotfix or policy')
      .argument('[title]', 'the title of an incident, the version of a release, the name of a policy')
      .description('make a document of a template: numbered, dated, with its deadlines or its version filled in'),
  )
    .addOption(new Option('--severity <severity>', 'of an incident').choices(['critical', 'high', 'medium', 'low'] as const))
    .option('--detected <time>', 'when an incident was detected, such as 2026-01-05T10:02Z, or now')
    .option('--version <version>', 'the version of a release, such as 1.4.0')
    .option('--from <file>', 'the Markdown checklist to make a record of')
    .option('--to <file>', 'where the document goes')
    .option('--set <key=value>', 'a value that the template asks for (repeatable)', collect, [])
    .option('--replace <version>', 'a version that the template shows as an example, to be replaced (repeatable)', collect, [])
    .option('--keep-state', 'leave ticked boxes and sign-offs of the template as they are')
    .option('--stages', "one checklist per stage of the promotion document, even if there is a checklist of the project's own")
    .option('--kind <kind>', 'what a policy judges')
    .option('--dry-run', 'print the change, write nothing')
    .option('--json', "print the template's context, write nothing")
    .option('--as-of <instant>', 'the instant that counts as now, RFC 3339')
    .addHelpText('after', examples)
    .action(async (what, title, options) => run(await (await import('../new.ts')).runNew({ ...options, what, title }, io)));
};
