/** Policy tests: documents with the findings that a policy has to make of them, judged by the check itself. */
import { configOf } from '../config/config.ts';
import type { Config } from '../config/types.ts';
import type { Finding } from '../model/finding.ts';
import { childPointer } from '../model/located.ts';
import { memoryTree } from '../tree/memory.ts';
import type { Tree } from '../tree/tree.ts';
import { check } from './check.ts';
import { documentsOf, type Expected, findTestFiles, loadSuite, ruleIdOf, type Suite, type Test, templateIn } from './policy-test-suite.ts';

/** What came of one test. */
export interface PolicyTestResult {
  /** The test file. */
  readonly file: string;
  /** `path:line:column` of the test. */
  readonly place: string;
  readonly policy: string;
  readonly name: string;
  readonly expected: readonly Expected[];
  /** Expected, and not found. */
  readonly missing: readonly Expected[];
  /** Found, and not expected. */
  readonly unexpected: readonly Finding[];
}

export interface PolicyTestRequest {
  readonly tree: Tree;
  /** Files, folders or globs; none means every `*.policy-test.yaml`. */
  readonly paths: readonly string[];
  /** Now, for tests that do not say. */
  readonly now: string;
}

export const hasPassed = ({ missing, unexpected }: PolicyTestResult): boolean => missing.length === 0 && unexpected.length === 0;

const templatePath = 'policy-test-template.md';

// The test's files come first; policies, people and link targets may stand in the tree.
const testTree = (below: Tree, files: Readonly<Record<string, string>>): Tree => {
  const own = memoryTree(files);
  return {
    name: 'policy test',
    list: own.list,
    read: async (path) => (await own.read(path)) ?? below.read(path),
    has: async (path) => ((await own.has(path)) === true ? true : below.has(path)),
  };
};

const literal = (path: string): string => path.replace(/[*?[{]/g, '[$&]');

// Mistakes in the test's own configuration are named where they stand in the test file.
const configFor = async ({ suite, data, pointer }: Test, paths: readonly string[], template: string | undefined): Promise<Config> => {
  const own = data.config !== undefined;
  const base = own ? childPointer(pointer, 'config') : '/config';
  const stated = (own ? data.config : suite.data.config) ?? {};
  for (const id of Object.keys((stated as { rules?: object }).rules ?? {}))
    if (!id.startsWith('*/')) ruleIdOf(suite, id, childPointer(`${base}/rules`, id));
  const documents = [{ files: paths.map(literal), ...(template !== undefined && { template: templatePath }) }];
  const within = (inner: string): string => (inner.startsWith('/documents') ? pointer : `${base}${inner}`);
  const { path, locate, locateKey } = suite.file;
  const config = await configOf({
    path,
    value: { ...stated, documents },
    locate: (inner) => locate(within(inner)),
    locateKey: (inner) => locateKey(within(inner)),
  });
  return { ...config, ignore: [] };
};

const fits = (expected: Expected, finding: Finding): boolean =>
  finding.rule === expected.rule &&
  finding.place.path === expected.path &&
  finding.place.start.line === expected.line &&
  (expected.severity ?? finding.severity) === finding.severity &&
  (expected.state ?? finding.state) === finding.state &&
  (expected.waived ?? false) === (finding.waived !== undefined);

interface Comparison {
  readonly missing: readonly Expected[];
  readonly unexpected: readonly Finding[];
}

// Each finding answers one expectation.
const compare = (expected: readonly Expected[], findings: readonly Finding[]): Comparison => {
  const left = [...findings];
  const missing = expected.filter((one) => {
    const index = left.findIndex((finding) => fits(one, finding));
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
  return { missing, unexpected: left };
};

const judge = async (
  { tree, now }: PolicyTestRequest,
  test: Test,
  documents: Readonly<Record<string, string>>,
): Promise<readonly Finding[]> => {
  const { suite, data } = test;
  const template = await templateIn(test);
  const config = await configFor(test, Object.keys(documents), template);
  const files = { ...data.files, ...(template !== undefined && { [templatePath]: template }), ...documents };
  const instant = data.asOf ?? suite.data.asOf;
  const { report } = await check({
    tree: testTree(tree, files),
    config,
    paths: [],
    policies: [suite.policyName],
    now: instant === undefined ? now : new Date(instant).toISOString(),
    tool: { name: 'docgate', version: '0' },
    ...(data.kind && { kind: data.kind }),
  });
  return report.findings;
};

const runTest = async (request: PolicyTestRequest, test: Test): Promise<PolicyTestResult> => {
  const { suite, data, pointer } = test;
  const documents = await documentsOf(test);
  const first = Object.keys(documents)[0] ?? '';
  const expected = data.expect.map((one, index) => ({
    ...one,
    path: one.path ?? first,
    rule: ruleIdOf(suite, one.rule, `${pointer}/expect/${index}/rule`),
  }));
  const only = data.only?.map((rule, index) => ruleIdOf(suite, rule, `${pointer}/only/${index}`));
  const findings = (await judge(request, test, documents)).filter(({ rule }) => only?.includes(rule) ?? true);
  return {
    file: suite.file.path,
    place: suite.file.locate(pointer),
    policy: suite.policy.name,
    name: data.name,
    expected,
    ...compare(expected, findings),
  };
};

const testsOf = (suite: Suite, tree: Tree): Test[] =>
  suite.data.tests.map((data, index) => ({ suite, data, tree, pointer: childPointer('/tests', index) }));

/** Runs policy tests; a mistake in a test file is a UsageError that names its place. */
export const testPolicies = async (request: PolicyTestRequest): Promise<PolicyTestResult[]> => {
  const results: PolicyTestResult[] = [];
  for (const path of await findTestFiles(request.tree, request.paths)) {
    const suite = await loadSuite(request.tree, path);
    for (const test of testsOf(suite, request.tree)) results.push(await runTest(request, test));
  }
  return results;
};
