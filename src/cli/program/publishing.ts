/** Commands that tell others of a release: notes, notices and metrics. */
import { type Command, Option, type OptionValues } from '@commander-js/extra-typings';
import type { Audience } from '../../flows/publish.ts';
import { type FormatName, formatNames } from '../../report/index.ts';
import { collect, common, type Running } from './common.ts';

/** The options of a text that others read. */
interface PublishFlags {
  for?: Audience;
  set: string[];
  output?: string;
  write?: true;
  check?: true;
  diff?: true;
  force?: true;
  format?: FormatName;
  json?: true;
  asOf?: string;
}

const audiences = ['markdown', 'github', 'chat'] as const satisfies readonly Audience[];

const publishing = <Args extends unknown[], Options extends OptionValues, Globals extends OptionValues>(
  command: Command<Args, Options, Globals>,
) =>
  common(command)
    .addOption(new Option('--for <reader>', 'Markdown, the body of a GitHub release, or plain text for a chat').choices(audiences))
    .option('--set <key=value>', 'a value of the template (repeatable)', collect, [])
    .option('-o, --output <file>', 'the file, instead of the usual one below docs/releases')
    .option('--write', 'write the file')
    .option('--force', 'with --write: replace a file that differs')
    .option('--check', 'exit with 1 and a diff if the file is not what would be written')
    .option('--diff', 'print what --write would change')
    .addOption(new Option('-f, --format <format>', 'report format of --check').choices(formatNames))
    .option('--json', 'print the data instead')
    .option('--as-of <instant>', 'the instant that counts as now, RFC 3339') as unknown as Command<
    Args,
    Options & PublishFlags & { cwd?: string; config?: string; color?: boolean; quiet?: true },
    Globals
  >;

const addNotes = (program: Command, { io, run }: Running): void => {
  publishing(
    program.command('notes').argument('<version>', 'a released version, or the next one').description('tell what a release brings'),
  )
    .addOption(
      new Option('--template <name>', 'the template').choices(['release-notes', 'pull-request'] as const).default('release-notes' as const),
    )
    .option('--date <day>', 'the date of the release, YYYY-MM-DD')
    .option('--summary <text>', 'what the release is about')
    .option('--highlight <text>', 'what matters most (repeatable)', collect, [])
    .option('--metrics <file>', 'figures, as `docgate metrics --json` prints them')
    .addHelpText(
      'after',
      '\nExamples:\n  $ docgate notes 1.4.0\n  $ docgate notes 1.4.0 --for github -o body.md --write\n  $ docgate notes 1.4.0 --check',
    )
    .action(async (version, options) => run(await (await import('../notes.ts')).runNotes({ ...options, version }, io)));
};

const addNotice = (program: Command, { io, run }: Running): void => {
  publishing(
    program
      .command('notice')
      .argument('<name>', 'freeze, freeze-lifted, release-complete, rollback-in-progress, rollback-complete, or a template of your own')
      .description('tell stakeholders what is going on'),
  )
    .requiredOption('--version <version>', 'the release it is about')
    .addHelpText('after', '\nExample:\n  $ docgate notice freeze --version 1.4.0 --set "window.from=Thursday 17:00 CET" --for chat')
    .action(async (name, options) => run(await (await import('../notice.ts')).runNotice({ ...options, name }, io)));
};

const addMetrics = (program: Command, { io, run }: Running): void => {
  publishing(program.command('metrics').description('count what a release holds; what git does not know is given or left blank'))
    .option('--from <revision>', 'the tag or commit that it comes after; else the release before')
    .option('--to <revision>', 'its tag or commit; else the tag of the version, else HEAD')
    .option('--version <version>', 'what it is called; else as the tag says')
    .option('--data <file>', 'further figures as a JSON object, such as {"tests":{"passed":234,"total":234}}')
    .addHelpText('after', '\nExample:\n  $ docgate metrics --from v1.3.0 --to v1.4.0 --set coverage=85')
    .action(async (options) => run(await (await import('../metrics.ts')).runMetrics(options, io)));
};

/** Adds notes, notice and metrics. */
export const addPublishing = (program: Command, running: Running): void => {
  for (const add of [addNotes, addNotice, addMetrics]) add(program, running);
};
