/** Policy files → policies: validated, with what they extend taken over and their options settled. */
import policySchema from '../../schemas/policy.schema.json' with { type: 'json' };
import { checkData } from '../data/check-data.ts';
import { type DataFile, dataError, parseData } from '../data/data-file.ts';
import { schemaValidator } from '../data/validator.ts';
import { childPointer } from '../model/located.ts';
import { didYouMean, UsageError } from '../model/usage-error.ts';
import { helpOf, type Policy, type PolicyData, type Rule, type RuleData, type Setting, type StatedAt } from './policy.ts';
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

// The schema knows the scheme; the rest of an address it cannot tell.
const checkHelp = (file: DataFile): void => {
  const { helpUri, rules } = file.value as PolicyData;
  const stated = [
    ['/helpUri', helpUri] as const,
    ...Object.entries(rules).map(([name, rule]) => [`/rules/${name}/helpUri`, rule.helpUri] as const),
  ];
  const wrong = stated.find(([, address]) => address !== undefined && !URL.canParse(address));
  if (wrong !== undefined)
    throw dataError(file, wrong[0], `"helpUri" is "${wrong[1]}"; expected a web address such as https://example.com/rules.`);
};

const loadFile = async (path: string, read: ReadText): Promise<Loaded> => {
  const text = await read(path);
  if (text === undefined)
    throw new UsageError(
      `${path}: There is no such policy. Give a path relative to the configuration, or one of: ${shippedNames.join(', ')}.${didYouMean(path, shippedNames)}`,
    );
  const file = parseData(path, text);
  checkData(file, schemaValidator(policySchema));
  checkHelp(file);
  return { data: file.value as PolicyData, origin: path, file };
};

const loadNamed = async (name: string, read: ReadText): Promise<Loaded> =>
  isShipped(name) ? { data: await loadShipped(name), origin: 'shipped' } : loadFile(name, read);

/** A rule as a policy states it, with that policy. */
interface StatedRule {
  readonly data: RuleData;
  readonly by: Loaded;
}

// The base's rules first; a rule of the same name replaces it.
const inherited = async (loaded: Loaded, read: ReadText, above: readonly string[]): Promise<Record<string, StatedRule>> => {
  const rules: Record<string, StatedRule> = {};
  for (const [index, name] of (loaded.data.extends ?? []).entries()) {
    const target = isShipped(name) ? name : join(loaded.origin, name);
    if (above.includes(target))
      throw dataError(loaded.file ?? { locate: () => loaded.origin }, `/extends/${index}`, `"${name}" extends itself.`);
    const base = await loadNamed(target, read);
    Object.assign(rules, await inherited(base, read, [...above, target]));
  }
  const own = Object.entries(loaded.data.rules).map(([name, data]) => [name, { data, by: loaded }] as const);
  return { ...rules, ...Object.fromEntries(own) };
};

const statedAt = ({ locate, locateKey }: DataFile, rule: string): StatedAt => {
  const within = (pointer: string): string => `${childPointer('/rules', rule)}${pointer}`;
  return { locate: (pointer) => locate(within(pointer)), locateKey: (pointer) => locateKey(within(pointer)) };
};

// A rule that is taken over is explained where it comes from.
const pageOf = ({ data: { name: policy }, origin }: Loaded, name: string, { data, by }: StatedRule): string | undefined => {
  if (by.file !== undefined) return data.helpUri ?? by.data.helpUri;
  return helpOf(`${origin === 'shipped' ? policy : by.data.name}/${name}`);
};

const ruleOf = (loaded: Loaded, name: string, rule: StatedRule): Rule => {
  const help = pageOf(loaded, name, rule);
  const { file } = rule.by;
  return {
    ...rule.data,
    name,
    id: `${loaded.data.name}/${name}`,
    shipped: loaded.origin === 'shipped',
    ...(help !== undefined && { help }),
    ...(file !== undefined && { stated: statedAt(file, name) }),
  };
};

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
    rules: Object.entries(rules).map(([rule, stated]) => ruleOf(loaded, rule, stated)),
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
