/** `docgate template`: lists, copies and lints templates. */
import { resolve } from 'node:path';
import { lintPaths, listTemplates, ownTemplates, type Shelf, shippedCopy } from '../flows/templates.ts';
import { UsageError } from '../model/usage-error.ts';
import { reachingTree } from '../tree/reaching.ts';
import { diffOfArtifacts, writeArtifacts } from './artifacts.ts';
import { exit } from './exit.ts';
import type { Io } from './io.ts';
import { type CommonOptions, fromRoot, settleAtTop } from './settings.ts';

/** Lists all templates: name, where it comes from, context, what it is for. */
export const runTemplateList = async (options: CommonOptions, io: Io): Promise<number> => {
  const { tree } = await settleAtTop(options, io);
  const all = await listTemplates({ tree, shipped: io.shipped });
  const rows = all.map(({ name, source, path, context, purpose }) => [name, source === 'own' ? path : source, context, purpose] as const);
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  for (const row of rows) io.stdout(`${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}\n`);
  return exit.pass;
};

/** Copies a shipped template or partial into the repository. */
export const runTemplateEject = async (
  options: CommonOptions & { readonly name: string; readonly dryRun?: true },
  io: Io,
): Promise<number> => {
  const { root, tree } = await settleAtTop(options, io);
  const { path, text } = shippedCopy({ tree, shipped: io.shipped }, options.name);
  const artifacts = [{ path, text, before: undefined }];
  if (options.dryRun) io.stdout(await diffOfArtifacts(artifacts));
  else {
    await writeArtifacts(root, artifacts, io);
    io.stdout(`${path}: written; it is used instead of the shipped one from now on\n`);
  }
  return exit.pass;
};

const pathsToLint = async (shelf: Shelf, given: readonly string[]): Promise<readonly string[]> => {
  if (given.length > 0) return given;
  return [...(await ownTemplates(shelf)), ...(await shelf.tree.list(['templates/partials/*.{md,yaml}.hbs']))];
};

/** Prints every fault of the templates, one per line. */
export const runTemplateLint = async (options: CommonOptions & { readonly paths: readonly string[] }, io: Io): Promise<number> => {
  const { root } = await settleAtTop(options, io);
  const given = options.paths.map((path) => fromRoot(root, resolve(io.cwd, options.cwd ?? '.'), path));
  const tree = reachingTree(root, given);
  const shelf = { tree, shipped: io.shipped };
  const paths = await pathsToLint(shelf, given);
  const missing = await absent(shelf, paths);
  if (missing !== undefined) throw new UsageError(`${missing}: There is no such template in the ${tree.name}.`);
  const faults = await lintPaths(shelf, paths);
  for (const fault of faults) io.stdout(`${fault}\n`);
  if (faults.length > 0) return exit.usage;
  if (options.quiet !== true)
    io.stdout(
      paths.length === 0 ? 'There is no template in templates/: the shipped ones are used.\n' : `${counted(paths.length)} in order.\n`,
    );
  return exit.pass;
};

const counted = (count: number): string => (count === 1 ? '1 template' : `${count} templates`);

const absent = async ({ tree }: Shelf, paths: readonly string[]): Promise<string | undefined> => {
  for (const path of paths) if ((await tree.read(path)) === undefined) return path;
  return undefined;
};
