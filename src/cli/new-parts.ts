/** What every new document goes through: values of the command line, and the way to print or write what was planned. */
import type { ScaffoldPlace } from '../flows/scaffold-incident.ts';
import type { Artifact } from '../model/artifact.ts';
import { UsageError } from '../model/usage-error.ts';
import { diffOfArtifacts, writeArtifacts } from './artifacts.ts';
import type { Io } from './io.ts';
import type { NewOptions } from './new-options.ts';
import { settleAtTop } from './settings.ts';

/** The values of `--set key=value`. */
export const valuesOf = ({ set }: Pick<NewOptions, 'set'>): Readonly<Record<string, string>> => {
  const values: Record<string, string> = {};
  for (const pair of set) {
    const [, key = '', value = ''] = /^\s*([^=]*?)\s*=(.*)$/s.exec(pair) ?? [];
    if (key === '') throw new UsageError(`--set: "${pair}" is not of the form key=value.`);
    if (/[\r\n\u2028\u2029]/.test(value))
      throw new UsageError(`--set: The value of "${key}" has a line break in it. Write it as one line.`);
    if (Object.hasOwn(values, key)) throw new UsageError(`--set: "${key}" is given twice.`);
    values[key] = value;
  }
  return values;
};

/** Where a command stands. */
export const placeOf = async (options: NewOptions, io: Io): Promise<ScaffoldPlace> => {
  const { root, tree, config, now } = await settleAtTop(options, io);
  return { root, tree, config, now, env: io.env };
};

/** Documents that are thought out and not yet written. */
export interface Planned {
  readonly artifacts: readonly Artifact[];
  readonly context: unknown;
  readonly notes: readonly string[];
  /** What is printed below the names of the files. */
  readonly lines?: readonly string[];
}

const tell = ({ notes }: Planned, { quiet }: NewOptions, io: Io): void => {
  if (quiet !== true) for (const note of notes) io.stderr(`note: ${note}\n`);
};

/** Prints the context or the diff where that is asked for; true where it was, so that nothing is to be written. */
export const shown = async (planned: Planned, options: NewOptions, io: Io): Promise<boolean> => {
  if (options.json !== true && options.dryRun !== true) return false;
  tell(planned, options, io);
  io.stdout(options.json === true ? `${JSON.stringify(planned.context, undefined, 2)}\n` : await diffOfArtifacts(planned.artifacts));
  return true;
};

// The next commit, and a check in a month, depend on it.
const statusLines = ({ artifacts }: Planned): string[] =>
  artifacts.some(({ text }) => /^(?:\*\*)?status:?(?:\*\*)?:? *draft\s*$/im.test(text ?? ''))
    ? ['  Status: Draft. What is open is pending until the status says Complete; deadlines count at once.']
    : [];

/** Says what was written. */
export const report = (planned: Planned, options: NewOptions, io: Io): void => {
  tell(planned, options, io);
  for (const { path } of planned.artifacts) io.stdout(`${path}: created\n`);
  for (const line of [...(planned.lines ?? []), ...statusLines(planned)]) io.stdout(`${line}\n`);
};

/** Shows or writes what was planned. */
export const finish = async (
  planned: Planned,
  options: NewOptions,
  { io, root }: { readonly io: Io; readonly root: string },
): Promise<void> => {
  if (await shown(planned, options, io)) return;
  await writeArtifacts(root, planned.artifacts, io);
  report(planned, options, io);
};
