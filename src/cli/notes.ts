/** `docgate notes`: the release notes of one version. */
import { collectNotes, pullRequestContext, type Told } from '../flows/notes.ts';
import { UsageError } from '../model/usage-error.ts';
import type { Io } from './io.ts';
import { finishPublished, historyRequest, type PublishOptions, readJsonFile } from './published.ts';
import { settle } from './settings.ts';

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

const bareVersion = (text: string): string => {
  const version = text.replace(/^v(?=\d)/, '');
  if (!/^\d[\w.+-]*$/.test(version)) throw new UsageError(`"${text}" is not a version; expected for example 1.4.0.`);
  return version;
};

/** Runs the command. */
export const runNotes = async (options: NotesOptions, io: Io): Promise<number> => {
  const version = bareVersion(options.version);
  const settings = await settle(options, io);
  const date = options.date === undefined ? {} : { date: options.date };
  const notes = await collectNotes({ ...historyRequest(settings, io), ...date, version, told: await toldIn(options, io) });
  const path = `docs/releases/${version}/${options.template}.md`;
  const whole = notes.release.compareUrl ?? path;
  const telling = {
    template: options.template,
    context: options.template === 'pull-request' ? pullRequestContext(notes) : notes.context,
    notices: notes.notices,
    path,
    pointer: `The whole text: ${whole}`,
    command: `docgate notes ${version}`,
  };
  return finishPublished(telling, settings, { options, io });
};
