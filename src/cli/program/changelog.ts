/** Commands that tell what changed: changelog, its fragments, and the next version. */
import { type Command, Option } from '@commander-js/extra-typings';
import { type HistoryStart, startHistory } from '../../flows/history-start.ts';
import { common, type Running } from './common.ts';

// None of these says which history is meant, so that it is that of the current folder, from HEAD on.
const harmless = new Set(['--unreleased', '--write', '--check', '--diff', '--json', '-q', '--quiet', '--color', '--no-color']);

/** Lets git begin before the command line is parsed, where that can mean only one history. */
const begin = ({ words: [command, ...options], io: { cwd, env } }: Running): HistoryStart | undefined =>
  command === 'changelog' && options.every((option) => harmless.has(option)) ? startHistory({ root: cwd, env }) : undefined;

const addTelling = (command: Command, running: Running): void => {
  const { io, run } = running;
  const start = begin(running);
  common(command)
    .option('--from <revision>', 'what came after this tag or commit')
    .option('--to <revision>', 'what came up to this tag or commit; HEAD without it')
    .option('--unreleased', 'only what came after the last release')
    .option('--release <version>', 'only this release; without a tag it is the next one')
    .option('--date <day>', 'the date of the newest release, YYYY-MM-DD')
    .addOption(
      new Option('--prereleases <mode>', 'what a release holds beside its prereleases').choices(['separate', 'rollup', 'hide'] as const),
    )
    .option('--write', 'bring it into the changelog')
    .option('--check', 'exit with 1 and a diff if the changelog lacks any of it')
    .option('--diff', 'print what --write would change')
    .option('--json', 'print the data instead, with contributors')
    .option('--as-of <instant>', 'the instant that counts as now, RFC 3339')
    .addHelpText(
      'after',
      '\nExamples:\n  $ docgate changelog --unreleased\n  $ docgate changelog --release 1.4.0 --write\n  $ docgate changelog --from v1.2.0 --to v1.4.0',
    )
    .action(async (options) => run(await (await import('../changelog.ts')).runChangelog(options, io, start)));
};

const addFragment = (command: Command, { io, run }: Running): void => {
  common(
    command
      .command('fragment')
      .argument('<type>', 'added, changed, deprecated, removed, fixed, security, or a commit type')
      .argument('<text>', 'what changed, in Markdown')
      .description('write a change into a file of its own'),
  )
    .option('--pr <number>', 'the pull request')
    .option('--breaking', 'it breaks something')
    .option('--dry-run', 'print the file, write nothing')
    .addHelpText('after', '\nExample:\n  $ docgate changelog fragment fixed "Prices are rounded once" --pr 12')
    .action(async (type, text, options) => run(await (await import('../fragment.ts')).runFragment({ ...options, type, text }, io)));
};

export const addChangelog = (program: Command, running: Running): void => {
  const { io, run } = running;
  const changelog = program.command('changelog').description('tell what changed, release by release, from commits and fragments');
  addTelling(changelog, running);
  addFragment(changelog, running);
  common(program.command('bump').description('suggest the next version, with its reasons'))
    .option('--prerelease <name>', 'suggest a prerelease, for example rc')
    .option('--json', 'print the data instead')
    .addHelpText('after', '\nExample:\n  $ docgate bump')
    .action(async (options) => run(await (await import('../bump.ts')).runBump(options, io)));
};
