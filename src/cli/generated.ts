/** What becomes of a generated text: printed, written, shown as a diff, or held against the file that is there. */
import { resolve } from 'node:path';
import { staleReport } from '../flows/stale-artifact.ts';
import type { Artifact } from '../model/artifact.ts';
import type { KindName } from '../model/document.ts';
import { UsageError } from '../model/usage-error.ts';
import { type FormatName, formats } from '../report/index.ts';
import { diffOfArtifacts, writeArtifacts } from './artifacts.ts';
import { exit } from './exit.ts';
import type { Io } from './io.ts';
import { type CommonOptions, type Settings, wantsColor } from './settings.ts';
import { tool } from './version.ts';

export interface GeneratedOptions extends CommonOptions {
  readonly write?: boolean;
  readonly check?: boolean;
  readonly diff?: boolean;
  /** Replace a file that differs, whatever somebody wrote into it. */
  readonly force?: boolean;
  readonly format?: FormatName;
}

export interface Generated {
  readonly artifact: Artifact;
  readonly kind: KindName;
  /** The command line that writes the file, for the fix of a stale one. */
  readonly command: string;
}

/** Refuses what cannot be meant together. */
export const refuseTogether = ({ write, check, diff, force }: GeneratedOptions): void => {
  if ([write, check, diff].filter(Boolean).length > 1) throw new UsageError('Choose one of --write, --check and --diff.');
  if (force === true && write !== true) throw new UsageError('--force: It belongs to --write.');
};

const checkGenerated = async (generated: Generated, settings: Settings, { options, io }: Asked): Promise<number> => {
  const { report, sources } = staleReport({ ...generated, tool, now: settings.now });
  const print = await formats[options.format ?? 'pretty']();
  const color = wantsColor(options, io);
  io.stdout(print(report, { color, quiet: options.quiet === true, width: io.terminal.columns, failing: ['error'], sources }));
  if (report.verdict === 'pass') return exit.pass;
  if (options.format === undefined) io.stdout(`\n${await diffOfArtifacts([generated.artifact])}`);
  return exit.findings;
};

interface Asked {
  readonly options: GeneratedOptions;
  readonly io: Io;
}

// What differs may be what somebody filled in or wrote before; only they know.
const refuseOverwriting = ({ artifact: { path, before, text } }: Generated): void => {
  if (before !== undefined && before !== text)
    throw new UsageError(
      `${path}: The file is there and differs, so it is not overwritten. See what would change with --diff; replace it with --write --force.`,
    );
};

const writeGenerated = async (generated: Generated, { root }: Settings, { options, io }: Asked): Promise<number> => {
  const { artifact } = generated;
  if (options.force !== true) refuseOverwriting(generated);
  await writeArtifacts(root, [artifact], io);
  const verb = artifact.before === artifact.text ? 'unchanged' : artifact.before === undefined ? 'created' : 'changed';
  io.stdout(`${artifact.path}: ${verb}\n`);
  return exit.pass;
};

/** Finishes a command that generates one file. Without a flag nothing is written. */
export const finishGenerated = async (generated: Generated, settings: Settings, asked: Asked): Promise<number> => {
  const { options, io } = asked;
  if (options.check) return checkGenerated(generated, settings, asked);
  if (options.write) return writeGenerated(generated, settings, asked);
  io.stdout(options.diff ? await diffOfArtifacts([generated.artifact]) : (generated.artifact.text ?? ''));
  return exit.pass;
};

/** The artifact that brings a file to a text. */
export const artifactFor = async (path: string, text: string, { root, io }: { root: string; io: Io }): Promise<Artifact> => ({
  path,
  text,
  before: await io.readFile(resolve(root, path)),
});
