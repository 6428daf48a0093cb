/** The configuration, judged: the waivers it states, and the settings that are meant until a day. */
import type { Config, RuleSettings } from '../config/types.ts';
import type { DataFile } from '../data/data-file.ts';
import { isOver } from '../model/calendar.ts';
import { childPointer } from '../model/located.ts';
import type { CompiledRule } from '../policy/compile.ts';
import { configuredDocument, type Stated } from '../policy/configured.ts';
import { type Judged, waiverRules } from '../policy/waivers.ts';
import type { Tree } from '../tree/tree.ts';
import { readSource } from './source.ts';

interface ConfiguredRequest {
  readonly tree: Tree;
  readonly config: Config;
  /** RFC 3339. */
  readonly now: string;
}

const waiversIn = ({ waivers }: Config, { locate }: DataFile): Stated[] =>
  waivers.map((waiver, index) => ({
    value: { ...waiver, raw: [waiver.rule, waiver.files, waiver.item].join(' ') },
    at: locate(`/waivers/${index}`),
  }));

/** A setting that is meant until a day. */
interface Dated {
  readonly what: string;
  readonly until?: string | undefined;
  readonly pointer: string;
}

const datedRules = (rules: RuleSettings, pointer: string): Dated[] =>
  Object.entries(rules).map(([id, { severity, until }]) => ({
    what: `${id} is set to "${severity}"`,
    until,
    pointer: childPointer(pointer, id),
  }));

const dated = ({ rules, documents }: Config): Dated[] => [
  ...datedRules(rules, '/rules'),
  ...documents.flatMap((entry, index) => [
    { what: `${entry.files.join(', ')} is governed in this way`, until: entry.until, pointer: `/documents/${index}/until` },
    ...datedRules(entry.rules, `/documents/${index}/rules`),
  ]),
];

const settingsIn = (config: Config, { locateKey }: DataFile, now: string): Stated[] =>
  dated(config).flatMap(({ what, until, pointer }) =>
    until === undefined
      ? []
      : [{ value: { what, until, state: isOver(until, now) ? 'overdue' : 'standing', raw: what }, at: locateKey(pointer) }],
  );

const aboutSettings = ({ rule }: CompiledRule): boolean => rule.id === 'configuration/overdue-setting';

/** The configuration as a judged document; undefined where it states nothing that is judged. */
export const judgedConfig = async (
  { tree, config, now }: ConfiguredRequest,
  rulesOf: (settings: RuleSettings) => readonly CompiledRule[],
): Promise<Judged | undefined> => {
  const { file } = config;
  if (file === undefined) return undefined;
  const lists = { waivers: waiversIn(config, file), settings: settingsIn(config, file, now) };
  if (lists.waivers.length + lists.settings.length === 0) return undefined;
  const rules = rulesOf(config.rules);
  return {
    document: configuredDocument(await readSource(tree, file.path), lists),
    rules: [...waiverRules(rules), ...rules.filter(aboutSettings)],
  };
};

/** The rules that judge a configuration by itself; waivers are judged after everything else. */
export const settingRules = ({ rules }: Judged): readonly CompiledRule[] => rules.filter(aboutSettings);
