/** `docgate notes`: the release notes of one version. */
import { resolve } from 'node:path';
import { collectNotes, pullRequestContext, type Told } from '../flows/notes.ts';
import { checkVersion } from '../flows/release-version.ts';
import type { Io } from './io.ts';
import { finishPublished, historyRequest, outputPath, type PublishOptions, readJsonFile } from './published.ts';
import { settleAtTop } from './settings.ts';

export interface NotesOptions extends PublishOptions {
  readonly version: string;
  readonly date?: string;
  readonly summary?: string;
  readonly highlight: readonly string[];
  readonly metrics?: string;
  readonly template: string;
}

const toldIn = async (options: NotesOptions, io: Io): Promise<Told> => ({
  highlights: options.highlight,
  ...(options.summary !== undefined && { summary: options.summary }),
  ...(options.metrics !== undefined && { metrics: await readJsonFile(options.metrics, options, io) }),
});

// A release that has no tag yet would be dated anew every day.
const titleDate = (text: string): string | undefined => /^# .*\b(\d{4}-\d{2}-\d{2})\b/m.exec(text)?.[1];

/** Runs the command. */
export const runNotes = async (options: NotesOptions, io: Io): Promise<number> => {
  const version = checkVersion(options.version);
  const settings = await settleAtTop(options, io);
  const path = `docs/releases/${version}/${options.template}.md`;
  const file = await io.readFile(resolve(settings.root, outputPath(path, { options, settings, io })));
  const dated = file === undefined ? undefined : titleDate(file);
  const notes = await collectNotes({
    ...historyRequest(settings, io),
    version,
    told: await toldIn(options, io),
    ...(dated !== undefined && { dated }),
    ...(options.date !== undefined && { date: options.date }),
  });
  const whole = notes.release.compareUrl ?? path;
  const telling = {
    template: options.template,
    makes: options.template === 'pull-request' ? ('pull-request' as const) : ('release-notes' as const),
    context: options.template === 'pull-request' ? pullRequestContext(notes) : notes.context,
    notices: notes.notices,
    path,
    pointer: `The whole text: ${whole}`,
    command: `docgate notes ${version}`,
  };
  return finishPublished(telling, settings, { options, io });
};
