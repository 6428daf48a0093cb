import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { runRevoke } from '../../src/cli/revoke.ts';
import { runSign, type SignOptions } from '../../src/cli/sign.ts';
import { UsageError } from '../../src/model/usage-error.ts';
import { git } from '../tree/sandbox.ts';
import { desk } from './editing.ts';

const files = {
  'docs/approvals.md': '# Approvals\n\n| Role | Name | Decision | Date | Subject |\n|---|---|---|---|---|\n| QA | | | | |\n',
  'docs/plan.md': '# Plan\r\n\r\nText\r\n',
};

const digest = `sha256:${createHash('sha256').update('# Plan\n\nText\n').digest('hex')}`;

const options = (other: Partial<SignOptions> = {}): SignOptions => ({
  file: 'docs/approvals.md',
  role: 'qa',
  as: '@alice',
  decision: 'approved',
  subject: ['docs/plan.md'],
  ...other,
});

const signed = `| QA | @alice | approved | 2026-01-05T10:00Z | docs/plan.md ${digest} |\n`;

describe('docgate sign', () => {
  it('records who, when and what content, once', async () => {
    const { io, text, printed } = desk(files);
    expect(await runSign(options(), io)).toBe(0);
    expect(text('docs/approvals.md')).toBe(files['docs/approvals.md'].replace('| QA | | | | |\n', signed));
    expect(printed()).toBe('docs/approvals.md:5: QA approved by @alice\n');
    await runSign(options({ asOf: '2026-02-01T00:00:00Z' }), io);
    expect(text('docs/approvals.md')).toContain(signed);
    expect(printed()).toBe('docs/approvals.md: already recorded: QA approved by @alice\n');
  });

  it('takes the instant of --as-of and the paths of --cwd', async () => {
    const { io, text } = desk({ ...files, 'docgate.config.yaml': 'documents: [{ files: docs/*.md }]\n' });
    await runSign(options({ cwd: 'docs', file: 'approvals.md', subject: ['plan.md'], asOf: '2026-01-06T10:30:00+02:00' }), io);
    expect(text('docs/approvals.md')).toContain(`2026-01-06T08:30Z | docs/plan.md ${digest}`);
  });

  it('shows and does not write in a dry run', async () => {
    const { io, text, printed } = desk(files);
    await runSign(options({ dryRun: true }), io);
    expect(text('docs/approvals.md')).toBe(files['docs/approvals.md']);
    expect(printed()).toBe(`--- a/docs/approvals.md\n+++ b/docs/approvals.md\n@@ -5,1 +5,1 @@\n-| QA | | | | |\n+${signed}`);
  });

  it('asks git who signs', async () => {
    const people = '- handle: "@alice"\n  names: [Alice]\n  emails: [alice@example.com]\n';
    const { io, root, text } = desk({ ...files, 'docs/people.yaml': people });
    git(root, ['init', '-q']);
    git(root, ['config', 'user.email', 'alice@example.com']);
    git(root, ['config', 'user.name', 'Alice']);
    const { as: _as, ...anonymous } = options();
    await runSign(anonymous, io);
    expect(text('docs/approvals.md')).toContain('| QA | @alice | approved |');
    await runRevoke({ file: 'docs/approvals.md', role: 'QA', as: '@alice', note: 'flaky' }, io);
    expect(text('docs/approvals.md')).toMatch(/\| QA +\| @alice \| revoked +\| 2026-01-05T10:00Z \(flaky\) \| +\|\n$/);
  });

  it.each([
    [{ subject: ['docs/none.md'] }, /docs\/none\.md: There is no such file/],
    [{ subject: ['docs/approvals.md'] }, /its own subject/],
    [{ subject: ['../other.md'] }, /outside/],
    [{ file: 'docs/none.md' }, /no such file/],
    [{ as: '@' }, /no person/],
    [{ as: 'Jane | Doe' }, /"\|"/],
  ])('refuses %j', async (other, message) => {
    const { io } = desk(files);
    const error = await runSign(options(other), io).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(UsageError);
    expect((error as UsageError).message).toMatch(message);
  });

  it('refuses to sign for nobody', async () => {
    const { io } = desk(files);
    const { as: _as, ...anonymous } = options();
    await expect(runSign(anonymous, io)).rejects.toThrow(/--as @handle/);
  });
});
