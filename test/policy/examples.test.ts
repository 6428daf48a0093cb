/** Every rule's examples do what its page says. */
import { describe, expect, it } from 'vitest';
import { kindNames } from '../../src/model/document.ts';
import { loadPolicy } from '../../src/policy/load.ts';
import { optionNames } from '../../src/policy/substitute.ts';
import { checkFiles, rulesOf } from '../checking.ts';

const policies = await Promise.all(kindNames.map((name) => loadPolicy(name, async () => undefined)));
const rules = policies.flatMap((policy) => policy.rules.map((rule) => ({ policy, rule, id: rule.id })));

const options: Readonly<Record<string, string>> = {
  'approvals/too-few-approvals': 'rules:\n  approvals/too-few-approvals: [error, {roles: [Engineering, QA]}]\n',
  'approvals/missing-role': 'rules:\n  approvals/missing-role: [error, {roles: [Engineering, QA]}]\n',
};

describe('the examples of every shipped rule', () => {
  it.each(rules.filter(({ rule }) => rule.examples !== undefined && rule.scope !== 'folder'))('$id', async ({ policy, rule, id }) => {
    const path = rule.examples?.path ?? 'docs/example.md';
    const judge = async (lines: readonly string[], at: string): Promise<string[]> =>
      rulesOf(
        (await checkFiles({ [at]: lines.join('\n') }, { paths: [at], kind: policy.kind, ...(options[id] && { config: options[id] }) }))
          .report.findings,
      );
    expect(await judge(rule.examples?.fails ?? [], path)).toContain(id);
    expect(
      await judge(rule.examples?.passes ?? [], id.endsWith('file-name-disagree') ? 'docs/incidents/INCIDENT-0007-checkout.md' : path),
    ).not.toContain(id);
  });
});

describe('the shipped policies', () => {
  it.each(rules)('$id explains itself', ({ rule }) => {
    expect(rule.description).toMatch(/^[A-Z].*\.$/);
    expect(rule.why).toMatch(/^[`"[A-Z0-9].*\.$/);
    expect(rule.message).toMatch(/[.)}]$/);
  });

  it.each(rules)('$id has a default for every option it uses', ({ rule }) => {
    expect(Object.keys(rule.options ?? {})).toEqual(expect.arrayContaining(optionNames(rule.schema)));
  });

  it('fill every placeholder of their messages', async () => {
    for (const { policy, rule } of rules.filter(({ rule }) => rule.examples !== undefined && rule.scope !== 'folder')) {
      const path = rule.examples?.path ?? 'docs/example.md';
      const { report } = await checkFiles({ [path]: (rule.examples?.fails ?? []).join('\n') }, { paths: [path], kind: policy.kind });
      for (const finding of report.findings) expect(`${finding.message} ${finding.fix ?? ''}`).not.toMatch(/\{\{|""|undefined|\[object/);
    }
  });
});
