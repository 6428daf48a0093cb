/** `docgate metrics`: the figures of a release. */
import { collectMetrics } from '../flows/metrics.ts';
import { checkVersion } from '../flows/release-version.ts';
import type { Io } from './io.ts';
import { finishPublished, historyRequest, type PublishOptions, readJsonFile } from './published.ts';
import { settleAtTop } from './settings.ts';

export interface MetricsOptions extends PublishOptions {
  readonly from?: string;
  readonly to?: string;
  readonly version?: string;
  readonly data?: string;
}

/** Runs the command. */
export const runMetrics = async (options: MetricsOptions, io: Io): Promise<number> => {
  const settings = await settleAtTop(options, io);
  const { from, to, version } = options;
  const given = options.data === undefined ? {} : await readJsonFile(options.data, options, io);
  const { context, notices } = await collectMetrics({
    ...historyRequest(settings, io),
    ...(to !== undefined && { to }),
    ...(from !== undefined && { from }),
    ...(version !== undefined && { version: checkVersion(version) }),
  });
  const path = `docs/releases/${String(context['version'])}/metrics.md`;
  const range = [...(from === undefined ? [] : ['--from', from]), ...(to === undefined ? ['--version', context['version']] : ['--to', to])];
  const command = `docgate metrics ${range.join(' ')}`;
  const telling = {
    template: 'release-metrics',
    makes: 'metrics' as const,
    context: { ...given, ...context },
    notices,
    path,
    pointer: path,
    command,
  };
  return finishPublished(telling, settings, { options, io });
};
