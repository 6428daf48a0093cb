/** Each exit code, by the real binary. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { docgate } from './run.ts';

const folders: string[] = [];

const folder = (files: Readonly<Record<string, string>>): string => {
  const path = mkdtempSync(join(tmpdir(), 'docgate-cli-'));
  folders.push(path);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), text);
  }
  return path;
};

afterAll(() => {
  for (const path of folders) rmSync(path, { recursive: true });
});

const open = '# Release checklist\n\n- [ ] Rollback tested\n';
const done = '# Release checklist\n\n- [x] Rollback tested\n';
const draft = `---\nstatus: draft\n---\n\n${open}`;

describe('exit 0', () => {
  it('when all pass', () => expect(docgate(['check'], { cwd: folder({ 'docs/release-checklist.md': done }) }).code).toBe(0));
  it('when all is pending', () => expect(docgate(['check'], { cwd: folder({ 'docs/release-checklist.md': draft }) }).code).toBe(0));
  it.each([['--help'], ['--version'], ['check', '--help'], ['policy', 'list', '--help']])('for %s', (...args) =>
    expect(docgate(args).code).toBe(0),
  );
});

describe('exit 1', () => {
  const cwd = folder({ 'docs/release-checklist.md': open, 'd.md': draft, 'w.md': `${done}- [x] Rollback tested\n` });
  it('at an error', () => expect(docgate(['check'], { cwd }).code).toBe(1));
  it('at a pending finding with --fail-on pending', () =>
    expect(docgate(['check', 'd.md', '--kind', 'checklist', '--fail-on', 'pending'], { cwd }).code).toBe(1));
  it('at a warning with --fail-on warning', () => expect(docgate(['check', 'w.md', '--fail-on', 'warning'], { cwd }).code).toBe(1));
  it('at more warnings than --max-warnings', () => {
    expect(docgate(['check', 'w.md', '--max-warnings', '0'], { cwd }).code).toBe(1);
    expect(docgate(['check', 'w.md', '--max-warnings', '1'], { cwd }).code).toBe(0);
  });
});

describe('exit 2 with one line that says where and what to do', () => {
  const config = (text: string): string => folder({ 'docgate.config.yaml': text, 'docs/release-checklist.md': open });
  it.each([
    ['an unknown option', ['check', '--stagd'], '', /--staged/],
    ['an unknown command', ['chekc'], '', /check/],
    ['an unknown format', ['check', '--format', 'xml'], '', /pretty/],
    ['a missing file', ['check', 'nowhere.md'], '', /nowhere\.md: There is no such file/],
    ['a glob without matches', ['check', 'none/**/*.md'], '', /No file matched: none/],
    ['an unknown key', ['check'], 'documnets: []\n', /^docgate: docgate\.config\.yaml:1:1: .*documents/],
    ['an unknown kind', ['check'], 'documents:\n  - files: a.md\n    kind: cheklist\n', /docgate\.config\.yaml:3:11: .*checklist/],
    ['an unknown rule', ['check'], 'rules:\n  checklist/open-item: off\n', /docgate\.config\.yaml:2:3: .*checklist\/open-items/],
    ['an unknown rule option', ['check'], 'rules:\n  incident/duration-disagrees: [error, {tolerence: 2}]\n', /tolerance/],
    [
      'an unknown rule of some documents',
      ['check'],
      'documents:\n  - files: docs/**/*.md\n    rules:\n      checklist/open-item: off\n',
      /docgate\.config\.yaml:4:7: .*checklist\/open-items/,
    ],
    [
      'an unknown rule option of some documents',
      ['check'],
      'documents:\n  - files: docs/**/*.md\n    rules:\n      incident/duration-disagrees: [error, {tolerence: 2}]\n',
      /docgate\.config\.yaml:4:36: .*has no option "tolerence"\. Did you mean "tolerance"/,
    ],
    [
      'a rule option of a wrong type',
      ['check', 'docs/release-checklist.md', '--kind', 'approvals'],
      'rules:\n  approvals/missing-role: [error, {roles: QA}]\n',
      /^docgate: docgate\.config\.yaml:2:27: approvals\/missing-role: .*covers/,
    ],
    ['a wrong severity', ['check'], 'rules:\n  checklist/open-items: fatal\n', /docgate\.config\.yaml:2/],
    ['broken YAML', ['check'], 'documents: [\n', /docgate\.config\.yaml:\d+:\d+/],
    ['a missing policy', ['check'], 'policies: [policies/none.policy.json]\n', /policies\/none\.policy\.json/],
    ['an unknown time zone', ['check'], 'timezone: Europe/Berlim\n', /docgate\.config\.yaml:1:11: .*IANA/],
    ['a wrong instant', ['check', '--as-of', 'yesterday'], '', /2026-01-05T10:00:00Z/],
    ['a missing configuration', ['check', '--config', 'none.yaml'], '', /none\.yaml/],
    ['--staged outside git', ['check', '--staged'], '', /git/],
    ['two snapshots', ['check', '--staged', '--ref', 'HEAD'], '', /Choose one/],
    ['a missing rule', ['explain', 'checklist/open-itms'], '', /checklist\/open-items/],
    ['the beginning of a rule', ['explain', 'incident/rca'], '', /Did you mean "incident\/rca-overdue"\?/],
    ['the beginning of a rule without its policy', ['explain', 'rca'], '', /Did you mean "rca-overdue"\?/],
    ['a missing schema', ['schema', 'polcy'], '', /policy/],
    ['a missing shipped policy', ['policy', 'eject', 'incidents'], '', /incident/],
  ])('for %s', (_, args, text, message) => {
    const { code, stdout, stderr } = docgate(args, { cwd: config(text) });
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  it.each([['check'], ['status']])('in a short line when %s finds nothing', (command) => {
    const { code, stderr } = docgate([command], { cwd: folder({ 'a.md': open }) });
    expect(code).toBe(2);
    expect(stderr).toMatch(/^docgate: .*docs\/release-checklist\.md, .*docgate check FILE.*"documents" in docgate\.config\.yaml.*\n$/);
    expect(stderr).not.toMatch(/[{}]/);
    expect(stderr.length).toBeLessThan(280);
  });

  it('names no more than three patterns of a configuration', () => {
    const globs = ['a', 'b', 'c', 'd', 'e'].map((name) => `  - files: ${name}/*.md\n`).join('');
    const { stderr } = docgate(['check'], { cwd: folder({ 'docgate.config.yaml': `documents:\n${globs}` }) });
    expect(stderr).toContain('"documents" of docgate.config.yaml: a/*.md, b/*.md, c/*.md, and 2 more.');
  });

  it('says which patterns were tried and what was left out', () => {
    const { code, stderr } = docgate(['check'], {
      cwd: folder({ 'docgate.config.yaml': 'documents:\n  - files: docs/*.md\nignore: [docs/a.md]\n', 'docs/a.md': open }),
    });
    expect(code).toBe(2);
    expect(stderr).toContain('docs/*.md');
    expect(stderr).toContain('docs/a.md');
  });

  it('before any document is judged when a policy is wrong', () => {
    const policy =
      '{"name": "ours", "appliesTo": {"kind": "checklist"}, "rules": {"x": {"description": "X.", "severity": "eror", "message": "X.", "schema": {}}}}';
    const { code, stdout, stderr } = docgate(['check'], {
      cwd: folder({
        'docgate.config.yaml': 'policies: [ours.policy.json]\n',
        'ours.policy.json': policy,
        'docs/release-checklist.md': open,
      }),
    });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^docgate: ours\.policy\.json:1:\d+: .*eror.*Did you mean "error"/);
  });

  it('when a rule of the user could never fail', () => {
    const policy =
      '{"name": "ours", "appliesTo": {"kind": "checklist"}, "rules": {"x": {"description": "X.", "severity": "error", "message": "X.", "schema": {"required": ["taskz"]}}}}';
    const { code, stdout, stderr } = docgate(['check'], {
      cwd: folder({
        'docgate.config.yaml': 'policies: [ours.policy.json]\n',
        'ours.policy.json': policy,
        'docs/release-checklist.md': done,
      }),
    });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toBe('docgate: ours.policy.json:1:153: ours/x: There is no "taskz" at the top of the model. Did you mean "tasks"?\n');
  });

  it('when a policy of the user reaches no document', () => {
    const policy =
      '{"name": "ours", "appliesTo": {"kind": "incident"}, "rules": {"x": {"description": "X.", "severity": "error", "message": "X.", "schema": {}}}}';
    const { code, stderr } = docgate(['check'], {
      cwd: folder({
        'docgate.config.yaml': 'policies: [ours.policy.json]\n',
        'ours.policy.json': policy,
        'docs/release-checklist.md': done,
      }),
    });
    expect(code).toBe(2);
    expect(stderr).toMatch(/ours\.policy\.json: No governed document is read as incident/);
  });
});
