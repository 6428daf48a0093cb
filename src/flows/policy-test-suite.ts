/** Policy test files: found, validated, and each test with its documents. */
import { posix } from 'node:path';
import policyTestSchema from '../../schemas/policy-test.schema.json' with { type: 'json' };
import { checkData } from '../data/check-data.ts';
import { type DataFile, dataError, parseData } from '../data/data-file.ts';
import { schemaValidator } from '../data/validator.ts';
import type { KindName } from '../model/document.ts';
import type { FindingState, Severity } from '../model/finding.ts';
import { didYouMean, UsageError } from '../model/usage-error.ts';
import { loadPolicy } from '../policy/load.ts';
import type { Policy } from '../policy/policy.ts';
import { isShipped } from '../policy/shipped.ts';
import type { Tree } from '../tree/tree.ts';
import { lintOwn } from './own-policies.ts';
import { readFrom } from './rules.ts';

/** A finding that a test expects. */
export interface Expected {
  readonly rule: string;
  readonly line: number;
  readonly path?: string;
  readonly severity?: Severity;
  readonly state?: FindingState;
  readonly waived?: boolean;
}

export interface TestData {
  readonly name: string;
  readonly asOf?: string;
  readonly config?: object;
  readonly kind?: KindName;
  readonly path?: string;
  readonly document?: string;
  readonly file?: string;
  readonly documents?: Readonly<Record<string, string>>;
  readonly files?: Readonly<Record<string, string>>;
  readonly template?: string;
  readonly templateFile?: string;
  readonly only?: readonly string[];
  readonly expect: readonly Expected[];
}

interface SuiteData {
  readonly policy: string;
  readonly asOf?: string;
  readonly config?: object;
  readonly tests: readonly TestData[];
}

const names = '*.policy-test.{yaml,yml,json}';
const notOurs = ['**/node_modules/**', '**/.git/**'];

/** The test files of a tree; none named means all. None found is a UsageError: a run that tests nothing must not pass. */
export const findTestFiles = async (tree: Tree, paths: readonly string[]): Promise<readonly string[]> => {
  const globs =
    paths.length === 0 ? [`**/${names}`] : paths.flatMap((path) => [path, `${posix.normalize(path).replace(/\/$/, '')}/**/${names}`]);
  const found = await tree.list(globs, notOurs);
  if (found.length === 0)
    throw new UsageError(
      `No policy test matched ${paths.length === 0 ? `**/${names}` : paths.join(', ')} in the ${tree.name}. Name a file, a folder or a quoted glob.`,
    );
  return found;
};

/** A test file with the policy it is about. */
export interface Suite {
  readonly file: DataFile;
  readonly data: SuiteData;
  readonly policy: Policy;
  /** Shipped name or path from the root. */
  readonly policyName: string;
}

const besides = (file: DataFile, path: string): string => posix.join(posix.dirname(file.path), path);

/** Reads a test file and the policy it names. */
export const loadSuite = async (tree: Tree, path: string): Promise<Suite> => {
  const file = parseData(path, (await readFrom(tree)(path)) ?? '');
  checkData(file, schemaValidator(policyTestSchema));
  const data = file.value as SuiteData;
  const policyName = isShipped(data.policy) ? data.policy : besides(file, data.policy);
  const policy = await loadPolicy(policyName, readFrom(tree));
  await lintOwn([policy], true);
  return { file, data, policyName, policy };
};

/** The id of a rule that a test names; a misspelt one would make a test that cannot fail. */
export const ruleIdOf = ({ file, policy }: Suite, rule: string, pointer: string): string => {
  const id = rule.includes('/') ? rule : `${policy.name}/${rule}`;
  const ids = policy.rules.map((known) => known.id);
  if (!ids.includes(id)) throw dataError(file, pointer, `The policy ${policy.name} has no rule "${rule}".${didYouMean(id, ids)}`);
  return id;
};

/** One test with the pointer at which it stands. */
export interface Test {
  readonly suite: Suite;
  readonly data: TestData;
  readonly pointer: string;
  readonly tree: Tree;
}

const textOf = async ({ suite, data, pointer, tree }: Test, key: 'file' | 'templateFile'): Promise<string> => {
  const path = besides(suite.file, data[key] ?? '');
  const text = await readFrom(tree)(path);
  if (text === undefined)
    throw dataError(
      suite.file,
      `${pointer}/${key}`,
      `There is no file ${path} in the ${tree.name}; the path is relative to the test file.`,
    );
  return text;
};

const sourcesOf = ({ document, file, documents }: TestData): number =>
  [document, file, documents].filter((given) => given !== undefined).length;

/** The documents of a test, by path. */
export const documentsOf = async (test: Test): Promise<Record<string, string>> => {
  const { suite, data, pointer } = test;
  if (sourcesOf(data) !== 1)
    throw dataError(suite.file, pointer, `The test "${data.name}" needs exactly one of "document", "file" and "documents".`);
  if (data.documents !== undefined) return { ...data.documents };
  const text = data.document ?? (await textOf(test, 'file'));
  return { [data.path ?? data.file?.replace(/^.*\//, '') ?? 'document.md']: text };
};

/** The template of a test's documents, if it has one. */
export const templateIn = async (test: Test): Promise<string | undefined> =>
  test.data.template ?? (test.data.templateFile === undefined ? undefined : textOf(test, 'templateFile'));
