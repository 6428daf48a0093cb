/** Inputs of the GitHub Action: variables `INPUT_<NAME>` → the options of a check. */
import { type CheckOptions, type FailOn, failLevels } from '../cli/check.ts';
import { type KindName, kindNames } from '../model/document.ts';
import { didYouMean, UsageError } from '../model/usage-error.ts';
import { type FormatName, formatNames } from '../report/index.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** The inputs, as action.yml lists them. */
export const inputNames = [
  'paths',
  'kind',
  'policy',
  'format',
  'output',
  'fail-on',
  'max-warnings',
  'staged',
  'ref',
  'as-of',
  'provenance',
  'no-git',
  'annotations',
  'summary',
  'sarif-file',
  'config',
  'working-directory',
] as const;

type InputName = (typeof inputNames)[number];

// The runner turns spaces into underscores and leaves hyphens.
const textOf = (env: Environment, name: InputName): string | undefined => env[`INPUT_${name.toUpperCase()}`]?.trim() || undefined;

const choiceIn = <T extends string>(env: Environment, name: InputName, known: readonly T[]): T | undefined => {
  const text = textOf(env, name);
  const choice = known.find((one) => one === text);
  if (text !== undefined && choice === undefined)
    throw new UsageError(`Input ${name}: "${text}" is not one of: ${known.join(', ')}.${didYouMean(text, known)}`);
  return choice;
};

const choiceOf = <T extends string>(env: Environment, name: InputName, known: readonly [T, ...T[]]): T =>
  choiceIn(env, name, known) ?? known[0];

// Booleans of YAML 1.2, as a workflow spells them.
const flagOf = (env: Environment, name: InputName, fallback: boolean): boolean => {
  const text = textOf(env, name) ?? String(fallback);
  if (/^(?:true|True|TRUE)$/.test(text)) return true;
  if (/^(?:false|False|FALSE)$/.test(text)) return false;
  throw new UsageError(`Input ${name}: "${text}" is neither true nor false.`);
};

const linesOf = (env: Environment, name: InputName): string[] =>
  (textOf(env, name) ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

const pathsOf = (env: Environment): string[] => {
  const paths = linesOf(env, 'paths');
  if (paths.includes('-'))
    throw new UsageError('Input paths: "-" is standard input, which a step does not have. Name files, folders or globs.');
  return paths;
};

const countIn = (env: Environment, name: InputName): string | undefined => {
  const text = textOf(env, name);
  if (text !== undefined && !/^\d+$/.test(text)) throw new UsageError(`Input ${name}: "${text}" is not a whole number.`);
  return text;
};

// The first formats go to the files, the others to the log.
const printingOf = (env: Environment): Pick<CheckOptions, 'format' | 'output' | 'summary' | 'log'> => {
  const format: FormatName = choiceOf(env, 'format', formatNames);
  const [sarif, output] = [textOf(env, 'sarif-file'), textOf(env, 'output')];
  const annotated = flagOf(env, 'annotations', true) && !(format === 'github' && output === undefined);
  const files = [...(sarif === undefined ? [] : ['sarif' as const]), format];
  return {
    format: annotated ? [...files, 'github'] : files,
    output: [sarif, output].filter((file) => file !== undefined),
    summary: flagOf(env, 'summary', true),
    log: true,
  };
};

// What is judged, by what, and whom it asks.
const askingOf = (env: Environment): Pick<CheckOptions, 'kind' | 'policy' | 'provenance' | 'git'> => {
  const kind: KindName | undefined = choiceIn(env, 'kind', kindNames);
  return {
    ...(kind && { kind }),
    policy: linesOf(env, 'policy'),
    ...(flagOf(env, 'provenance', false) && { provenance: true }),
    git: !flagOf(env, 'no-git', false),
  };
};

/** The options that the inputs ask for. An input that cannot be read is a UsageError that names it. */
export const readInputs = (env: Environment): CheckOptions => ({
  paths: pathsOf(env),
  failOn: choiceOf<FailOn>(env, 'fail-on', failLevels),
  maxWarnings: countIn(env, 'max-warnings'),
  staged: flagOf(env, 'staged', false),
  ref: textOf(env, 'ref'),
  asOf: textOf(env, 'as-of'),
  config: textOf(env, 'config'),
  cwd: textOf(env, 'working-directory'),
  ...askingOf(env),
  ...printingOf(env),
});
