/** The shipped policies are tested the way a user tests theirs: every rule fails once and passes once. */
import { describe, expect, it } from 'vitest';
import { parseData } from '../../src/data/data-file.ts';
import { hasPassed, testPolicies } from '../../src/flows/policy-test.ts';
import { kindNames } from '../../src/model/document.ts';
import { loadPolicy } from '../../src/policy/load.ts';
import { diskTree } from '../../src/tree/disk.ts';

const tree = diskTree(new URL('../..', import.meta.url).pathname);
const folder = 'test/policies';

const results = await testPolicies({ tree, paths: [folder], now: '2026-01-10T12:00:00.000Z' });

interface Test {
  readonly only?: readonly string[];
  readonly expect: readonly { readonly rule: string }[];
}

const testsOf = async (name: string): Promise<readonly Test[]> => {
  const path = `${folder}/${name}.policy-test.yaml`;
  const bytes = await tree.read(path);
  return (parseData(path, new TextDecoder().decode(bytes)).value as { tests: readonly Test[] }).tests;
};

/** Rules that a document alone cannot break, each with the fact it needs; their tests are those of the fact. */
const needFacts: Readonly<Record<string, string>> = {
  'approvals/self-approval': 'the author by git',
  'approvals/unknown-approver': 'the people file',
  'approvals/bot-approval': 'the people file',
  'approvals/role-not-held': 'the people file',
  'approvals/missing-subject': 'whether what was approved is there',
  'approvals/unknown-commit': 'the commit that a decision names',
  'approvals/early-approval': 'the first commit of what was approved',
  'approvals/copied-approval': 'the approvals of the release before',
  'approvals/unproved-approval': 'the committer of each row',
  'incident/clock-disagrees': 'the times of commits',
};

describe('the tests of the shipped policies', () => {
  it.each(results.map((result) => [`${result.policy}: ${result.name}`, result] as const))('%s', (_, result) => {
    expect({
      missing: result.missing,
      unexpected: result.unexpected.map(({ rule, place, state }) => ({ rule, line: place.start.line, state })),
    }).toEqual({ missing: [], unexpected: [] });
    expect(hasPassed(result)).toBe(true);
  });

  it.each(kindNames)('show every rule of %s fail and pass', async (name) => {
    const { rules } = await loadPolicy(name, async () => undefined);
    const tests = await testsOf(name);
    const fails = new Set(tests.flatMap((test) => test.expect.map(({ rule }) => rule)));
    const passes = (rule: string): boolean =>
      tests.some((test) => (test.only?.includes(rule) ?? true) && test.expect.every((one) => one.rule !== rule));
    const unshown = rules
      .filter(({ id, name: rule }) => !Object.hasOwn(needFacts, id) && !(fails.has(rule) && passes(rule)))
      .map(({ id }) => id);
    expect(unshown).toEqual([]);
  });

  it('leave out only rules that there are', async () => {
    const ids = (await Promise.all(kindNames.map((name) => loadPolicy(name, async () => undefined)))).flatMap(({ rules }) =>
      rules.map(({ id }) => id),
    );
    expect(Object.keys(needFacts).filter((id) => !ids.includes(id))).toEqual([]);
  });
});
