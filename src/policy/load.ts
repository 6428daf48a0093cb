/** Policy files → policies: validated, with what they extend taken over and their options settled. */
import policySchema from '../../schemas/policy.schema.json' with { type: 'json' };
import { checkData } from '../data/check-data.ts';
import { type DataFile, dataError, parseData } from '../data/data-file.ts';
import { schemaValidator } from '../data/validator.ts';
import { didYouMean, UsageError } from '../model/usage-error.ts';
import type { Policy, PolicyData, Rule, RuleData, Setting } from './policy.ts';
import { isShipped, loadShipped, shippedNames } from './shipped.ts';

/** Reads a file of the tree that policies come from. */
export type ReadText = (path: string) => Promise<string | undefined>;

const join = (from: string, to: string): string => {
  const steps = [...from.split('/').slice(0, -1), ...to.split('/')];
  const out: string[] = [];
  for (const step of steps) {
    if (step === '..' && out.length > 0 && out.at(-1) !== '..') out.pop();
    else if (step !== '.' && step !== '') out.push(step);
  }
  return out.join('/');
};

interface Loaded {
  readonly data: PolicyData;
  readonly origin: string;
  readonly file?: DataFile;
}

const loadFile = async (path: string, read: ReadText): Promise<Loaded> => {
  const text = await read(path);
  if (text === undefined)
    throw new UsageError(
      `${path}: There is no such policy. Give a path relative to the configuration, or one of: ${shippedNames.join(', ')}.${didYouMean(path, shippedNames)}`,
    );
  const file = parseData(path, text);
  checkData(file, schemaValidator(policySchema));
  return { data: file.value as PolicyData, origin: path, file };
};

const loadNamed = async (name: string, read: ReadText): Promise<Loaded> =>
  isShipped(name) ? { data: await loadShipped(name), origin: 'shipped' } : loadFile(name, read);

// The base's rules first; a rule of the same name replaces it.
const inherited = async (loaded: Loaded, read: ReadText, above: readonly string[]): Promise<Record<string, RuleData>> => {
  const rules: Record<string, RuleData> = {};
  for (const [index, name] of (loaded.data.extends ?? []).entries()) {
    const target = isShipped(name) ? name : join(loaded.origin, name);
    if (above.includes(target))
      throw dataError(loaded.file ?? { locate: () => loaded.origin }, `/extends/${index}`, `"${name}" extends itself.`);
    const base = await loadNamed(target, read);
    Object.assign(rules, await inherited(base, read, [...above, target]));
  }
  return { ...rules, ...loaded.data.rules };
};

const ruleOf = ({ data: { name: policy }, origin }: Loaded, name: string, data: RuleData): Rule => ({
  ...data,
  name,
  id: `${policy}/${name}`,
  shipped: origin === 'shipped',
});

/** A policy by shipped name or path, with what it extends. */
export const loadPolicy = async (nameOrPath: string, read: ReadText): Promise<Policy> => {
  const loaded = await loadNamed(nameOrPath, read);
  const { name, description, appliesTo } = loaded.data;
  const rules = await inherited(loaded, read, [nameOrPath]);
  return {
    name,
    description: description ?? '',
    kind: appliesTo?.kind ?? 'document',
    origin: loaded.origin,
    rules: Object.entries(rules).map(([rule, data]) => ruleOf(loaded, rule, data)),
  };
};

/** A rule with the severity and options that the configuration sets. */
export const applySetting = (rule: Rule, setting: Setting | undefined): Rule =>
  setting === undefined
    ? rule
    : {
        ...rule,
        severity: setting.severity,
        options: { ...rule.options, ...setting.options },
        shipped: rule.shipped && setting.options === undefined,
      };

/** The options that a setting names and the rule does not have. */
export const unknownOptions = (rule: Rule, setting: Setting): string[] =>
  Object.keys(setting.options ?? {}).filter((name) => !Object.hasOwn(rule.options ?? {}, name));
