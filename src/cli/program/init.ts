/** The command that sets docgate up. */
import { type Command, Option } from '@commander-js/extra-typings';
import { common, type Running } from './common.ts';

export const addInit = (program: Command, { io, run }: Running): void => {
  common(program.command('init').description('propose a configuration, a git hook and a CI job from what the repository holds'))
    .option('-y, --yes', 'write what is proposed, ask nothing')
    .option('--dry-run', 'print the changes, write nothing')
    .option('--no-hook', 'do not add a git hook')
    .addOption(
      new Option('--ci <forge>', 'add a job for this CI; without it, for the one that the repository shows').choices([
        'github',
        'gitlab',
        'none',
      ] as const),
    )
    .option('--relax-until <day>', 'the day of the to-dos for rules that do not hold yet, YYYY-MM-DD (default: in 30 days)')
    .option('--timezone <zone>', 'the zone of times that state none, for example Europe/Berlin')
    .option('--as-of <instant>', 'the instant that counts as now, RFC 3339')
    .addHelpText('after', '\nExamples:\n  $ docgate init --dry-run\n  $ docgate init --yes')
    .action(async (options) => run(await (await import('../init.ts')).runInit(options, io)));
};
