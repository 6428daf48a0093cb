/** What notes, notices and metrics have in common: a context, a template, an audience, and a file that may hold the result. */
import { resolve } from 'node:path';
import type { ChangelogRequest } from '../flows/changelog.ts';
import { type Audience, type PublishRequest, publish } from '../flows/publish.ts';
import { UsageError } from '../model/usage-error.ts';
import { exit } from './exit.ts';
import { artifactFor, finishGenerated, type GeneratedOptions, refuseTogether } from './generated.ts';
import type { Io } from './io.ts';
import { fromRoot, type Settings } from './settings.ts';

export interface PublishOptions extends GeneratedOptions {
  readonly for?: Audience;
  readonly set: readonly string[];
  readonly output?: string;
  readonly json?: boolean;
}

/** What a command tells, before its options are applied. */
export interface Telling {
  readonly template: string;
  readonly makes: PublishRequest['makes'];
  readonly context: Readonly<Record<string, unknown>>;
  readonly notices: readonly string[];
  /** Where the text stands when it is a file, relative to the root. */
  readonly path: string;
  readonly pointer: string;
  /** The command line without its flags for files. */
  readonly command: string;
}

/** What every history is asked with. */
export const historyRequest = ({ root, tree, config, now }: Settings, io: Io): Omit<ChangelogRequest, 'wanted'> => ({
  root,
  env: io.env,
  tree,
  config,
  now,
});

/** The object in a JSON or YAML file of the command line. */
export const readJsonFile = async (
  path: string,
  { cwd }: { readonly cwd?: string },
  io: Io,
): Promise<Readonly<Record<string, unknown>>> => {
  const text = await io.readFile(resolve(io.cwd, cwd ?? '.', path));
  if (text === undefined) throw new UsageError(`${path}: There is no such file.`);
  return (await import('../flows/given-data.ts')).givenObject(path, text);
};

const note = (text: string, io: Io): void => io.stderr(`docgate: note: ${text}\n`);

/** The file of the text, relative to the root: what `-o` names, else the usual one. */
export const outputPath = (usual: string, { options, settings, io }: { options: PublishOptions; settings: Settings; io: Io }): string =>
  options.output === undefined ? usual : fromRoot(settings.root, resolve(io.cwd, options.cwd ?? '.'), options.output);

/** Finishes the command: prints the text or its context, writes it, or holds it against the file. */
export const finishPublished = async (
  telling: Telling,
  settings: Settings,
  asked: { options: PublishOptions; io: Io },
): Promise<number> => {
  const { options, io } = asked;
  refuseTogether(options);
  if (options.quiet !== true) for (const notice of telling.notices) note(notice, io);
  const { tree, root } = settings;
  const { text, context, cut } = await publish({
    ...telling,
    tree,
    shipped: io.shipped,
    assignments: options.set,
    audience: options.for ?? 'markdown',
  });
  if (cut > 0) note(`${cut} characters did not fit into a GitHub release; the end of the text says where the rest is.`, io);
  if (options.json) {
    io.stdout(`${JSON.stringify(context, null, 2)}\n`);
    return exit.pass;
  }
  const path = outputPath(telling.path, { options, settings, io });
  const artifact = await artifactFor(path, text, { root, io });
  return finishGenerated({ artifact, kind: 'document', command: `${telling.command} --write` }, settings, asked);
};
