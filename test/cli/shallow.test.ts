/** A shallow clone does not show when things happened: a check says so, and takes nothing for known. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { obeyed, runStep } from '../action/run.ts';
import { commit, folder, git, isolated, repository, write } from '../tree/sandbox.ts';
import { docgate, type Outcome } from './run.ts';

const report = `# Incident: Checkout returns 500

**Severity**: High
**Detected**: 2026-01-02T10:02Z
**Resolved**: 2026-01-02T11:02Z

## Timeline

| Time | Event |
|---|---|
| 2026-01-02T10:02Z | Detected |
| 2026-01-02T11:02Z | Resolved |

## Root Cause

The pool of connections was exhausted by a query that had lost its index.
`;

const approvals = '# Approvals\n\n| Role | Name | Decision | Date |\n|---|---|---|---|\n| QA | @qa-lead | approved | 2026-01-05 |\n';

const at = (time: string) => ({ ...isolated, GIT_AUTHOR_DATE: time, GIT_COMMITTER_DATE: time });

/** A whole repository, its report committed too late, and a clone of its last commit. */
const clones = (files: Readonly<Record<string, string>>): { whole: string; shallow: string } => {
  const whole = repository({ 'README.md': 'x\n' });
  commit(whole, 'start');
  write(whole, files);
  git(whole, ['add', '-A']);
  git(whole, ['commit', '-q', '-m', 'report'], at('2026-01-05T10:00:00Z'));
  for (const more of ['one', 'two']) git(whole, ['commit', '-q', '--allow-empty', '-m', more], at('2026-01-06T10:00:00Z'));
  const shallow = join(folder(), 'shallow');
  git(whole, ['clone', '-q', '--depth', '1', `file://${whole}`, shallow]);
  return { whole, shallow };
};

const incidents = { 'docs/incidents/INCIDENT-0001-checkout.md': report };
const asOf = ['--as-of', '2026-02-01'];
const check = (cwd: string, ...args: string[]): Outcome =>
  docgate(['check', ...asOf, ...args], { cwd, env: isolated as Record<string, string> });
const rulesIn = ({ stdout }: Outcome): string[] => JSON.parse(stdout).findings.map(({ rule }: { rule: string }) => rule);

const note =
  /^docgate: note: This is a shallow clone, so git cannot say when documents were reported, .* \(docs\/incidents\/INCIDENT-0001-checkout\.md\), .*fetch-depth: 0 in CI\. With --no-git nothing is asked\.\n$/;

describe('a check in a shallow clone', () => {
  it('says which facts of which documents git does not hold', () => {
    const { whole, shallow } = clones(incidents);
    const known = check(whole, '-f', 'json');
    expect(known.stderr).toBe('');
    expect(rulesIn(known)).toContain('incident/report-late');
    const unknown = check(shallow, '-f', 'json');
    expect(unknown.stderr).toMatch(note);
    expect(rulesIn(unknown)).not.toContain('incident/report-late');
  });

  it('says so when told to be quiet, too, and does not take the last commit for the first', () => {
    const { whole } = clones({ 'README.md': 'y\n' });
    write(whole, incidents);
    git(whole, ['add', '-A']);
    git(whole, ['commit', '-q', '-m', 'late'], at('2026-01-20T10:00:00Z'));
    const shallow = join(folder(), 'shallow');
    git(whole, ['clone', '-q', '--depth', '1', `file://${whole}`, shallow]);
    const quiet = check(shallow, '-q', '-f', 'json');
    expect(quiet.stderr).toMatch(note);
    expect(rulesIn(quiet)).not.toContain('incident/report-late');
  });

  it('reports the same with and without the note', () => {
    const { shallow } = clones(incidents);
    const [asked, again, unasked] = [check(shallow, '-f', 'json'), check(shallow, '-f', 'json'), check(shallow, '-f', 'json', '--no-git')];
    expect(asked.stdout).toBe(again.stdout);
    expect(asked.stdout).toBe(unasked.stdout);
    expect(unasked.stderr).toBe('');
  });

  it('says nothing where no rule asks for the history', () => {
    const { shallow } = clones({ 'docs/release-checklist.md': '# Release checklist\n\n- [x] Rollback tested\n' });
    expect(check(shallow)).toMatchObject({ code: 0, stderr: '' });
  });

  it('refuses to prove who signed', () => {
    const { whole, shallow } = clones({ 'docs/approvals.md': approvals });
    expect(check(whole, '--provenance').code).toBe(1);
    const { code, stdout, stderr } = check(shallow, '--provenance');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^docgate: docs\/approvals\.md: git cannot say who committed its sign-offs, .*fetch-depth: 0 in CI\)\.\n$/);
  });
});

describe('the Action in a shallow clone', () => {
  it('annotates the step with a warning', () => {
    const { shallow } = clones(incidents);
    const { log, stderr } = runStep({ cwd: shallow, inputs: { 'as-of': '2026-02-01' } });
    expect(stderr).toBe('');
    expect(obeyed(log)).toContainEqual({
      name: 'warning',
      properties: { title: 'docgate' },
      data: expect.stringMatching(/^This is a shallow clone/),
    });
  });
});
