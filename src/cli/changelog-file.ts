/** `docgate changelog --write`, `--check` and `--diff`: the changelog file against what the history tells. */
import type { ReleaseHistory } from '../flows/changelog.ts';
import { planChangelog, planRemovals } from '../flows/changelog-edit.ts';
import type { NewSection } from '../flows/changelog-sections.ts';
import { defaultChangelog } from '../flows/changelog-sources.ts';
import type { Artifact } from '../model/artifact.ts';
import { diffOfArtifacts, writeArtifacts } from './artifacts.ts';
import { exit } from './exit.ts';
import type { Io } from './io.ts';
import type { CommonOptions, Settings } from './settings.ts';

export interface ChangelogUpdate {
  readonly mode: 'write' | 'check' | 'diff';
  readonly settings: Settings;
  readonly history: ReleaseHistory;
  /** As they are to be written. */
  readonly sections: readonly NewSection[];
  readonly options: Pick<CommonOptions, 'quiet'>;
}

const pathOf = ({ settings: { config } }: ChangelogUpdate): string => config.changelog.file ?? defaultChangelog;

// A release that is being made uses its fragments up; what is not released keeps them.
const plan = async (update: ChangelogUpdate, io: Io): Promise<Artifact[]> => {
  const { settings, history, sections } = update;
  const [newest] = history.releases;
  const used = newest?.version !== undefined && newest.tag === undefined ? history.fragments : [];
  const unreleasedUrl = history.releases.find(({ version }) => version === undefined)?.compareUrl;
  const target = {
    tree: settings.tree,
    path: pathOf(update),
    released: history.tags.map(({ version }) => version),
    ...(history.repository && { repository: history.repository.url }),
    ...(unreleasedUrl !== undefined && { unreleasedUrl }),
  };
  const { artifact, notes } = await planChangelog(target, sections);
  if (update.options.quiet !== true) for (const note of notes) io.stderr(`docgate: note: ${note}.\n`);
  return [artifact, ...(await planRemovals(settings.tree, used))];
};

/** Runs the command. */
export const updateChangelog = async (update: ChangelogUpdate, io: Io): Promise<number> => {
  const artifacts = (await plan(update, io)).filter(({ before, text }) => before !== text);
  if (artifacts.length === 0) io.stdout(`${pathOf(update)}: up to date\n`);
  else if (update.mode === 'write') {
    await writeArtifacts(update.settings.root, artifacts, io);
    for (const { path, text } of artifacts) io.stdout(`${path}: ${text === undefined ? 'removed' : 'written'}\n`);
  } else io.stdout(await diffOfArtifacts(artifacts));
  return update.mode === 'check' && artifacts.length > 0 ? exit.findings : exit.pass;
};
