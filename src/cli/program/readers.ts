/** Commands that show what documents hold. */
import { type Command, Option } from '@commander-js/extra-typings';
import { kindNames } from '../../model/document.ts';
import { common, type Running } from './common.ts';

export const addReaders = (program: Command, { io, run }: Running): void => {
  common(
    program.command('status').argument('[paths...]', 'files, folders or quoted globs').description('show how far each document has come'),
  )
    .addOption(
      new Option('-f, --format <format>', 'output format').choices(['pretty', 'json', 'markdown'] as const).default('pretty' as const),
    )
    .option('--as-of <instant>', 'the instant that counts as now, RFC 3339')
    .addHelpText('after', '\nExample:\n  $ docgate status docs/releases/1.4.0')
    .action(async (paths, options) => run(await (await import('../status.ts')).runStatus({ ...options, paths }, io)));
  common(program.command('inspect').argument('<file>', 'the document').description('print the model of a document as JSON'))
    .addOption(new Option('--kind <kind>', 'read the document as this kind').choices(kindNames))
    .option('--places', 'print the place of every value too')
    .option('--mdast', 'print the Markdown syntax tree instead')
    .addHelpText('after', '\nExample:\n  $ docgate inspect docs/approvals.md --places')
    .action(async (file, options) => run(await (await import('../inspect.ts')).runInspect({ ...options, file }, io)));
};
