import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folder, git, isolated, repository, write } from '../tree/sandbox.ts';
import { docgate, repositoryFolder } from './run.ts';

const checklist = '# Release checklist 1.4.0\n\n- [x] One\n- [ ] Two\n';
const files = { 'docs/releases/1.4.0/checklist.md': checklist, 'docs/people.yaml': '- handle: "@qa-lead"\n' };
const env = Object.fromEntries(Object.entries(isolated).filter((entry): entry is [string, string] => entry[1] !== undefined));

const init = (root: string, ...args: string[]) => docgate(['init', ...args], { cwd: root, env });
const text = (root: string, path: string): string => readFileSync(join(root, path), 'utf8');
const everything = (root: string): string[] => readdirSync(root, { recursive: true, encoding: 'utf8' }).sort();

describe('docgate init', () => {
  it('prints the changes for a dry run and writes nothing', () => {
    const root = repository(files);
    const before = everything(root);
    const { code, stdout } = init(root, '--dry-run', '--ci', 'github');
    expect(code).toBe(0);
    expect(stdout).toContain('+++ b/docgate.config.yaml');
    expect(stdout).toContain('+++ b/.git/hooks/pre-commit');
    expect(stdout).toContain('+++ b/.github/workflows/docgate.yml');
    expect(everything(root)).toEqual(before);
  });

  it('writes nothing where nobody can be asked, and says so with 2', () => {
    const root = repository(files);
    const before = everything(root);
    const { code, stdout, stderr } = init(root);
    expect(code).toBe(2);
    expect(stdout).toContain('+++ b/docgate.config.yaml');
    expect(stderr).toContain('docgate init --yes');
    expect(everything(root)).toEqual(before);
  });

  it('sets everything up with --yes, so that the first check passes', () => {
    const root = repository(files);
    const { code, stdout } = init(root, '--yes', '--ci', 'github', '--as-of', '2026-11-21T10:00:00Z');
    expect(code).toBe(0);
    expect(stdout).toContain('docs/releases/*/checklist.md');
    expect(text(root, 'docgate.config.yaml')).toContain('checklist/open-items: { severity: warning, until: "2026-12-21" }');
    expect(text(root, '.github/workflows/docgate.yml')).toBe(text(repositoryFolder, 'templates/ci/github-check.yml'));
    expect(statSync(join(root, '.git/hooks/pre-commit')).mode & 0o111).toBe(0o111);
    const checked = docgate(['check'], { cwd: root, env });
    expect(checked.code, checked.stdout).toBe(0);
    expect(checked.stdout).toContain('Open item: "Two"');
  });

  it('adds only what is missing when it runs again', () => {
    const root = repository(files);
    init(root, '--yes', '--no-hook');
    const config = text(root, 'docgate.config.yaml');
    const second = init(root, '--yes');
    expect(second.code).toBe(0);
    expect(second.stdout).toContain('docgate.config.yaml is there already and is left as it is.');
    expect(existsSync(join(root, '.git/hooks/pre-commit'))).toBe(true);
    expect(text(root, 'docgate.config.yaml')).toBe(config);
    const before = everything(root);
    const third = init(root);
    expect(third.code).toBe(0);
    expect(third.stdout).toContain('Nothing to add.');
    expect(everything(root)).toEqual(before);
  });

  it('keeps whatever stands in its way', () => {
    const root = repository({ ...files, '.github/workflows/docgate.yml': 'mine\n', '.git/hooks/pre-commit': '#!/bin/sh\nexit 0\n' });
    chmodSync(join(root, '.git/hooks/pre-commit'), 0o755);
    const { code } = init(root, '--yes');
    expect(code).toBe(0);
    expect(text(root, '.github/workflows/docgate.yml')).toBe('mine\n');
    expect(text(root, '.git/hooks/pre-commit.before-docgate')).toBe('#!/bin/sh\nexit 0\n');
  });

  it('sees the configuration of package.json', () => {
    const root = repository({ ...files, 'package.json': '{ "docgate": { "timezone": "Europe/Rome" } }\n' });
    expect(init(root, '--yes').stdout).toContain('package.json is there already');
    expect(existsSync(join(root, 'docgate.config.yaml'))).toBe(false);
  });

  it('uses the hook manager of the repository', () => {
    const root = repository({ ...files, 'lefthook.yml': 'pre-commit:\n  commands:\n    lint:\n      run: "true"\n' });
    expect(init(root, '--yes').code).toBe(0);
    expect(text(root, 'lefthook.yml')).toContain('docgate');
    expect(existsSync(join(root, '.git/hooks/pre-commit'))).toBe(false);
  });

  it('leaves out a hook that cannot be installed, and says why', () => {
    const root = repository(files);
    const shared = folder();
    write(shared, { config: `[core]\n\thooksPath = ${shared}\n` });
    const { code, stderr } = docgate(['init', '--yes'], { cwd: root, env: { ...env, GIT_CONFIG_GLOBAL: join(shared, 'config') } });
    expect(code).toBe(0);
    expect(stderr).toContain('note: The hook was left out. core.hooksPath');
    expect(existsSync(join(root, 'docgate.config.yaml'))).toBe(true);
  });

  it('takes the CI from files, remotes or the option', () => {
    const remote = repository(files);
    git(remote, ['remote', 'add', 'origin', 'git@github.com:example/shop.git']);
    expect(init(remote, '--dry-run').stdout).toContain('.github/workflows/docgate.yml');
    expect(init(remote, '--dry-run', '--ci', 'none').stdout).not.toContain('.github/workflows/docgate.yml');
    const silent = repository(files);
    expect(init(silent, '--yes').stderr).toContain('docgate init --ci github');
  });

  it('works at the top of the repository, wherever it is started', () => {
    const root = repository(files);
    const { code } = docgate(['init', '--yes'], { cwd: join(root, 'docs/releases'), env });
    expect(code).toBe(0);
    expect(existsSync(join(root, 'docgate.config.yaml'))).toBe(true);
  });

  it('works outside of a repository, without a hook', () => {
    const plain = folder();
    write(plain, files);
    const { code, stderr } = init(plain, '--yes');
    expect(code).toBe(0);
    expect(stderr).toContain('This is not a git repository');
    expect(existsSync(join(plain, 'docgate.config.yaml'))).toBe(true);
  });

  it('looks neither into what git ignores nor through links', () => {
    const root = repository({ ...files, '.gitignore': 'private/\n', 'private/approvals.md': '# Approvals\n' });
    symlinkSync('releases/1.4.0/checklist.md', join(root, 'docs/release-checklist.md'));
    init(root, '--yes');
    expect(text(root, 'docgate.config.yaml')).not.toMatch(/private|release-checklist/);
  });

  it.each([
    [['--relax-until', 'soon'], 'is not a day'],
    [['--relax-until', '2026-02-30'], 'is not a day'],
    [['--relax-until', '2020-01-01'], 'is over'],
    [['--timezone', 'Mars/Base'], 'is not a time zone'],
  ])('refuses %j', (args, said) => {
    const root = repository(files);
    const { code, stderr } = init(root, '--yes', ...args);
    expect(code).toBe(2);
    expect(stderr).toContain(said);
    expect(existsSync(join(root, 'docgate.config.yaml'))).toBe(false);
  });

  it('takes day and zone from the options', () => {
    const root = repository(files);
    init(root, '--yes', '--relax-until', '2099-03-01', '--timezone', 'Europe/Rome');
    expect(text(root, 'docgate.config.yaml')).toContain('until: "2099-03-01"');
    expect(text(root, 'docgate.config.yaml')).toContain('timezone: Europe/Rome');
  });

  it('sets days that the check keeps', () => {
    const root = repository(files);
    init(root, '--yes', '--no-hook', '--as-of', '2026-11-21T10:00:00Z');
    const line =
      text(root, 'docgate.config.yaml')
        .split('\n')
        .findIndex((one) => one.includes('until:')) + 1;
    const checkOn = (day: string) => docgate(['check', '--as-of', `${day}T10:00:00Z`, '--format', 'json'], { cwd: root, env });
    const overdue = (day: string) =>
      JSON.parse(checkOn(day).stdout)
        .findings.filter(({ rule }: { rule: string }) => rule === 'configuration/overdue-setting')
        .map(({ path, start }: { path: string; start: { line: number } }) => `${path}:${start.line}`);
    expect(overdue('2026-12-21')).toEqual([]);
    expect(overdue('2026-12-22')).toEqual([`docgate.config.yaml:${line}`]);
    expect(docgate(['check', '--as-of', '2026-12-22', '--fail-on', 'warning'], { cwd: root, env }).stdout).toContain(
      'configuration/overdue-setting',
    );
  });

  it('refuses a repository without release documents', () => {
    const root = repository({ 'README.md': '# Shop\n', 'docs/install.md': '# Install\n' });
    const { code, stderr } = init(root, '--yes');
    expect(code).toBe(2);
    expect(stderr).toContain('Nothing to govern was found');
    expect(existsSync(join(root, '.git/hooks/pre-commit'))).toBe(false);
  });

  it('writes all or nothing', () => {
    const root = repository(files);
    mkdirSync(join(root, '.github'));
    writeFileSync(join(root, '.github/workflows'), 'a file where a folder should be\n');
    const { code } = init(root, '--yes', '--ci', 'github');
    expect(code).not.toBe(0);
    expect(existsSync(join(root, 'docgate.config.yaml'))).toBe(false);
    expect(existsSync(join(root, '.git/hooks/pre-commit'))).toBe(false);
  });

  it('blocks the next commit that breaks what passed', () => {
    const root = repository({ 'docs/releases/1.4.0/checklist.md': checklist.replace('[ ]', '[x]') });
    init(root, '--yes');
    const bin = folder();
    write(bin, { docgate: `#!/bin/sh\nexec '${process.execPath}' '${repositoryFolder}dist/bin.js' "$@"\n` });
    chmodSync(join(bin, 'docgate'), 0o755);
    const run = (...args: string[]): void =>
      void execFileSync('git', args, { cwd: root, env: { ...env, PATH: `${bin}:${env['PATH']}` }, stdio: 'pipe' });
    run('add', '-A');
    run('commit', '-q', '-m', 'first');
    write(root, { 'docs/releases/1.4.0/checklist.md': checklist });
    run('add', '-A');
    expect(() => run('commit', '-q', '-m', 'second')).toThrow(/checklist\/open-items/);
  });
});
