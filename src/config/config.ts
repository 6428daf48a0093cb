/** Configuration: found, validated, and with its defaults settled. Data only; nothing of it is executed. */
import type { DataFile } from '../data/data-file.ts';
import { type Calendar, isDay, isZone, type Weekday } from '../model/calendar.ts';
import type { KindName } from '../model/document.ts';
import { childPointer } from '../model/located.ts';
import type { Person } from '../model/people.ts';
import { UsageError } from '../model/usage-error.ts';
import type { Tree } from '../tree/tree.ts';
import type { ChangelogConfig } from './changelog.ts';
import { defaultDocuments, defaultIgnore } from './defaults.ts';
import type { Config, ConfiguredWaiver, RuleSetting, RuleSettings } from './types.ts';

type RawSetting = RuleSetting['severity'] | readonly [RuleSetting['severity'], Readonly<Record<string, unknown>>?] | RuleSetting;

type RawSettings = Readonly<Record<string, RawSetting>>;

interface RawConfig {
  readonly documents?: readonly {
    readonly files: string | readonly string[];
    readonly kind?: KindName;
    readonly template?: string;
    readonly until?: string;
    readonly optional?: boolean;
    readonly rules?: RawSettings;
  }[];
  readonly ignore?: readonly string[];
  readonly policies?: readonly string[];
  readonly rules?: RawSettings;
  readonly timezone?: string;
  readonly people?: string | readonly Person[];
  readonly waivers?: readonly ConfiguredWaiver[];
  readonly calendar?: {
    readonly timezone?: string;
    readonly workingDays?: readonly Weekday[];
    readonly workingHours?: string;
    readonly holidays?: readonly string[];
  };
  readonly changelog?: ChangelogConfig;
}

/** The names under which a configuration is looked for, in this order. */
export const configNames = ['docgate.config.yaml', 'docgate.config.yml', 'docgate.config.json'] as const;

const settingOf = (raw: RawSetting): RuleSetting => {
  if (typeof raw === 'string') return { severity: raw };
  if ('severity' in raw) return raw;
  const [severity, options] = raw;
  return options === undefined ? { severity } : { severity, options };
};

const settingsOf = (raw: RawSettings = {}): RuleSettings =>
  Object.fromEntries(Object.entries(raw).map(([id, setting]): [string, RuleSetting] => [id, settingOf(setting)]));

const calendarOf = ({ calendar = {}, timezone }: RawConfig): Calendar => {
  const [start = '00:00', end = '24:00'] = calendar.workingHours?.split('-') ?? [];
  return {
    timezone: calendar.timezone ?? timezone ?? 'UTC',
    workingDays: calendar.workingDays ?? ['mon', 'tue', 'wed', 'thu', 'fri'],
    start,
    end,
    holidays: calendar.holidays ?? [],
  };
};

const refuseZone = (zone: string | undefined, pointer: string, file: DataFile | undefined): void => {
  if (zone === undefined || isZone(zone)) return;
  throw new UsageError(
    `${file?.locate(pointer) ?? 'configuration'}: "${zone}" is not a time zone; expected an IANA name such as Europe/Berlin.`,
  );
};

const refuseDay = (day: string | undefined, pointer: string, file: DataFile | undefined): void => {
  if (day === undefined || isDay(day)) return;
  throw new UsageError(`${file?.locate(pointer) ?? 'configuration'}: "${day}" is not a day; expected YYYY-MM-DD.`);
};

const refuseDays = (rules: RuleSettings, pointer: string, file: DataFile | undefined): void => {
  for (const [id, { until }] of Object.entries(rules)) refuseDay(until, `${childPointer(pointer, id)}/until`, file);
};

// What a schema cannot tell: zones and days that there are not.
const refuseImpossible = (config: Config, { timezone, changelog }: RawConfig): Config => {
  refuseZone(timezone, '/timezone', config.file);
  refuseZone(changelog?.timezone, '/changelog/timezone', config.file);
  refuseDays(config.rules, '/rules', config.file);
  for (const [index, { until, rules }] of config.documents.entries()) {
    refuseDay(until, `/documents/${index}/until`, config.file);
    refuseDays(rules, `/documents/${index}/rules`, config.file);
  }
  return config;
};

const resolve = (raw: RawConfig, file?: DataFile): Config =>
  refuseImpossible(
    {
      ...(file && { file }),
      documents:
        raw.documents?.map((entry) => ({
          files: typeof entry.files === 'string' ? [entry.files] : entry.files,
          rules: settingsOf(entry.rules),
          ...(entry.kind && { kind: entry.kind }),
          ...(entry.template && { template: entry.template }),
          ...(entry.until && { until: entry.until }),
          ...(entry.optional && { optional: true }),
        })) ?? defaultDocuments,
      ignore: [...defaultIgnore, ...(raw.ignore ?? [])],
      policies: raw.policies ?? [],
      rules: settingsOf(raw.rules),
      waivers: raw.waivers ?? [],
      calendar: calendarOf(raw),
      changelog: raw.changelog ?? {},
      ...(raw.timezone && { timezone: raw.timezone }),
      ...(raw.people && { people: raw.people }),
    },
    raw,
  );

/** The configuration of a parsed file. Throws a UsageError that names place and remedy. */
export const configOf = async (file: DataFile): Promise<Config> => {
  // Without a configuration nothing has to be parsed or compiled.
  const [{ checkData }, { schemaValidator }, { default: configSchema }] = await Promise.all([
    import('../data/check-data.ts'),
    import('../data/validator.ts'),
    import('../../schemas/config.schema.json', { with: { type: 'json' } }),
  ]);
  checkData(file, schemaValidator(configSchema));
  return resolve(file.value as RawConfig, file);
};

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

const parse = async (path: string, bytes: Uint8Array): Promise<DataFile> =>
  (await import('../data/data-file.ts')).parseData(path, text(bytes));

const inPackage = async (tree: Tree): Promise<DataFile | undefined> => {
  const bytes = await tree.read('package.json');
  if (bytes === undefined || !text(bytes).includes('"docgate"')) return undefined;
  const file = await parse('package.json', bytes);
  const value = (file.value as { docgate?: unknown }).docgate;
  return typeof value === 'object' && value !== null
    ? {
        path: file.path,
        value,
        locate: (pointer) => file.locate(`/docgate${pointer}`),
        locateKey: (pointer) => file.locateKey(`/docgate${pointer}`),
      }
    : undefined;
};

const findFile = async (tree: Tree, name: string | undefined): Promise<DataFile | undefined> => {
  const names = name === undefined ? configNames : [name];
  const files = await Promise.all(names.map(async (path) => ({ path, bytes: await tree.read(path) })));
  for (const { path, bytes } of files) if (bytes !== undefined) return parse(path, bytes);
  return name === undefined ? inPackage(tree) : undefined;
};

const namesDocgate = (manifest: string): boolean => {
  if (!manifest.includes('"docgate"')) return false;
  try {
    const { docgate } = JSON.parse(manifest) as { readonly docgate?: unknown };
    return typeof docgate === 'object' && docgate !== null;
  } catch {
    // Whoever loads it says where it is wrong.
    return true;
  }
};

/** Whether a folder of a tree, `''` or ending in `/`, holds a configuration of its own. */
export const holdsConfig = async (tree: Tree, folder = ''): Promise<boolean> => {
  const [manifest, ...files] = await Promise.all([
    tree.read(`${folder}package.json`),
    ...configNames.map((name) => tree.has(`${folder}${name}`)),
  ]);
  return files.includes(true) || (manifest !== undefined && namesDocgate(text(manifest)));
};

/** The configuration of a tree: the named file, else the first of `configNames`, else package.json, else the defaults. */
export const loadConfig = async (tree: Tree, name?: string): Promise<Config> => {
  const file = await findFile(tree, name);
  if (file !== undefined) return configOf(file);
  if (name !== undefined) throw new UsageError(`${name}: There is no such configuration in the ${tree.name}.`);
  return resolve({});
};
