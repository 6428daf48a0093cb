/** `docgate inspect`: the model of one document as JSON. */
import { resolve } from 'node:path';
import { matchPath } from '../config/match.ts';
import { readSource } from '../flows/source.ts';
import { readDocument } from '../kinds/index.ts';
import { outlineOf } from '../markdown/outline.ts';
import { type KindName, placesOf } from '../model/document.ts';
import { UsageError } from '../model/usage-error.ts';
import { reachingTree } from '../tree/reaching.ts';
import { exit } from './exit.ts';
import type { Io } from './io.ts';
import { type CommonOptions, fromRoot, settleBelow } from './settings.ts';

export interface InspectOptions extends CommonOptions {
  readonly file: string;
  readonly kind?: KindName;
  readonly places?: true;
  readonly mdast?: true;
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** Runs the command. */
export const runInspect = async (options: InspectOptions, io: Io): Promise<number> => {
  const { root, config } = await settleBelow(options, io);
  const cwd = resolve(io.cwd, options.cwd ?? '.');
  const path = fromRoot(root, cwd, options.file);
  const tree = reachingTree(root, [path]);
  if ((await tree.read(path)) === undefined) throw new UsageError(`${options.file}: There is no such file.`);
  const source = await readSource(tree, path);
  if (options.mdast) {
    io.stdout(json(outlineOf(source).root));
    return exit.pass;
  }
  const document = readDocument(source, options.kind ?? matchPath(config, path)?.kind);
  const { kind, claim, progress, data } = document;
  io.stdout(json({ path: options.file, kind, claim, progress, model: data, ...(options.places && { places: placesOf(document) }) }));
  return exit.pass;
};
