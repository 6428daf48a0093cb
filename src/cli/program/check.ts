/** The command that judges. */
import { type Command, InvalidArgumentError, Option } from '@commander-js/extra-typings';
import { kindNames } from '../../model/document.ts';
import { type FormatName, formatNames } from '../../report/index.ts';
import { collect, common, type Running } from './common.ts';

const collectFormats = (value: string, before: FormatName[] | undefined): FormatName[] => {
  const name = formatNames.find((known) => known === value);
  if (name === undefined) throw new InvalidArgumentError(`Expected one of: ${formatNames.join(', ')}.`);
  return [...(before ?? []), name];
};

export const addCheck = (program: Command, { io, run }: Running): void => {
  const command = program
    .command('check')
    .argument('[paths...]', 'files, folders or quoted globs; - reads standard input')
    .description('judge documents by their policies')
    .addOption(new Option('--kind <kind>', 'read the documents as this kind').choices(kindNames))
    .option('--policy <policy>', 'judge by this policy only: a shipped name or a path (repeatable)', collect, [])
    .option('--as-of <instant>', 'the instant that counts as now, RFC 3339')
    .addOption(new Option('-f, --format <format>', `output format (repeatable): ${formatNames.join(', ')}`).argParser(collectFormats))
    .option('-o, --output <file>', 'write the format before it to this file (repeatable)', collect, [])
    .addOption(
      new Option('--fail-on <level>', 'exit with 1 at findings of this level or above')
        .choices(['error', 'warning', 'info', 'pending'] as const)
        .default('error' as const),
    )
    .option('--max-warnings <n>', 'exit with 1 at more warnings than this')
    .option('--staged', 'judge what is staged: documents, policies, templates and configuration of the git index')
    .option('--ref <revision>', 'judge a commit')
    .option('--stdin-filepath <path>', 'the path that standard input stands for')
    .option('--provenance', 'ask git who committed each sign-off')
    .option('--no-git', 'do not ask git when documents were reported, explained and tested')
    .option('--stats', 'print counts and times on standard error')
    .addHelpText(
      'after',
      '\nExamples:\n  $ docgate check\n  $ docgate check docs/approvals.md --format sarif -o out.sarif --format pretty\n  $ docgate check docs/incidents --as-of 2026-01-05T10:00:00Z --fail-on warning\n\nIn GitHub Actions the report is pretty with annotations unless a format or an output file is given,\nand the format github also appends the report to the job summary (docs/ci.md).',
    );
  common(command).action(async (paths, options) => run(await (await import('../check.ts')).runCheck({ ...options, paths }, io)));
};
