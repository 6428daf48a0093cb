/** A release → what a notice to stakeholders says of it by itself; the rest is given. */
import { changesOf, type Nature } from '../changes/nature.ts';
import type { ReleaseChanges } from '../model/changes.ts';
import { UsageError } from '../model/usage-error.ts';
import { type ChangelogRequest, readReleases } from './changelog.ts';

/** Notices whose words come from the history. */
const told: Readonly<Record<string, 'changes' | 'previous'>> = {
  'release-complete': 'changes',
  'rollback-in-progress': 'previous',
  'rollback-complete': 'previous',
};

export interface NoticeRequest extends Omit<ChangelogRequest, 'wanted' | 'contributors'> {
  readonly version: string;
  /** The template. */
  readonly name: string;
}

export interface Notice {
  /** As `schemas/context.notice.schema.json` describes it. */
  readonly context: Readonly<Record<string, unknown>>;
  /** Each a sentence or more. */
  readonly notices: readonly string[];
}

const textsOf = (release: ReleaseChanges, nature: Nature): string[] => changesOf(release, nature).map(({ text }) => text);

const factsOf = (release: ReleaseChanges, what: 'changes' | 'previous'): Record<string, unknown> => {
  if (what === 'changes')
    return { features: textsOf(release, 'feature'), fixes: textsOf(release, 'fix'), performance: textsOf(release, 'performance') };
  const previousVersion = release.previousTag?.replace(/^\D*(?=\d)/, '');
  return previousVersion === undefined ? {} : { previousVersion };
};

/** What git knows of the notice. A history that cannot be asked is told among the notices: people may give what it would have said. */
export const collectNotice = async ({ name, version, ...request }: NoticeRequest): Promise<Notice> => {
  const what = told[name];
  if (what === undefined) return { context: { version }, notices: [] };
  try {
    const { releases, notices } = await readReleases({ ...request, wanted: { kind: 'release', version } });
    const [release] = releases;
    return { context: { version, ...(release && factsOf(release, what)) }, notices };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return { context: { version }, notices: [`The history was not asked: ${error.message}`] };
  }
};
