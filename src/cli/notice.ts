/** `docgate notice`: a notice to stakeholders. */
import { collectNotice } from '../flows/notice.ts';
import { checkVersion } from '../flows/release-version.ts';
import type { Io } from './io.ts';
import { finishPublished, historyRequest, type PublishOptions } from './published.ts';
import { settleAtTop } from './settings.ts';

export interface NoticeOptions extends PublishOptions {
  readonly name: string;
  readonly version: string;
}

/** Runs the command. */
export const runNotice = async (options: NoticeOptions, io: Io): Promise<number> => {
  const version = checkVersion(options.version);
  const settings = await settleAtTop(options, io);
  const { context, notices } = await collectNotice({ ...historyRequest(settings, io), name: options.name, version });
  const path = `docs/releases/${version}/${options.name}.md`;
  const command = `docgate notice ${options.name} --version ${version}`;
  return finishPublished({ template: options.name, makes: 'notice' as const, context, notices, path, pointer: path, command }, settings, {
    options,
    io,
  });
};
