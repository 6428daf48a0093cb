/** What has to be said aloud beside a changelog: what could not be read, linked or placed, each with its remedy. */
import type { Change, ReleaseChanges } from '../model/changes.ts';
import type { HistoryTag } from '../model/history.ts';
import { didYouMean } from '../model/usage-error.ts';
import type { Repository, UnknownForge } from './forge.ts';
import { isKnownForge } from './forge.ts';
import type { TypeMapping } from './mapping.ts';
import { seemsBreaking } from './message.ts';
import type { ReadCommit } from './read-commits.ts';
import type { ReleaseTag } from './version.ts';

const shown = 10;

const listed = (lines: readonly string[]): string =>
  [...lines.slice(0, shown), ...(lines.length > shown ? [`… and ${lines.length - shown} more`] : [])].map((line) => `\n  ${line}`).join('');

const plural = (count: number, one: string, many: string): string => (count === 1 ? `1 ${one}` : `${count} ${many}`);

/** Nothing that reaches a terminal from a commit may steer it. */
const visible = (text: string): string => text.replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, '\uFFFD');

const short = (id: string): string => id.slice(0, 7);

/** Why there are no links. */
export const noticeOfRepository = (repository: Repository | UnknownForge | undefined): string[] => {
  if (repository === undefined)
    return ['There is no remote "origin" with a web address, so nothing is linked. Set changelog.repository.url in the configuration.'];
  return isKnownForge(repository)
    ? []
    : [
        `Nobody knows which forge ${repository.url} is, so nothing is linked. Set changelog.repository.forge to github, gitlab, bitbucket or gitea.`,
      ];
};

/** Why no release was found. */
export const noticeOfTags = (tags: readonly HistoryTag[], releases: readonly ReleaseTag[], patterns: readonly string[]): string[] => {
  if (releases.length > 0) return [];
  const [example] = tags;
  if (example === undefined)
    return ['There is no tag, so everything counts as not released. If the repository has releases, fetch their tags: git fetch --tags.'];
  return [
    `None of the ${plural(tags.length, 'tag', 'tags')}, such as ${visible(example.name)}, reads like ${patterns.join(' or ')}, so everything counts as not released. Set changelog.tagPattern in the configuration.`,
  ];
};

/** Why a changelog that is limited to paths is empty. */
export const noticeOfPaths = (paths: readonly string[], touching: ReadonlySet<string> | undefined): string[] =>
  touching?.size === 0
    ? [
        `No commit changed anything below changelog.paths (${paths.map(visible).join(', ')}), so no commit is listed. Correct the paths; they are relative to the configuration.`,
      ]
    : [];

const wordsOf = ({ type, text, commits }: Change, types: TypeMapping): string => {
  const why = type === undefined ? '' : ` (unknown type "${visible(type)}".${didYouMean(type, Object.keys(types))})`;
  return `${short(commits[0] ?? '')} ${visible(text) || '(no message)'}${why}`;
};

/** Which commits nobody could place. */
export const noticeOfUnclassified = (releases: readonly ReleaseChanges[], types: TypeMapping): string[] => {
  const changes = releases.flatMap(({ unclassified = [] }) => unclassified);
  if (changes.length === 0) return [];
  return [
    `${plural(changes.length, 'commit', 'commits')} could not be classified and ${changes.length === 1 ? 'is' : 'are'} not listed:${listed(
      changes.map((change) => wordsOf(change, types)),
    )}\n  Say what they should have said in docs/changelog-overrides.yaml (or the file that changelog.overrides names), such as - { commit: "${short(changes[0]?.commits[0] ?? '')}", message: "fix: …" }, or list them all by changelog.types: { "*": Changed }. See docs/changelog.md, Overrides.`,
  ];
};

/** The commits that seem to announce a breaking change that is none by the specification. */
export const seeminglyBreaking = (reads: readonly ReadCommit[]): ReadCommit[] => reads.filter(({ message }) => seemsBreaking(message));

/** What is said of them. */
export const noticeOfBreaking = (doubtful: readonly ReadCommit[]): string[] => {
  if (doubtful.length === 0) return [];
  return [
    `${plural(doubtful.length, 'commit says', 'commits say')} "breaking change:" in small letters, which does not count:${listed(
      doubtful.map(({ commit, message }) => `${short(commit.id)} ${visible(message.header)}`),
    )}\n  Write BREAKING CHANGE in capitals (Conventional Commits 1.0.0), here by an override.`,
  ];
};
