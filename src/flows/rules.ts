/** Configuration → the compiled rules that apply to each document. */
import type { Config, RuleSettings } from '../config/types.ts';
import { dataError } from '../data/data-file.ts';
import type { KindName } from '../model/document.ts';
import { childPointer } from '../model/located.ts';
import { didYouMean, UsageError } from '../model/usage-error.ts';
import { type CompiledRule, compileRules } from '../policy/compile.ts';
import { applySetting, loadPolicy, unknownOptions } from '../policy/load.ts';
import type { Policy, Rule, Setting } from '../policy/policy.ts';
import { isShipped, shippedNames } from '../policy/shipped.ts';
import type { Tree } from '../tree/tree.ts';
import { lintOwn } from './own-policies.ts';

export interface RuleRequest {
  readonly tree: Tree;
  readonly config: Config;
  /** Policies instead of those of the configuration. */
  readonly only: readonly string[];
  readonly now: string;
}

/** Reads a policy file from a tree. */
export const readFrom =
  (tree: Tree) =>
  async (path: string): Promise<string | undefined> => {
    const bytes = await tree.read(path);
    return bytes === undefined ? undefined : new TextDecoder().decode(bytes);
  };

/** What the configuration says of a rule: of itself, else of its name in every policy. */
export const settingFor = (rule: Pick<Rule, 'id' | 'name'>, settings: RuleSettings): Setting | undefined => {
  const wide = settings[`*/${rule.name}`];
  const exact = settings[rule.id];
  if (wide === undefined || exact === undefined) return exact ?? wide;
  return { severity: exact.severity, options: { ...wide.options, ...exact.options } };
};

const configError = ({ file }: Config, pointer: string, message: string): UsageError =>
  dataError(file ?? { locate: () => 'configuration' }, pointer, message);

const keyError = (config: Config, pointer: string, message: string): UsageError =>
  dataError({ locate: config.file?.locateKey ?? (() => 'configuration') }, pointer, message);

/** A setting, and where the configuration states it. */
interface Stated {
  readonly id: string;
  readonly setting: Setting;
  readonly pointer: string;
}

const statedIn = (settings: RuleSettings, pointer: string): Stated[] =>
  Object.entries(settings).map(([id, setting]) => ({ id, setting, pointer: childPointer(pointer, id) }));

// Those of the whole project, and those of single documents.
const everyStated = ({ rules, documents }: Config): Stated[] => [
  ...statedIn(rules, '/rules'),
  ...documents.flatMap((entry, index) => statedIn(entry.rules, `/documents/${index}/rules`)),
];

const checkOne = (config: Config, { id, setting, pointer }: Stated, rules: readonly Rule[]): void => {
  const named = rules.filter((rule) => rule.id === id || `*/${rule.name}` === id);
  if (named.length === 0)
    throw keyError(
      config,
      pointer,
      `There is no rule "${id}".${didYouMean(
        id,
        rules.map((rule) => rule.id),
      )}`,
    );
  const [first] = named.flatMap((rule) => unknownOptions(rule, setting).map((name) => ({ name, rule })));
  if (first !== undefined)
    throw configError(
      config,
      pointer,
      `The rule "${first.rule.id}" has no option "${first.name}".${didYouMean(first.name, Object.keys(first.rule.options ?? {}))}`,
    );
};

// What a setting's options make of a rule is wrong where the setting stands.
const withSetting = (rule: Rule, settings: RuleSettings, config: Config): Rule => {
  const applied = applySetting(rule, settingFor(rule, settings));
  const stated = everyStated(config).find(
    ({ id, setting }) => setting.options !== undefined && settings[id] === setting && (id === rule.id || id === `*/${rule.name}`),
  );
  if (stated === undefined || config.file === undefined) return applied;
  const { locate, locateKey } = config.file;
  return { ...applied, stated: { locate: () => locate(stated.pointer), locateKey: () => locateKey(stated.pointer) } };
};

/** All policies that the configuration can mean: the shipped ones and its own. */
export const allPolicies = async ({ tree, config, only }: RuleRequest): Promise<Policy[]> => {
  const names = only.length > 0 ? only : [...shippedNames, ...config.policies];
  const policies = await Promise.all(names.map((name) => loadPolicy(name, readFrom(tree))));
  const own = policies.filter(({ origin }) => origin !== 'shipped');
  const clash = own.find(({ name }) => isShipped(name));
  if (clash !== undefined && only.length === 0)
    throw new UsageError(`${clash.origin}: The name "${clash.name}" is that of a shipped policy. Give your policy another name.`);
  await lintOwn(own, only.length > 0);
  return policies;
};

/** A function that gives the compiled rules for a kind under some settings; each combination is compiled once. */
export const ruleCompiler = (
  policies: readonly Policy[],
  { config, only, now }: RuleRequest,
): ((kind: KindName, settings: RuleSettings) => readonly CompiledRule[]) => {
  const every = policies.flatMap(({ rules }) => rules);
  if (only.length === 0) for (const stated of everyStated(config)) checkOne(config, stated, every);
  const cache = new Map<string, readonly CompiledRule[]>();
  return (kind, settings) => {
    const key = `${kind} ${JSON.stringify(settings)}`;
    const known = cache.get(key);
    if (known !== undefined) return known;
    const rules = policies
      .filter((policy) => policy.kind === kind || only.length > 0)
      .flatMap((policy) => policy.rules.map((rule) => withSetting(rule, settings, config)));
    const compiled = compileRules(rules, { now, calendar: config.calendar, ...(config.timezone && { timezone: config.timezone }) });
    cache.set(key, compiled);
    return compiled;
  };
};
