/** `docgate init`: sets docgate up in a repository, from what the repository holds. */
import type { Change } from '../setup/hook/view.ts';
import type { Part } from '../setup/init/part.ts';
import { standingOf } from '../tree/git-files.ts';
import { makeChanges, previewOf, shortPath } from './changes.ts';
import { exit } from './exit.ts';
import { ciPart, configPart, hookPart, presentConfig } from './init-parts.ts';
import type { InitOptions, Setting } from './init-setting.ts';
import type { Io } from './io.ts';
import { Cancelled, openPrompts } from './prompts.ts';
import { settleAtTop } from './settings.ts';

const planParts = async (setting: Setting, present: string | undefined): Promise<Part[]> => [
  present === undefined ? await configPart(setting) : presentConfig(present),
  await hookPart(setting),
  await ciPart(setting),
];

const say = (parts: readonly Part[], io: Io): void => {
  for (const { summary } of parts) if (summary !== '') io.stdout(`${summary}\n`);
  for (const note of parts.flatMap(({ notes }) => notes)) io.stderr(`note: ${note}\n`);
};

const changesOf = (parts: readonly Part[]): Change[] => parts.flatMap(({ changes }) => changes);

const targetOf = (change: Change): string => ('to' in change ? change.to : change.path);

// Without anybody to ask and without --yes nothing is written, and a script must notice.
const showOnly = async (parts: readonly Part[], { top, options, io }: Setting): Promise<number> => {
  io.stdout(await previewOf(top, changesOf(parts)));
  if (options.dryRun) return exit.pass;
  io.stderr('docgate: Nothing was written, since nobody can be asked here. Run "docgate init --yes" to write this.\n');
  return exit.usage;
};

const carryOut = async (parts: readonly Part[], { top, io, prompts }: Setting): Promise<number> => {
  const changes = changesOf(parts);
  if (prompts !== undefined) {
    for (const { summary } of parts) if (summary !== '') io.stderr(`${summary}\n`);
    const files = changes.map((change) => shortPath(top, targetOf(change))).join(', ');
    if (!(await prompts.confirm({ message: `Write ${files}?` }))) throw new Cancelled('cancelled');
  }
  await makeChanges(top, changes, io);
  say(parts, io);
  io.stdout('Next: docgate check\n');
  return exit.pass;
};

/** Runs the command. What is set up already is left as it is; only what is missing is added. */
export const runInit = async (options: InitOptions, io: Io): Promise<number> => {
  const { root: found, config, now } = await settleAtTop(options, io);
  const standing = await standingOf(found);
  const top = standing?.top ?? found;
  const prompts = options.yes || options.dryRun ? undefined : await openPrompts(io);
  const root = config.file === undefined ? top : found;
  const setting: Setting = { root, top, repository: standing !== undefined, now, options, io, prompts };
  const parts = await planParts(setting, config.file?.path);
  if (changesOf(parts).length === 0) {
    say(parts, io);
    io.stdout('Nothing to add.\n');
    return exit.pass;
  }
  return options.dryRun || (prompts === undefined && !options.yes) ? showOnly(parts, setting) : carryOut(parts, setting);
};
