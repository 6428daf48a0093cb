/** Signing what can count: by somebody of the people list, in a role that they hold, in roles that somebody asks for. */
import { describe, expect, it } from 'vitest';
import { runCheck } from '../../src/cli/check.ts';
import { runRevoke } from '../../src/cli/revoke.ts';
import { runSign, type SignOptions } from '../../src/cli/sign.ts';
import { UsageError } from '../../src/model/usage-error.ts';
import { git } from '../tree/sandbox.ts';
import { type Desk, desk } from './editing.ts';

const people = `people:
  - { handle: '@mara', names: [Mara], emails: [mara@example.com], roles: [Engineering] }
  - { handle: '@quinn', roles: [QA] }
  - { handle: '@any' }
  - { handle: '@robot', human: false }
`;

const config = (more = ''): string => `documents: [{ files: approvals.md, kind: approvals }]\n${people}${more}`;

const start = '# Approvals\n';

const office = (more = '', other: Record<string, string> = {}): Desk & { readonly noted: () => string } => {
  const noted: string[] = [];
  const made = desk(
    { 'approvals.md': start, 'docgate.config.yaml': config(more), ...other },
    { stderr: (text) => void noted.push(text), clock: Date.parse('2026-01-05T10:00:30Z') },
  );
  return { ...made, noted: () => noted.splice(0).join('') };
};

const options = (other: Partial<SignOptions>): SignOptions => ({
  file: 'approvals.md',
  role: 'QA',
  decision: 'approved',
  subject: [],
  ...other,
});

const refusal = async (other: Partial<SignOptions>, { io }: Desk): Promise<string> => {
  const error = await runSign(options(other), io).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(UsageError);
  return (error as UsageError).message;
};

describe('docgate sign by somebody who may not', () => {
  it.each<[Partial<SignOptions>, RegExp]>([
    [{ as: '@mara' }, /@mara does not hold the role "QA".*docgate\.config\.yaml.*Engineering.*@quinn/],
    [{ as: 'Mara', dryRun: true }, /@mara does not hold the role "QA"/],
    [{ as: '@mara', decision: 'abstained' }, /does not hold/],
    [{ as: '@mara', role: 'Enginering' }, /does not hold the role "Enginering".*Did you mean "Engineering"\?/],
    [{ as: '@ghost' }, /"@ghost" is not on the people list.*--as.*docgate\.config\.yaml/],
    [{ as: '@maro' }, /Did you mean "@mara"\?/],
    [{ as: '@robot' }, /"@robot" is not a human/],
  ])('refuses %j', async (other, message) => {
    const at = office();
    expect(await refusal(other, at)).toMatch(message);
    expect(at.text('approvals.md')).toBe(start);
  });

  it('refuses whom git names', async () => {
    const at = office();
    git(at.root, ['init', '-q']);
    git(at.root, ['config', 'user.email', 'mara@example.com']);
    git(at.root, ['config', 'user.name', 'Mara']);
    expect(await refusal({}, at)).toMatch(/@mara does not hold the role "QA"/);
    git(at.root, ['config', 'user.email', 'nobody@example.com']);
    git(at.root, ['config', 'user.name', 'Nobody']);
    expect(await refusal({}, at)).toMatch(/"nobody@example.com" is not on the people list/);
  });

  it('names a people file', async () => {
    const at = office('', {
      'docgate.config.yaml': 'documents: [{ files: approvals.md, kind: approvals }]\n',
      'docs/people.yaml': "- { handle: '@mara', roles: [Engineering] }\n",
    });
    expect(await refusal({ as: '@mara' }, at)).toMatch(/docs\/people\.yaml/);
  });

  it.each<[string, Partial<SignOptions>, string?]>([
    ['who holds the role', { as: '@quinn' }],
    ['who is listed without roles', { as: '@any' }],
    ['a veto, which stops in any case', { as: '@mara', decision: 'rejected' }],
    ['what the project lets pass', { as: '@mara' }, "rules: { 'approvals/role-not-held': off }\n"],
    ['whom the project lets pass', { as: '@ghost' }, "rules: { '*/unknown-approver': off }\n"],
  ])('records %s', async (_, other, more) => {
    const at = office(more);
    expect(await runSign(options(other), at.io)).toBe(0);
    expect(at.text('approvals.md')).toContain(`| QA | ${other.as} |`);
  });

  it('leaves alone documents whose rules do not ask who holds a role', async () => {
    const at = office('', { 'checklist.md': '# Release checklist\n\n- [x] a\n\n## Sign-offs\n\n- [ ] QA\n' });
    expect(await runSign(options({ file: 'checklist.md', as: '@mara' }), at.io)).toBe(0);
  });
});

describe('docgate sign in a role that nobody asks for', () => {
  const required =
    "rules: { 'approvals/missing-role': [error, { roles: [Operations] }], 'approvals/too-few-approvals': [error, { roles: { QA: 1 }, anyOf: [[CTO]] }] }\n";

  it('notes it, with the role that may be meant', async () => {
    const at = office(required);
    expect(await runSign(options({ as: '@any', role: 'Operatons' }), at.io)).toBe(0);
    expect(at.noted()).toMatch(/^docgate: note: .*"Operatons".*Did you mean "Operations"\?\n$/);
    expect(at.text('approvals.md')).toContain('| Operatons | @any |');
  });

  it.each(['operations', 'QA sign-off', 'CTO', 'Engineering'])('says nothing of %s', async (role) => {
    const at = office(required);
    await runSign(options({ as: '@any', role }), at.io);
    expect(at.noted()).toBe('');
  });

  it('says nothing of a role of the document, and where no role is required', async () => {
    const asked = office(required, {
      'approvals.md': '# Approvals\n\n| Role | Name | Decision | Date |\n|---|---|---|---|\n| Legal | | | |\n',
    });
    await runSign(options({ as: '@any', role: 'Legal' }), asked.io);
    expect(asked.noted()).toBe('');
    const open = office();
    await runSign(options({ as: '@any', role: 'Legal' }), open.io);
    expect(open.noted()).toBe('');
  });
});

describe('after a revocation', () => {
  it('the role is approved by somebody else who holds it', async () => {
    const at = office();
    await runSign(options({ as: '@any' }), at.io);
    await runRevoke({ file: 'approvals.md', role: 'QA', as: '@any' }, at.io);
    expect(await runCheck({ paths: [], policy: [], failOn: 'error', git: false, output: [] }, at.io)).toBe(1);
    await runSign(options({ as: '@quinn' }), at.io);
    at.printed();
    expect(await runCheck({ paths: [], policy: [], failOn: 'error', git: false, output: [] }, at.io)).toBe(0);
  });
});
