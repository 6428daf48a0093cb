/** The parts that `docgate init` puts together: configuration, hook and CI job. */
import { resolve } from 'node:path';
import { configPath, type Draft, draftGroups, proposeConfig } from '../flows/init.ts';
import { type Survey, surveyTree } from '../flows/survey.ts';
import { isDay, isOver, isZone } from '../model/calendar.ts';
import { UsageError } from '../model/usage-error.ts';
import { type Forge, forgeGlobs, forgeOf, jobFiles, jobTemplate, planCi } from '../setup/init/ci.ts';
import { counted, countedKind } from '../setup/init/config-text.ts';
import { dayAfter } from '../setup/init/days.ts';
import type { Part } from '../setup/init/part.ts';
import { summaryOf } from '../setup/init/summary.ts';
import { diskTree } from '../tree/disk.ts';
import { gitFilesTree } from '../tree/git-files.ts';
import { remoteAddresses } from '../tree/git-remotes.ts';
import { shortPath } from './changes.ts';
import { hookPlanFor } from './hook.ts';
import type { Setting } from './init-setting.ts';
import { schemaAddress } from './schema-address.ts';
import { tool } from './version.ts';

/** How long a to-do stands when nobody says otherwise. */
const patience = 30;

const nothing: Part = { changes: [], notes: [], summary: '' };

/** A configuration that is there already. */
export const presentConfig = (path: string): Part => ({ ...nothing, summary: `${path} is there already and is left as it is.` });

const untilOf = ({ options: { relaxUntil }, now }: Setting): string => {
  if (relaxUntil === undefined) return dayAfter(now, patience);
  if (!isDay(relaxUntil))
    throw new UsageError(`--relax-until: "${relaxUntil}" is not a day; expected for example ${dayAfter(now, patience)}.`);
  if (isOver(relaxUntil, now)) throw new UsageError(`--relax-until: ${relaxUntil} is over. Name a day to come.`);
  return relaxUntil;
};

const chooseGroups = async (survey: Survey, { prompts }: Setting): Promise<Draft> => {
  const draft = draftGroups(survey);
  if (prompts === undefined || draft.groups.length === 0) return draft;
  const chosen = new Set(
    await prompts.multiselect({
      message: 'Which documents does docgate govern?',
      choices: draft.groups.map(({ glob, kind, paths }) => ({ value: glob, label: glob, hint: countedKind(paths.length, kind) })),
      required: true,
    }),
  );
  const dropped = new Set(draft.groups.flatMap(({ glob, paths }) => (chosen.has(glob) ? [] : paths)));
  return dropped.size === 0 ? draft : draftGroups(survey, (path) => !dropped.has(path));
};

const zoneProblem = (zone: string): string | undefined =>
  zone === '' || isZone(zone) ? undefined : `"${zone}" is not a time zone; expected an IANA name such as Europe/Berlin.`;

const chooseZone = async ({ records }: Draft, { options, prompts }: Setting): Promise<string | undefined> => {
  const problem = zoneProblem(options.timezone ?? '');
  if (problem !== undefined) throw new UsageError(`--timezone: ${problem}`);
  if (options.timezone !== undefined || prompts === undefined || records.every(({ zoneless }) => zoneless === 0)) return options.timezone;
  const answer = await prompts.text({
    message: 'Which zone is meant by times that state none? (empty: none)',
    initial: '',
    validate: zoneProblem,
  });
  return answer === '' ? undefined : answer;
};

const nothingFound = ({ candidates, others }: Survey): UsageError =>
  new UsageError(
    `Nothing to govern was found in ${counted(candidates.length + others.length, ['Markdown file', 'Markdown files'])}: no checklist, approvals, incident report, promotion or process document and no changelog that is no template. Write one, then run docgate init again.`,
  );

const skippedNotes = ({ skipped }: Survey): string[] =>
  skipped === 0
    ? []
    : [
        `${counted(skipped, ['file was', 'files were'])} not looked into, since there are so many. List them under "documents" if they matter.`,
      ];

/** Proposes the configuration. Throws a UsageError where nothing is to be governed. */
export const configPart = async (setting: Setting): Promise<Part> => {
  const { root, repository, now } = setting;
  const until = untilOf(setting);
  const tree = await gitFilesTree(root);
  const survey = await surveyTree(tree);
  const draft = await chooseGroups(survey, setting);
  if (draft.groups.length + draft.asides.length === 0) throw nothingFound(survey);
  const timezone = await chooseZone(draft, setting);
  const { proposal, text } = await proposeConfig(draft, {
    tree,
    now,
    until,
    tool,
    schema: await schemaAddress('config', configPath, setting),
    ...(timezone !== undefined && { timezone }),
    ...(repository && { git: { root } }),
  });
  return {
    changes: [{ path: configPath, text, before: undefined }],
    notes: skippedNotes(survey),
    summary: `${configPath}\n${summaryOf(proposal)}`,
  };
};

const chooseForge = async ({ root, options, prompts }: Setting): Promise<Forge | 'none' | undefined> => {
  if (options.ci !== undefined) return options.ci;
  const signs = { paths: await diskTree(root).list(forgeGlobs), remotes: await remoteAddresses(root) };
  const shown = forgeOf(signs);
  if (prompts === undefined) return shown;
  return prompts.select<Forge | 'none'>({
    message: 'Where does the check run on every change?',
    choices: [
      { value: 'github', label: 'GitHub Actions' },
      { value: 'gitlab', label: 'GitLab CI' },
      { value: 'none', label: 'Nowhere yet' },
    ],
    initial: shown ?? 'none',
  });
};

// What stands in the way of a hook is no reason to leave out the rest.
const plannedHook = async ({ options, top, io }: Setting): Promise<Part> => {
  try {
    const { summary, ...plan } = await hookPlanFor(
      { ...(options.config !== undefined && { config: options.config }), cwd: options.cwd ?? '.' },
      io,
    );
    return { ...plan, summary: summary.replace(/^[^:]+(?=: )/, (path) => shortPath(top, path)) };
  } catch (error) {
    if (error instanceof UsageError) return { ...nothing, notes: [`The hook was left out. ${error.message}`] };
    throw error;
  }
};

/** Plans the git hook for the manager that the repository uses. */
export const hookPart = async (setting: Setting): Promise<Part> => {
  const { options, repository, prompts } = setting;
  if (!options.hook) return nothing;
  if (!repository)
    return { ...nothing, notes: ['This is not a git repository, so there is no hook. After git init: docgate hook install'] };
  const plan = await plannedHook(setting);
  if (plan.changes.length === 0 || prompts === undefined) return plan;
  return (await prompts.confirm({ message: 'Check what is staged before every commit?' })) ? plan : nothing;
};

/** Plans the CI job of the forge that the repository shows, that an option names or that somebody chooses. */
export const ciPart = async (setting: Setting): Promise<Part> => {
  const { root, top, io } = setting;
  if (root !== top) return { ...nothing, notes: ['The configuration is not at the top of the repository, so the CI job is left to you.'] };
  const forge = await chooseForge(setting);
  if (forge === undefined) return { ...nothing, notes: ['No CI was found. docgate init --ci github (or gitlab) adds a job.'] };
  if (forge === 'none') return nothing;
  const template = io.shipped(jobTemplate(forge));
  if (template === undefined) throw new Error(`${jobTemplate(forge)} is not shipped`);
  const present = new Map<string, string>();
  for (const path of jobFiles(forge)) {
    const text = await io.readFile(resolve(root, path));
    if (text !== undefined) present.set(path, text);
  }
  return planCi(forge, template, present);
};
