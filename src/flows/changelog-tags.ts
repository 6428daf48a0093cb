/** Whether a history can be told by its tags: a changelog that names releases shows that there were some. */
import type { ChangelogConfig } from '../config/changelog.ts';
import { committedBytes } from '../facts/git-changes.ts';
import type { ChangesSpot } from '../facts/git-commits.ts';
import { UsageError } from '../model/usage-error.ts';
import type { Tree } from '../tree/tree.ts';
import type { ReadHistory, Wanted } from './changelog-history.ts';
import { defaultChangelog } from './changelog-sources.ts';

interface Asked extends ChangesSpot {
  readonly tree: Tree;
  readonly config: { readonly changelog: ChangelogConfig };
  readonly wanted: Wanted;
}

// A range may end before the first release; everything else is told from the newest commit.
const hasTags = ({ tags, graph }: ReadHistory, { kind }: Wanted): boolean =>
  kind === 'range' ? tags.length > 0 : tags.some(({ commit }) => graph.position.has(commit));

// Parsing Markdown takes longer than reading a history, and is needed only where tags are missing.
const versionsIn = async (path: string, bytes: Uint8Array | undefined): Promise<string[]> =>
  bytes === undefined ? [] : (await import('./released-versions.ts')).releasedVersions(path, bytes);

// The release that is being made stands in the file before it is committed and tagged.
const madeNow = async (asked: Asked, path: string): Promise<string | undefined> => {
  const { wanted } = asked;
  if (wanted.kind !== 'release') return undefined;
  const committed = await versionsIn(path, await committedBytes(asked, path));
  return committed.includes(wanted.version) ? undefined : wanted.version;
};

const remedy = ({ tags, allTags }: ReadHistory, version: string): string => {
  const [example] = allTags;
  if (tags.length === 0 && example !== undefined)
    return `but no tag reads like one (there is ${JSON.stringify(example.name)}), so changes that were released would be told again. Set changelog.tagPattern, fetch missing tags (git fetch --tags)`;
  return `but no tag of HEAD's history names any, so changes that were released would be told again. Fetch the tags (git fetch --tags), tag the release (git tag v${version})`;
};

/** Throws a UsageError where the changelog names releases and no tag that can be reached names any. */
export const refuseMissingTags = async (asked: Asked, history: ReadHistory): Promise<void> => {
  const { file: path = defaultChangelog, tagless } = asked.config.changelog;
  if (tagless === true || hasTags(history, asked.wanted)) return;
  const released = await versionsIn(path, await asked.tree.read(path));
  if (released.length === 0) return;
  const own = await madeNow(asked, path);
  const version = released.find((other) => other !== own);
  if (version === undefined) return;
  throw new UsageError(
    `${path} names releases, such as ${version}, ${remedy(history, version)}, or say that releases have no tags (changelog.tagless: true).`,
  );
};
