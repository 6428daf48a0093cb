/** A changelog told: printed, or brought into the file. */
import { type ReleaseHistory, readReleases } from '../flows/changelog.ts';
import type { Wanted } from '../flows/changelog-history.ts';
import { changelogSections, changelogText, type NewSection } from '../flows/changelog-sections.ts';
import { defaultChangelog, type OwnTemplates, ownChangelogTemplates } from '../flows/changelog-sources.ts';
import type { HistoryStart } from '../flows/history-start.ts';
import type { ChangelogOptions } from './changelog-options.ts';
import { exit } from './exit.ts';
import type { Io } from './io.ts';
import { printNotices } from './print-notices.ts';
import { type Settings, settleAtTop } from './settings.ts';

const modeOf = ({ write, check, diff }: ChangelogOptions): 'write' | 'check' | 'diff' | undefined =>
  write === true ? 'write' : check === true ? 'check' : diff === true ? 'diff' : undefined;

// Old releases of a changelog were written by hand or are settled: a file is only asked about what comes next, unless it is new.
const wantedOf = async (options: ChangelogOptions, { tree, config }: Settings): Promise<Wanted> => {
  const { from, to, unreleased, release } = options;
  if (release !== undefined) return { kind: 'release', version: release.replace(/^v(?=\d)/, '') };
  if (from !== undefined || to !== undefined)
    return { kind: 'range', ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
  if (unreleased === true) return { kind: 'unreleased' };
  const exists = modeOf(options) !== undefined && (await tree.has(config.changelog.file ?? defaultChangelog)) === true;
  return { kind: exists ? 'unreleased' : 'all' };
};

// Templates may name contributors.
const read = async (options: ChangelogOptions, { settings, own, start }: Asked, io: Io): Promise<ReleaseHistory> => {
  const { root, tree, config, now } = settings;
  return readReleases({
    root,
    env: io.env,
    tree,
    config,
    now,
    wanted: await wantedOf(options, settings),
    ...(start && { start }),
    ...(options.json === true || own.section || own.change ? { contributors: true } : { anonymous: true }),
    ...(options.date !== undefined && { date: options.date }),
    ...(options.prereleases !== undefined && { prereleases: options.prereleases }),
  });
};

interface Asked {
  readonly settings: Settings;
  /** Those of the user's templates that word the changelog. */
  readonly own: OwnTemplates;
  readonly start?: HistoryStart;
}

const byTemplates = () => import('../flows/changelog-templates.ts');

const sectionsOf = async (history: ReleaseHistory, { settings: { tree, config }, own }: Asked, { shipped }: Io): Promise<NewSection[]> =>
  own.section || own.change
    ? (await byTemplates()).wordedSections(history, config.changelog, { tree, shipped })
    : changelogSections(history, config.changelog);

const printed = async (history: ReleaseHistory, asked: Asked, io: Io): Promise<string> => {
  const { tree, config } = asked.settings;
  if (!asked.own.section) return changelogText(await sectionsOf(history, asked, io));
  return (await byTemplates()).renderedSections(history, config.changelog, { tree, shipped: io.shipped });
};

/** Tells what is asked for; `start`: where git was asked already. */
export const tellChangelog = async (options: ChangelogOptions, io: Io, start: HistoryStart | undefined): Promise<number> => {
  const settings = await settleAtTop(options, io);
  const asked = { settings, own: await ownChangelogTemplates(settings.tree), ...(start && { start }) };
  const history = await read(options, asked, io);
  printNotices(history.notices, options, io);
  const mode = modeOf(options);
  if (mode !== undefined) {
    const sections = await sectionsOf(history, asked, io);
    return (await import('./changelog-file.ts')).updateChangelog({ mode, settings, history, sections, options }, io);
  }
  const { repository, releases } = history;
  if (options.json === true) io.stdout(`${JSON.stringify({ ...(repository && { repository }), releases }, null, 2)}\n`);
  else io.stdout(await printed(history, asked, io));
  return exit.pass;
};
