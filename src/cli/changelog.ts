/** `docgate changelog`: what changed, release by release, printed or brought into the changelog. */
import { type ReleaseHistory, readReleases } from '../flows/changelog.ts';
import type { Wanted } from '../flows/changelog-history.ts';
import { changelogSections, changelogText, type NewSection } from '../flows/changelog-sections.ts';
import { defaultChangelog, type OwnTemplates, ownChangelogTemplates } from '../flows/changelog-sources.ts';
import { UsageError } from '../model/usage-error.ts';
import { exit } from './exit.ts';
import type { Io } from './io.ts';
import { type CommonOptions, type Settings, settleAtTop } from './settings.ts';

export interface ChangelogOptions extends CommonOptions {
  readonly from?: string;
  readonly to?: string;
  readonly unreleased?: true;
  readonly release?: string;
  readonly date?: string;
  readonly prereleases?: 'separate' | 'rollup' | 'hide';
  readonly json?: true;
  readonly write?: true;
  readonly check?: true;
  readonly diff?: true;
}

const refuseTogether = (options: ChangelogOptions, names: readonly (keyof ChangelogOptions)[]): void => {
  const given = names.filter((name) => options[name] !== undefined);
  if (given.length > 1) throw new UsageError(`${given.map((name) => `--${name}`).join(' and ')} exclude each other.`);
};

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

const dayPattern = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;

const check = (options: ChangelogOptions): void => {
  refuseTogether(options, ['unreleased', 'release', 'from']);
  refuseTogether(options, ['unreleased', 'release', 'to']);
  refuseTogether(options, ['write', 'check', 'diff', 'json']);
  const { date } = options;
  if (date !== undefined && (!dayPattern.test(date) || new Date(`${date}T00:00:00Z`).toISOString().slice(0, 10) !== date))
    throw new UsageError(`--date: "${date}" is not a day; expected for example 2026-01-05.`);
};

/** Notices, each on its own, on standard error; none where only errors are wanted. */
export const printNotices = (notices: readonly string[], { quiet }: CommonOptions, io: Pick<Io, 'stderr'>): void => {
  if (quiet === true) return;
  for (const notice of notices) io.stderr(`docgate: note: ${notice}\n`);
};

// Templates may name contributors.
const read = async (options: ChangelogOptions, { settings, own }: Asked, io: Io): Promise<ReleaseHistory> => {
  const { root, tree, config, now } = settings;
  return readReleases({
    root,
    env: io.env,
    tree,
    config,
    now,
    wanted: await wantedOf(options, settings),
    ...((options.json === true || own.section || own.change) && { contributors: true }),
    ...(options.date !== undefined && { date: options.date }),
    ...(options.prereleases !== undefined && { prereleases: options.prereleases }),
  });
};

interface Asked {
  readonly settings: Settings;
  /** Those of the user's templates that word the changelog. */
  readonly own: OwnTemplates;
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

/** Runs the command. */
export const runChangelog = async (options: ChangelogOptions, io: Io): Promise<number> => {
  check(options);
  if (options.unreleased !== true && options.release === undefined) await io.hurry?.();
  const settings = await settleAtTop(options, io);
  const asked = { settings, own: await ownChangelogTemplates(settings.tree) };
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
