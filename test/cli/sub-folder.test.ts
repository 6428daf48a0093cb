/** In a sub-folder without a configuration: what writes works at the top of the repository, what judges is about the folder, in the paths of the repository. */
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commit, folder, git, isolated, repository, write } from '../tree/sandbox.ts';
import { docgate } from './run.ts';

const checklist = '# Release checklist\n\n- [x] Rollback tested\n';
const incident = (title: string): string[] => ['new', 'incident', title, '--severity', 'low', '--detected', '2026-01-05T10:02Z'];

const project = (files: Readonly<Record<string, string>> = {}): { top: string; sub: string } => {
  const top = repository({ 'CHANGELOG.md': '# Changelog\n', 'docs/release-checklist.md': checklist, 'sub/deep/a.txt': 'x\n', ...files });
  commit(top, 'feat: a');
  return { top, sub: join(top, 'sub/deep') };
};

const run = (cwd: string, ...args: string[]): { code: number | null; stdout: string; stderr: string } =>
  docgate(args, { cwd, env: isolated as Record<string, string> });

const added = (top: string): string[] =>
  git(top, ['status', '--porcelain', '-uall', '-z'])
    .split('\0')
    .filter((entry) => entry !== '')
    .map((entry) => entry.slice(3))
    .sort();

describe('a command that writes, in a sub-folder', () => {
  it('numbers reports with those of the whole repository', () => {
    const { top, sub } = project();
    expect(run(top, ...incident('A')).code).toBe(0);
    expect(run(sub, ...incident('B')).stdout).toContain('docs/incidents/INCIDENT-0002-b.md: created');
    expect(added(top)).toEqual(['docs/incidents/INCIDENT-0001-a.md', 'docs/incidents/INCIDENT-0002-b.md']);
  });

  it.each<[string, string[], string[]]>([
    ['changelog', ['changelog', '--write'], ['CHANGELOG.md']],
    ['changelog fragment', ['changelog', 'fragment', 'added', 'A thing'], []],
    ['release', ['new', 'release', '1.4.0'], []],
    ['policy', ['new', 'policy', 'house', '--kind', 'checklist'], ['policies/house.policy.yaml']],
    ['notes', ['notes', '1.1.0', '--write'], ['docs/releases/1.1.0/release-notes.md']],
    ['template', ['template', 'eject', 'incident'], []],
    ['init', ['init', '--yes', '--no-hook', '--ci', 'none'], ['docgate.config.yaml']],
  ])('makes the %s at the top', (_, args, files) => {
    const { top, sub } = project();
    const { code, stderr } = run(sub, ...args);
    expect({ code, stderr: code === 0 ? '' : stderr }).toEqual({ code: 0, stderr: '' });
    const made = added(top);
    expect(made.length).toBeGreaterThan(0);
    expect(made.filter((path) => path.startsWith('sub/'))).toEqual([]);
    expect(made).toEqual(expect.arrayContaining(files));
  });

  it('signs for what a check of the repository finds again, with its people', () => {
    const { top, sub } = project({
      'docs/people.yaml': '- handle: "@qa-lead"\n  names: [QA Lead]\n  emails: [test@example.com]\n  roles: [QA]\n',
      'sub/deep/approvals.md': '# Approvals\n\n| Role | Name | Decision | Date | Subject |\n|-|-|-|-|-|\n| QA | | | | |\n',
      'sub/deep/plan.md': '# Plan\n',
    });
    const signed = run(
      sub,
      'sign',
      'approvals.md',
      '--role',
      'QA',
      '--as',
      '@qa-lead',
      '--subject',
      'plan.md',
      '--subject',
      '../../CHANGELOG.md',
    );
    expect(signed.stderr).toBe('');
    const row = readFileSync(join(sub, 'approvals.md'), 'utf8').split('\n')[4];
    expect(row).toMatch(/@qa-lead \| approved \| .* \| sub\/deep\/plan\.md sha256:\w+, \/?CHANGELOG\.md sha256:\w+ \|$/);
    const check = (): string[] =>
      JSON.parse(run(top, 'check', 'sub/deep/approvals.md', '--kind', 'approvals', '--format', 'json').stdout)
        .findings.map(({ rule }: { rule: string }) => rule)
        .filter((rule: string) => /subject|stale|unknown/.test(rule));
    expect(check()).toEqual([]);
    write(top, { 'sub/deep/plan.md': '# Another plan\n' });
    expect(check()).toContain('approvals/stale-approval');
    expect(run(sub, 'revoke', 'approvals.md', '--role', 'QA', '--as', '@qa-lead').stdout).toBe(
      'sub/deep/approvals.md:6: QA revoked by @qa-lead\n',
    );
    expect(run(join(top, 'docs'), 'tick', 'release-checklist.md:3', '--open').stdout).toBe(
      'docs/release-checklist.md:3: open: "Rollback tested"\n',
    );
  });

  it('signs as whom the people of the repository know by git', () => {
    const { top, sub } = project({
      'docs/people.yaml': '- handle: "@qa-lead"\n  names: [QA Lead]\n  emails: [qa@example.com]\n',
      'sub/deep/approvals.md': '# Approvals\n\n| Role | Name | Decision | Date |\n|-|-|-|-|\n| QA | | | |\n',
    });
    git(top, ['config', 'user.email', 'qa@example.com']);
    git(top, ['config', 'user.name', 'Somebody']);
    expect(run(sub, 'sign', 'approvals.md', '--role', 'QA').stdout).toBe('sub/deep/approvals.md:5: QA approved by @qa-lead\n');
  });

  it('leaves nothing in the sub-folder but what is named there', () => {
    const { top, sub } = project();
    expect(run(sub, ...incident('A'), '--to', 'here.md').code).toBe(0);
    expect(run(top, 'notes', '1.1.0', '--write', '-o', 'notes.md', '--cwd', 'sub/deep').code).toBe(0);
    expect(added(top)).toEqual(['sub/deep/here.md', 'sub/deep/notes.md']);
    expect(readdirSync(sub).sort()).toEqual(['a.txt', 'here.md', 'notes.md']);
  });

  it('agrees with --check from everywhere', () => {
    const { top, sub } = project();
    expect(run(sub, 'changelog', '--write').code).toBe(0);
    expect(readFileSync(join(top, 'CHANGELOG.md'), 'utf8')).toMatch(/^- a \(/m);
    for (const cwd of [top, sub]) expect(run(cwd, 'changelog', '--check').code).toBe(0);
  });

  it('prefers a configuration above it to the top', () => {
    const { top, sub } = project({ 'sub/docgate.config.yaml': 'documents:\n  - files: docs/**/*.md\n' });
    expect(run(sub, ...incident('A')).code).toBe(0);
    expect(added(top)).toEqual(['sub/docs/incidents/INCIDENT-0001-a.md']);
  });

  it('works where it stands outside of a repository', () => {
    const outside = folder();
    mkdirSync(join(outside, 'sub'));
    expect(run(join(outside, 'sub'), ...incident('A')).code).toBe(0);
    expect(existsSync(join(outside, 'sub/docs/incidents/INCIDENT-0001-a.md'))).toBe(true);
  });

  it('knows the top of a linked work tree', () => {
    const { top } = project();
    const linked = join(folder(), 'linked');
    git(top, ['worktree', 'add', '-q', linked]);
    expect(run(join(linked, 'sub/deep'), ...incident('A')).code).toBe(0);
    expect(added(linked)).toEqual(['docs/incidents/INCIDENT-0001-a.md']);
    expect(added(top)).toEqual([]);
  });
});

describe('a command that judges, in a sub-folder', () => {
  const approvals =
    '# Approvals\n\nSee [the log](../../CHANGELOG.md), [the same](/CHANGELOG.md) and [nothing](../../gone.md).\n\n| Role | Name | Decision | Date | Subject |\n|-|-|-|-|-|\n| QA | @qa-lead | approved | 2026-01-05 | ../../CHANGELOG.md |\n';
  interface Told {
    readonly files: readonly { readonly path: string }[];
    readonly findings: readonly { readonly path: string; readonly rule: string; readonly fingerprint: string }[];
  }
  const told = (cwd: string, ...args: string[]): Told =>
    JSON.parse(run(cwd, 'check', ...args, '--as-of', '2026-11-21T12:00:00Z', '-f', 'json').stdout) as Told;
  const files = (cwd: string, ...args: string[]): string[] => told(cwd, ...args).files.map(({ path }) => path);

  it('is about what is below the folder, in the paths of the repository', () => {
    const { top, sub } = project();
    write(top, { 'sub/deep/docs/release-checklist.md': checklist });
    expect(files(sub)).toEqual(['sub/deep/docs/release-checklist.md']);
    expect(files(top)).toContain('docs/release-checklist.md');
    git(top, ['add', '-A']);
    expect(files(sub, '--staged')).toEqual(['sub/deep/docs/release-checklist.md']);
    commit(top, 'docs: a');
    expect(files(sub, '--ref', 'HEAD')).toEqual(['sub/deep/docs/release-checklist.md']);
    expect(run(sub, 'status').stdout).toContain('sub/deep/docs/release-checklist.md');
  });

  it('says the same of a document as at the top', () => {
    const { top, sub } = project({ 'sub/deep/approvals.md': approvals });
    const atTop = told(top, 'sub/deep/approvals.md', '--kind', 'approvals');
    expect(atTop.findings.map(({ rule }) => rule)).toContain('approvals/broken-link');
    expect(told(sub, 'approvals.md', '--kind', 'approvals')).toEqual(atTop);
    expect(told(sub, '../../sub/deep/approvals.md', '--kind', 'approvals')).toEqual(atTop);
    expect(told(sub, 'approvals.md', '--kind', 'approvals', '--ref', 'HEAD').findings).toEqual(
      told(top, 'sub/deep/approvals.md', '--kind', 'approvals', '--ref', 'HEAD').findings,
    );
  });

  it('takes the name of the folder as a name', () => {
    const { top } = project({ '[draft] {a}/docs/release-checklist.md': checklist });
    expect(files(join(top, '[draft] {a}'))).toEqual(['[draft] {a}/docs/release-checklist.md']);
  });

  it('says what to do where nothing is governed', () => {
    const { code, stderr } = run(project().sub, 'check');
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('usual names') });
  });

  it('stays where it is outside of a repository', () => {
    const outside = folder();
    write(outside, { 'sub/docs/release-checklist.md': checklist });
    expect(files(join(outside, 'sub'))).toEqual(['docs/release-checklist.md']);
  });
});

describe('a package.json on the way up', () => {
  const found = (manifest: string): string => {
    const { sub } = project({
      'docgate.config.yaml': 'documents: [{ files: "**/gate.md", kind: checklist }]\n',
      'sub/package.json': manifest,
      'sub/deep/gate.md': checklist,
    });
    const { stdout, stderr } = run(sub, 'check', '--format', 'json', 'gate.md');
    return stderr === '' ? (JSON.parse(stdout) as { files: { path: string }[] }).files.map(({ path }) => path).join() : stderr;
  };

  it.each([
    ['holds a configuration', '{ "docgate": { "documents": [{ "files": "**/gate.md", "kind": "checklist" }] } }', 'deep/gate.md'],
    ['only mentions the name', '{ "overrides": { "docgate": { "yaml": "2.9.1" } } }', 'sub/deep/gate.md'],
  ])('that %s', (_, manifest, path) => expect(found(manifest)).toBe(path));

  it('that cannot be read is told with its place', () => {
    expect(found('{ "docgate": {')).toMatch(/^docgate: package\.json:1:\d+: /);
  });
});
