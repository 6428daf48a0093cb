/** The next version of a repository: what came since its last release, and what that asks for. */
import { type Bump, defaultBump, suggestBump } from '../changes/bump.ts';
import { isPrerelease } from '../changes/version.ts';
import { type ChangelogRequest, readReleases } from './changelog.ts';

export type { Bump, BumpReason } from '../changes/bump.ts';

export interface BumpRequest extends Omit<ChangelogRequest, 'wanted' | 'prereleases'> {
  /** Such as `rc`: the next version is a prerelease of that name. */
  readonly prerelease?: string;
}

export interface SuggestedBump extends Bump {
  /** How many commits could not be classified, so that nobody knows what they ask for. */
  readonly unclassified: number;
  readonly notices: readonly string[];
}

/** Suggests the next version. Prereleases since the last release count as not released yet. */
export const readBump = async (request: BumpRequest): Promise<SuggestedBump> => {
  const { releases, tags, notices } = await readReleases({ ...request, wanted: { kind: 'unreleased' }, prereleases: 'hide' });
  const [open] = releases;
  const current = tags.find(({ name, version }) => name === open?.previousTag && !isPrerelease(version))?.version;
  const bump = suggestBump({
    ...(current !== undefined && { current }),
    changes: { groups: open?.groups ?? [] },
    policy: { ...defaultBump, ...request.config.changelog.bump },
    ...(request.prerelease !== undefined && { prerelease: request.prerelease }),
    versions: tags.map(({ version }) => version),
  });
  return { ...bump, unclassified: open?.unclassified?.length ?? 0, notices };
};
