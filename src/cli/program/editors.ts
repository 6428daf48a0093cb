/** Commands that edit documents. */
import { type Command, Option, type OptionValues } from '@commander-js/extra-typings';
import { collect, common, type Running } from './common.ts';

const signing = <Args extends unknown[], Options extends OptionValues, Globals extends OptionValues>(
  command: Command<Args, Options, Globals>,
) =>
  common(command)
    .requiredOption('--role <role>', 'the role that decides')
    .option('--as <person>', 'who decides, best @handle; else the identity of git')
    .option('--note <text>', 'a remark')
    .option('--dry-run', 'print the change, write nothing')
    .option('--as-of <instant>', 'the instant that counts as now, RFC 3339');

export const addEditors = (program: Command, { io, run }: Running): void => {
  common(
    program
      .command('tick')
      .argument('<place>', 'FILE:LINE of an item')
      .description('tick an item, open it again, or say why it does not apply'),
  )
    .option('--not-applicable', 'the item does not apply; needs --reason')
    .option('--reason <text>', 'why it does not apply')
    .option('--open', 'untick the item')
    .option('--dry-run', 'print the change, write nothing')
    .addHelpText(
      'after',
      '\nExamples:\n  $ docgate tick docs/release-checklist.md:12\n  $ docgate tick docs/release-checklist.md:14 --not-applicable --reason "no schema change"',
    )
    .action(async (place, options) => run(await (await import('../tick.ts')).runTick({ ...options, place }, io)));
  signing(program.command('sign').argument('<file>', 'the document').description('record who approved what content, and when'))
    .addOption(
      new Option('--decision <decision>', 'what was decided')
        .choices(['approved', 'rejected', 'abstained'] as const)
        .default('approved' as const),
    )
    .option('--subject <path>', 'what is approved; its digest is recorded (repeatable)', collect, [])
    .addHelpText('after', '\nExample:\n  $ docgate sign docs/approvals.md --role QA --as @qa-lead --subject docs/plan.md')
    .action(async (file, options) => run(await (await import('../sign.ts')).runSign({ ...options, file }, io)));
  signing(program.command('revoke').argument('<file>', 'the document').description('take back a decision; what was recorded stays'))
    .addHelpText('after', '\nExample:\n  $ docgate revoke docs/approvals.md --role QA --as @qa-lead')
    .action(async (file, options) => run(await (await import('../revoke.ts')).runRevoke({ ...options, file }, io)));
};
