/** Changelogs worded by the user's own templates: whole sections as they are printed, or each entry as it is written. */
import type { ChangelogConfig } from '../config/changelog.ts';
import type { NewEntry, NewSection } from '../generate/edit/changelog-section.ts';
import { entryKeys } from '../generate/views/changelog.ts';
import type { Change, ReleaseChanges } from '../model/changes.ts';
import type { ReleaseHistory } from './changelog.ts';
import { changelogSections, toldReleases } from './changelog-sections.ts';
import { generator } from './generate.ts';
import { partialsOf, type Shelf, schemaOf } from './templates.ts';

const namesCommit = { always: { namesCommit: true }, never: { namesCommit: false }, 'without-pull': {} } as const;

const contextOf = (change: Change, { commits = 'without-pull' }: ChangelogConfig): object => ({ ...change, ...namesCommit[commits] });

const releaseContext = (release: ReleaseChanges, config: ChangelogConfig): object => ({
  ...release,
  groups: release.groups.map(({ title, changes }) => ({ title, changes: changes.map((change) => contextOf(change, config)) })),
  links: release.compareUrl === undefined ? [] : [{ label: release.version ?? 'Unreleased', url: release.compareUrl }],
});

/** The sections as the template `changelog-section` in force words them, newest first. Throws a UsageError for its faults. */
export const renderedSections = async (history: ReleaseHistory, config: ChangelogConfig, shelf: Shelf): Promise<string> => {
  const generate = await generator({ ...shelf, template: 'changelog-section' });
  return toldReleases(history)
    .map((release) => generate(releaseContext(release, config)))
    .join('\n');
};

// `- a\n  b` → `a\nb`: the bullet is that of the file, and so is the indentation.
const withoutBullet = (item: string): string => {
  const bullet = /^(?:[-*+]|\d{1,9}[.)])[ \t]+/.exec(item)?.[0] ?? '';
  return item
    .slice(bullet.length)
    .replaceAll(`\n${' '.repeat(bullet.length)}`, '\n')
    .trim();
};

type Word = (change: Change) => string;

const wording = async (config: ChangelogConfig, shelf: Shelf): Promise<Word> => {
  const { rendering } = await import('../generate/render.ts');
  const schema = schemaOf(shelf, 'changelog');
  const render = rendering({
    path: 'docgate/change',
    text: '{{> change this}}\n',
    schema: { $defs: schema['$defs'], $ref: '#/$defs/change' },
    partials: await partialsOf(shelf),
  });
  return (change) => withoutBullet(render(contextOf(change, config)));
};

const entriesOf = (changes: readonly Change[], word: Word): NewEntry[] =>
  changes.map((change) => ({ text: word(change), keys: entryKeys(change) })).filter(({ text }) => text !== '');

/** The sections with each entry as the partial `change` in force words it; what it words by nothing is left out. */
export const wordedSections = async (history: ReleaseHistory, config: ChangelogConfig, shelf: Shelf): Promise<NewSection[]> => {
  const word = await wording(config, shelf);
  const releases = toldReleases(history);
  return changelogSections(history, config).map((section, index) => ({
    ...section,
    groups: (releases[index]?.groups ?? [])
      .map(({ title, changes }) => ({ title, entries: entriesOf(changes, word) }))
      .filter(({ entries }) => entries.length > 0),
  }));
};
