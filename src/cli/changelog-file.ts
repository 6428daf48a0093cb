/** `docgate changelog --write`, `--check` and `--diff`: the changelog file against what the history tells. */
import type { ReleaseHistory } from '../flows/changelog.ts';
import { planChangelog, planRemovals } from '../flows/changelog-edit.ts';
import { changelogSections } from '../flows/changelog-sections.ts';
import { defaultChangelog } from '../flows/changelog-sources.ts';
import type { Artifact } from '../model/artifact.ts';
import { diffOfArtifacts, writeArtifacts } from './artifacts.ts';
import { exit } from './exit.ts';
import type { Io } from './io.ts';
import type { Settings } from './settings.ts';

export interface ChangelogUpdate {
  readonly mode: 'write' | 'check' | 'diff';
  readonly settings: Settings;
  readonly history: ReleaseHistory;
}

// A release that is being made uses its fragments up; what is not released keeps them.
const plan = async ({ settings: { tree, config }, history }: ChangelogUpdate): Promise<Artifact[]> => {
  const [newest] = history.releases;
  const used = newest?.version !== undefined && newest.tag === undefined ? history.fragments : [];
  const sections = changelogSections(history, config.changelog);
  return [await planChangelog(tree, config.changelog.file ?? defaultChangelog, sections), ...(await planRemovals(tree, used))];
};

/** Runs the command. */
export const updateChangelog = async (update: ChangelogUpdate, io: Io): Promise<number> => {
  const artifacts = (await plan(update)).filter(({ before, text }) => before !== text);
  const path = update.settings.config.changelog.file ?? defaultChangelog;
  if (artifacts.length === 0) io.stdout(`${path}: up to date\n`);
  else if (update.mode === 'write') {
    await writeArtifacts(update.settings.root, artifacts, io);
    for (const { path: written, text } of artifacts) io.stdout(`${written}: ${text === undefined ? 'removed' : 'written'}\n`);
  } else io.stdout(await diffOfArtifacts(artifacts));
  return update.mode === 'check' && artifacts.length > 0 ? exit.findings : exit.pass;
};
