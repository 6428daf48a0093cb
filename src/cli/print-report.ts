/** Printing a report: each format to standard output or to its file, and the job summary beside. */
import { isAbsolute, relative, resolve, sep } from 'node:path';
import type { Checked } from '../flows/check.ts';
import type { PrintOptions, Report } from '../model/report.ts';
import { UsageError } from '../model/usage-error.ts';
import { below } from '../report/below.ts';
import { type FormatName, formats } from '../report/index.ts';
import { writeSummary } from '../report/step-summary.ts';
import { withoutCommands } from '../report/workflow-command.ts';
import type { Io } from './io.ts';
import { type CommonOptions, wantsColor } from './settings.ts';

export interface PrintingOptions extends CommonOptions {
  readonly format?: readonly FormatName[];
  readonly output: readonly string[];
  /** Whether the job summary of GitHub Actions gets the report; without a word it goes with the format `github`. */
  readonly summary?: boolean;
  /** Standard output is a log of GitHub Actions, whatever the format. */
  readonly log?: boolean;
}

/** What was checked, and the absolute path of the folder that its paths are relative to. */
export interface Printable extends Checked, Pick<PrintOptions, 'failing'> {
  readonly root: string;
}

interface Plan {
  readonly names: readonly FormatName[];
  /** Documents' words in standard output must not command GitHub's runner. */
  readonly guarded: boolean;
}

const planOf = ({ format, output, log }: PrintingOptions, { env }: Io): Plan => {
  if (format !== undefined) return { names: format, guarded: log === true };
  const onGithub = env['GITHUB_ACTIONS'] === 'true' && output.length === 0;
  return onGithub ? { names: ['pretty', 'github'], guarded: true } : { names: ['pretty'], guarded: false };
};

// These formats are read by a platform, which knows files by their paths in its checkout.
const platformFormats: readonly FormatName[] = ['github', 'gitlab', 'sarif'];

const folderInCheckout = (root: string, { env }: Io): string => {
  const checkout = env['GITHUB_WORKSPACE'] || env['CI_PROJECT_DIR'];
  const folder = checkout === undefined ? '' : relative(checkout, root);
  return folder === '..' || folder.startsWith(`..${sep}`) || isAbsolute(folder) ? '' : folder.split(sep).join('/');
};

const appendSummary = async (report: Report, path: string, io: Io): Promise<void> => {
  const text = writeSummary(report, (await io.readFile(path)) ?? '');
  if (text === undefined) io.stderr('docgate: The job summary of this step is full (1 MiB); the report is not in it.\n');
  else await io.appendFile(path, text);
};

/** Prints each format in order; the first formats go to the output files, the rest to standard output. */
export const printReport = async ({ report, sources, root, failing }: Printable, options: PrintingOptions, io: Io): Promise<void> => {
  const { names, guarded } = planOf(options, io);
  if (options.output.length > names.length)
    throw new UsageError('-o: There are more output files than formats. Give each -o a --format before it.');
  const moved = below(folderInCheckout(root, io), report);
  for (const [index, name] of names.entries()) {
    const print = await formats[name]();
    const output = options.output[index];
    const printing: PrintOptions = {
      color: output === undefined && wantsColor(options, io),
      quiet: options.quiet === true,
      width: io.terminal.columns,
      failing,
      sources,
    };
    const text = print(platformFormats.includes(name) ? moved : report, printing);
    if (output !== undefined) await io.writeFile(resolve(io.cwd, options.cwd ?? '.', output), text);
    else io.stdout(guarded && name !== 'github' ? withoutCommands(text) : text);
  }
  const summaryFile = io.env['GITHUB_STEP_SUMMARY'];
  if (summaryFile && (options.summary ?? names.includes('github'))) await appendSummary(moved, summaryFile, io);
};
