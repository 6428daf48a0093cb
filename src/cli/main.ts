/** The program: commands and options. Each action imports its command when it runs. */
import { Command, CommanderError, InvalidArgumentError, Option, type OptionValues } from '@commander-js/extra-typings';
import { kindNames } from '../model/document.ts';
import { UsageError } from '../model/usage-error.ts';
import { type FormatName, formatNames } from '../report/index.ts';
import { exit } from './exit.ts';
import type { Io } from './io.ts';
import { tool } from './version.ts';

type Run = (code: number) => void;

const collect = (value: string, before: string[]): string[] => [...before, value];

const collectFormats = (value: string, before: FormatName[] | undefined): FormatName[] => {
  const name = formatNames.find((known) => known === value);
  if (name === undefined) throw new InvalidArgumentError(`Expected one of: ${formatNames.join(', ')}.`);
  return [...(before ?? []), name];
};

const common = <Args extends unknown[], Options extends OptionValues, Globals extends OptionValues>(
  command: Command<Args, Options, Globals>,
) =>
  command
    .option('--cwd <folder>', 'work in this folder')
    .option('--config <file>', 'use this configuration')
    .option('--color', 'colour the output')
    .option('--no-color', 'do not colour the output')
    .option('-q, --quiet', 'print errors and the summary only');

const addCheck = (program: Command, io: Io, run: Run): void => {
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
      '\nExamples:\n  $ docgate check\n  $ docgate check docs/approvals.md --format sarif -o out.sarif --format pretty\n  $ docgate check docs/incidents --as-of 2026-01-05T10:00:00Z --fail-on warning',
    );
  common(command).action(async (paths, options) => run(await (await import('./check.ts')).runCheck({ ...options, paths }, io)));
};

const addReaders = (program: Command, io: Io, run: Run): void => {
  common(
    program.command('status').argument('[paths...]', 'files, folders or quoted globs').description('show how far each document has come'),
  )
    .addOption(
      new Option('-f, --format <format>', 'output format').choices(['pretty', 'json', 'markdown'] as const).default('pretty' as const),
    )
    .option('--as-of <instant>', 'the instant that counts as now, RFC 3339')
    .addHelpText('after', '\nExample:\n  $ docgate status docs/releases/1.4.0')
    .action(async (paths, options) => run(await (await import('./status.ts')).runStatus({ ...options, paths }, io)));
  common(program.command('inspect').argument('<file>', 'the document').description('print the model of a document as JSON'))
    .addOption(new Option('--kind <kind>', 'read the document as this kind').choices(kindNames))
    .option('--places', 'print the place of every value too')
    .option('--mdast', 'print the Markdown syntax tree instead')
    .addHelpText('after', '\nExample:\n  $ docgate inspect docs/approvals.md --places')
    .action(async (file, options) => run(await (await import('./inspect.ts')).runInspect({ ...options, file }, io)));
};

const addExplainers = (program: Command, io: Io, run: Run): void => {
  common(
    program
      .command('explain')
      .argument('<rule>', 'a rule id such as checklist/open-items')
      .description('say what a rule wants and why, with an example'),
  )
    .addHelpText('after', '\nExample:\n  $ docgate explain checklist/open-items')
    .action(async (rule, options) => run(await (await import('./explain.ts')).runExplain({ ...options, rule }, io)));
  program
    .command('schema')
    .argument('<name>', 'config, policy, policy-test, people, report, or a kind')
    .description('print a JSON Schema')
    .addHelpText('after', '\nExample:\n  $ docgate schema policy > policy.schema.json')
    .action(async (name) => run(await (await import('./schema.ts')).runSchema(name, io)));
  const policy = program.command('policy').description('list, copy and test policies');
  common(policy.command('list').description('list the policies and their rules')).action(async (options) =>
    run(await (await import('./policy.ts')).runPolicyList(options, io)),
  );
  common(
    policy.command('eject').argument('<name>', 'a shipped policy').description('print a shipped policy, to be adapted under another name'),
  )
    .addHelpText('after', '\nExample:\n  $ docgate policy eject incident > policies/our-incidents.policy.json')
    .action(async (name, options) => run(await (await import('./policy.ts')).runPolicyEject({ ...options, name }, io)));
  common(
    policy
      .command('test')
      .argument('[paths...]', 'files, folders or quoted globs; every *.policy-test.yaml without them')
      .description('run the tests of policies'),
  )
    .option('--as-of <instant>', 'the instant that counts as now in tests that do not say, RFC 3339')
    .addHelpText('after', '\nExample:\n  $ docgate policy test policies')
    .action(async (paths, options) => run(await (await import('./policy-test.ts')).runPolicyTest({ ...options, paths }, io)));
};

const signing = <Args extends unknown[], Options extends OptionValues, Globals extends OptionValues>(
  command: Command<Args, Options, Globals>,
) =>
  common(command)
    .requiredOption('--role <role>', 'the role that decides')
    .option('--as <person>', 'who decides, best @handle; else the identity of git')
    .option('--note <text>', 'a remark')
    .option('--dry-run', 'print the change, write nothing')
    .option('--as-of <instant>', 'the instant that counts as now, RFC 3339');

const addEditors = (program: Command, io: Io, run: Run): void => {
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
    .action(async (place, options) => run(await (await import('./tick.ts')).runTick({ ...options, place }, io)));
  signing(program.command('sign').argument('<file>', 'the document').description('record who approved what content, and when'))
    .addOption(
      new Option('--decision <decision>', 'what was decided')
        .choices(['approved', 'rejected', 'abstained'] as const)
        .default('approved' as const),
    )
    .option('--subject <path>', 'what is approved; its digest is recorded (repeatable)', collect, [])
    .addHelpText('after', '\nExample:\n  $ docgate sign docs/approvals.md --role QA --as @qa-lead --subject docs/plan.md')
    .action(async (file, options) => run(await (await import('./sign.ts')).runSign({ ...options, file }, io)));
  signing(program.command('revoke').argument('<file>', 'the document').description('take back a decision; what was recorded stays'))
    .addHelpText('after', '\nExample:\n  $ docgate revoke docs/approvals.md --role QA --as @qa-lead')
    .action(async (file, options) => run(await (await import('./revoke.ts')).runRevoke({ ...options, file }, io)));
};

/** Builds the program. `run` receives the exit code of the command that ran. */
export const buildProgram = (io: Io, run: Run): Command => {
  const program = new Command('docgate')
    .description('Holds your team to the release process that lives in its Markdown.')
    .version(tool.version, '-V, --version', 'print the version')
    .exitOverride()
    .configureOutput({ writeOut: io.stdout, writeErr: io.stderr })
    .showSuggestionAfterError()
    .addHelpText('after', '\nExit codes: 0 pass, 1 findings, 2 wrong usage or set-up, 3 internal error, 130 cancelled.');
  addCheck(program, io, run);
  addReaders(program, io, run);
  addExplainers(program, io, run);
  addEditors(program, io, run);
  return program;
};

const failed = (error: unknown, io: Io): number => {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exit.pass : exit.usage;
  if (error instanceof UsageError) {
    io.stderr(`docgate: ${error.message}\n`);
    return exit.usage;
  }
  io.stderr(`docgate: internal error, please report it\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  return exit.internal;
};

/** Runs a command line and returns its exit code. Never throws. */
export const main = async (argv: readonly string[], io: Io): Promise<number> => {
  let code: number = exit.pass;
  const program = buildProgram(io, (result) => {
    code = result;
  });
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return code;
  } catch (error) {
    return failed(error, io);
  }
};
