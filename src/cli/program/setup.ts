/** Commands that set docgate up in a repository. */
import { type Command, Option, type OptionValues } from '@commander-js/extra-typings';
import { managerNames } from '../../setup/hook/names.ts';
import { common, type Running } from './common.ts';

const changing = <Args extends unknown[], Options extends OptionValues, Globals extends OptionValues>(
  command: Command<Args, Options, Globals>,
) =>
  common(command)
    .addOption(
      new Option('--manager <manager>', 'what runs the hooks here; else the one that the repository is set up for').choices(managerNames),
    )
    .option('--dry-run', 'print the changes, write nothing');

export const addSetup = (program: Command, { io, run }: Running): void => {
  const hook = program.command('hook').description('judge what is staged before every commit');
  changing(hook.command('install').description('install the pre-commit hook: plain git, husky, lefthook or pre-commit'))
    .addHelpText('after', '\nExamples:\n  $ docgate hook install\n  $ docgate hook install --manager husky --dry-run')
    .action(async (options) => run(await (await import('../hook.ts')).runHookInstall(options, io)));
  changing(hook.command('uninstall').description('take the hook away and put back what stood there before'))
    .addHelpText('after', '\nExample:\n  $ docgate hook uninstall')
    .action(async (options) => run(await (await import('../hook.ts')).runHookUninstall(options, io)));
  common(hook.command('run').description('what the hook runs: judge what is staged, and say in one screen how to go on'))
    .option('--all', 'judge every governed document of the index, not only those that the commit changes')
    .option('--as-of <instant>', 'the instant that counts as now, RFC 3339')
    .addHelpText('after', '\nExamples:\n  $ docgate hook run\n  $ docgate hook run --all')
    .action(async (options) => run(await (await import('../hook-run.ts')).runHook(options, io)));
};
