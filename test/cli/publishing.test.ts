/** Release notes, notices and metrics of real repositories, by the real program. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { git, isolated, repository, write } from '../tree/sandbox.ts';
import { docgate, type Outcome } from './run.ts';

const approvals = `# Approvals for 1.1.0

| Role | Approver | Status | Date |
|---|---|---|---|
| QA | @qa-lead | Approved | 2026-01-07 |
| Operations | @ops-lead | Pending | |
`;

const incident = `# INCIDENT-0001: Checkout returns 500

**Severity**: high
**Detected**: 2026-01-05 10:02 UTC
**Resolved**: 2026-01-05 11:02 UTC

## Preventive Measures

- [x] Test of the empty basket
`;

const dated = (day: string) => ({ ...isolated, GIT_AUTHOR_DATE: `${day}T12:00:00Z`, GIT_COMMITTER_DATE: `${day}T12:00:00Z` });

const save = (root: string, message: string, day: string): void => {
  git(root, ['add', '-A']);
  git(root, ['commit', '-q', '--allow-empty', '-m', message], dated(day));
};

const shop = (): string => {
  const root = repository({ 'a.txt': '1\n' });
  git(root, ['remote', 'add', 'origin', 'https://github.com/shop/web.git']);
  save(root, 'feat: begin', '2026-01-01');
  git(root, ['tag', '-a', 'v1.0.0', '-m', '1.0.0'], dated('2026-01-01'));
  write(root, {
    'a.txt': '1\n2\n3\n',
    'docs/releases/1.1.0/approvals.md': approvals,
    'docs/releases/1.1.0/checklist.md': '# Checklist 1.1.0\n\n- [x] Tests pass\n- [ ] Announced\n',
    'docs/incidents/INCIDENT-0001.md': incident,
  });
  save(root, 'feat(basket)!: drop the <old> basket (#7)\n\nBREAKING CHANGE: call `basket2`\n\nand tell @team', '2026-01-06');
  save(root, 'fix: round prices once', '2026-01-07');
  save(root, 'perf: cache __proto__ lookups', '2026-01-07');
  return root;
};

const asOf = '2026-01-09T12:00:00Z';

let root = '';
const run = (...args: string[]): Outcome => docgate([...args, '--as-of', asOf], { cwd: root });
const out = (...args: string[]): string => {
  const { code, stdout, stderr } = run(...args);
  expect(code, stderr).toBe(0);
  return stdout;
};

describe('docgate notes', () => {
  it('tells what is in the next release, who approved it and what was closed', async () => {
    root = shop();
    await expect(out('notes', '1.1.0', '--highlight', 'Faster *checkout*')).toMatchFileSnapshot('golden/notes.md');
    await expect(out('notes', 'v1.1.0', '--for', 'chat')).toMatchFileSnapshot('golden/notes.txt');
    await expect(out('notes', '1.1.0', '--template', 'pull-request')).toMatchFileSnapshot('golden/pull-request.md');
  });

  it('names nobody whose approval was of another commit', () => {
    root = shop();
    const [first, second] = [git(root, ['rev-parse', 'HEAD~3']).trim(), git(root, ['rev-parse', 'HEAD']).trim()];
    const row = (role: string, id: string): string => `| ${role} | @${role.toLowerCase()}-lead | Approved | 2026-01-08 | a.txt @ ${id} |`;
    const table = ['| Role | Approver | Status | Date | Subject |', '|---|---|---|---|---|', row('QA', first), row('Operations', second)];
    write(root, { 'docs/releases/1.1.0/approvals.md': `# Approvals for 1.1.0\n\n${table.join('\n')}\n` });
    const { approvals: named } = JSON.parse(out('notes', '1.1.0', '--json')) as { approvals: { role: string }[] };
    expect(named.map(({ role }) => role)).toEqual(['Operations']);
  });

  it('prints the data that the template gets', () => {
    root = shop();
    const context = JSON.parse(out('notes', '1.1.0', '--json', '--set', 'summary=Small')) as Record<string, unknown>;
    expect(context).toMatchObject({
      version: '1.1.0',
      date: '2026-01-09',
      previousTag: 'v1.0.0',
      compareUrl: 'https://github.com/shop/web/compare/v1.0.0...v1.1.0',
      summary: 'Small',
      breaking: [{ text: 'drop the <old> basket', scope: 'basket', migration: 'call `basket2`\n\nand tell @team' }],
      incidents: [{ id: 'INCIDENT-0001', resolved: '2026-01-05', severity: 'high' }],
      approvals: [{ role: 'QA', person: '@qa-lead', date: '2026-01-07' }],
      checklists: [{ done: 1, total: 2 }],
    });
  });

  it('writes once, is fresh then, and stale when the history goes on', () => {
    root = shop();
    const file = 'docs/releases/1.1.0/release-notes.md';
    expect(run('notes', '1.1.0', '--check').code).toBe(1);
    expect(existsSync(join(root, file))).toBe(false);
    expect(out('notes', '1.1.0', '--write')).toBe(`${file}: created\n`);
    const written = readFileSync(join(root, file), 'utf8');
    expect(out('notes', '1.1.0', '--write')).toBe(`${file}: unchanged\n`);
    expect(run('notes', '1.1.0', '--check').code).toBe(0);
    save(root, 'fix: a late one', '2026-01-08');
    expect(run('notes', '1.1.0', '--write').code).toBe(2);
    const { code, stdout } = run('notes', '1.1.0', '--check');
    expect(code).toBe(1);
    expect(stdout).toMatch(/generated\/stale-artifact[\s\S]*^\+- a late one/m);
    const sarif = JSON.parse(run('notes', '1.1.0', '--check', '--format', 'sarif').stdout) as { runs: { results: { ruleId: string }[] }[] };
    expect(sarif.runs[0]?.results.map(({ ruleId }) => ruleId)).toEqual(['generated/stale-artifact']);
    expect(readFileSync(join(root, file), 'utf8')).toBe(written);
  });

  it('keeps a GitHub body within its limit and says so', () => {
    root = shop();
    const summary = Array.from({ length: 3000 }, (_, index) => `Paragraph ${index} about this release of the shop.`).join('\n\n');
    write(root, { 'templates/release-notes.md.hbs': `{{!-- Long. Context: release-notes --}}\n# {{version}}\n\n${summary}\n` });
    const { code, stdout, stderr } = run('notes', '1.1.0', '--for', 'github');
    expect(code).toBe(0);
    expect(stdout.length).toBeLessThanOrEqual(125_000);
    expect(stdout).toMatch(/shop\.\n\nThe whole text: https:\/\/github\.com\/shop\/web\/compare\/v1\.0\.0\.\.\.v1\.1\.0\n$/);
    expect(stderr).toMatch(/characters did not fit/);
  });

  it.each([
    [['notes', 'latest'], /"latest" is not a version/],
    [['notes', '0.9.0'], /no tag for 0\.9\.0/],
    [['notes', '1.1.0', '--set', 'sumary=x'], /Did you mean "summary"\?/],
    [['notes', '1.1.0', '--metrics', 'none.json'], /none\.json: There is no such file/],
    [['notes', '1.1.0', '--metrics', 'a.txt'], /a\.txt:1:1: Expected an object/],
    [['notes', '1.1.0', '--write', '--check'], /Choose one of/],
    [['notes', '1.1.0', '--force'], /--force: It belongs to --write/],
    [['notice', 'freeze', '--version', '../../../README', '--write'], /"..\/..\/..\/README" is not a version/],
    [['notice', 'freeze', '--version', 'banana'], /"banana" is not a version/],
    [['metrics', '--version', 'a b/c', '--write'], /"a b\/c" is not a version/],
    [['notice', 'incident', '--version', '1.1.0'], /"incident" is a template for the context incident; expected one for notice/],
    [['notice', 'freze', '--version', '1.1.0'], /Did you mean "freeze"\?/],
    [['metrics', '--to', 'HEAD'], /--version 1\.4\.0/],
    [['metrics', '--from', 'v0.1.0', '--to', 'v1.0.0'], /no commit or tag "v0\.1\.0"/],
    [['metrics', '--version', '1.1.0', '--set', 'coverage=high'], /"high" is not a number/],
  ])('%j is refused in one line and changes nothing', (args, message) => {
    root = shop();
    const { code, stdout, stderr } = run(...args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(message);
    expect(git(root, ['status', '--porcelain'])).toBe('');
  });

  it.each([
    ['notes', '1.1.0'],
    ['metrics', '--version', '1.1.0'],
    ['notice', 'freeze', '--version', '1.1.0'],
  ])('%s %s does not write over what somebody wrote', (...args) => {
    root = shop();
    write(root, { 'docs/mine.md': 'mine\n' });
    const target = [...args, '-o', 'docs/mine.md', '--write'];
    const { code, stderr } = run(...target);
    expect([code, readFileSync(join(root, 'docs/mine.md'), 'utf8')]).toEqual([2, 'mine\n']);
    expect(stderr).toMatch(/docs\/mine\.md: The file is there and differs.*--write --force/);
    expect(out(...target, '--force')).toBe('docs/mine.md: changed\n');
    expect(out(...target)).toBe('docs/mine.md: unchanged\n');
  });

  it('keeps the date that the notes of a release without a tag have', () => {
    root = shop();
    out('notes', '1.1.0', '--write');
    const later = (...args: string[]): Outcome => docgate(['notes', '1.1.0', ...args, '--as-of', '2026-02-01T00:00:00Z'], { cwd: root });
    expect(later('--check').code).toBe(0);
    expect(later('--write').stdout).toMatch(/unchanged/);
    expect(later('--check', '--date', '2026-02-01').code).toBe(1);
    git(root, ['tag', '-a', 'v1.1.0', '-m', '1.1.0'], dated('2026-01-31'));
    expect(later('--check').stdout).toContain('+# Release 1.1.0 (2026-01-31)');
  });

  it('leaves the file alone when the template is broken', () => {
    root = shop();
    const file = 'docs/releases/1.1.0/release-notes.md';
    out('notes', '1.1.0', '--write');
    const before = readFileSync(join(root, file), 'utf8');
    write(root, { 'templates/release-notes.md.hbs': '{{!-- Broken. Context: release-notes --}}\n# {{verson}}\n' });
    const { code, stderr } = run('notes', '1.1.0', '--write');
    expect(code).toBe(2);
    expect(stderr).toMatch(/templates\/release-notes\.md\.hbs:2:\d+: .*version/);
    expect(readFileSync(join(root, file), 'utf8')).toBe(before);
  });
});

describe('docgate notice', () => {
  it('takes the features, fixes and the version before from the history', () => {
    root = shop();
    const done = out('notice', 'release-complete', '--version', '1.1.0');
    expect(done).toContain('- drop the \\<old> basket');
    expect(done).toContain('- round prices once');
    expect(done).toMatch(/cache \\?_/);
    expect(out('notice', 'rollback-complete', '--version', '1.1.0', '--for', 'chat')).toContain('v1.0.0');
  });

  it('does not claim what nobody said', () => {
    root = shop();
    expect(out('notice', 'release-complete', '--version', '1.1.0')).toMatch(/^- Status: _+$/m);
    expect(out('notice', 'rollback-complete', '--version', '1.1.0')).toMatch(/^- Current State: _+$/m);
    expect(out('notice', 'release-complete', '--version', '1.1.0', '--set', 'status=Successful')).toContain('- Status: Successful');
  });

  it('works without a history, and says that it was not asked', () => {
    root = repository();
    const { code, stdout, stderr } = run('notice', 'release-complete', '--version', '1.1.0', '--set', 'features=Faster');
    expect([code, stdout.includes('- Faster')]).toEqual([0, true]);
    expect(stderr).toMatch(/The history was not asked/);
  });
});

describe('docgate metrics', () => {
  it('counts what git knows and leaves the rest to be filled in', () => {
    root = shop();
    git(root, ['tag', 'v1.1.0']);
    const context = JSON.parse(out('metrics', '--from', 'v1.0.0', '--to', 'v1.1.0', '--json')) as Record<string, unknown>;
    expect(context).toEqual({
      version: '1.1.0',
      date: '2026-01-07',
      scope: { commits: 3, filesChanged: 4, linesAdded: 21, linesRemoved: 0, features: 1, fixes: 1 },
    });
    const text = out('metrics', '--to', 'v1.1.0');
    expect(text).toContain('- Commits: 3');
    expect(text).toContain('- Code Coverage: ____');
    expect(text).not.toMatch(/Coverage: \d|Duration: \d|Passed: \d/);
  });

  it('counts to the tag of the version, whatever came after it, and to HEAD while there is none', () => {
    root = shop();
    const commits = (...more: string[]): unknown =>
      (JSON.parse(out('metrics', '--version', '1.1.0', ...more, '--json')) as { readonly scope: { readonly commits: number } }).scope
        .commits;
    expect(commits()).toBe(3);
    git(root, ['tag', 'v1.1.0']);
    git(root, ['commit', '-q', '--allow-empty', '-m', 'fix: later']);
    expect([commits(), commits('--from', 'v1.0.0'), commits('--to', 'HEAD')]).toEqual([3, 3, 4]);
  });

  it('takes figures from a file and from the command line, which wins', () => {
    root = shop();
    write(root, { 'figures.json': '{"coverage": 80, "tests": {"passed": 9, "total": 10}, "scope": {"commits": 99}}' });
    const text = out('metrics', '--version', '1.1.0', '--data', 'figures.json', '--set', 'coverage=85.5');
    expect(text).toContain('- Code Coverage: 85.5%');
    expect(text).toContain('- Tests Passed: 9/10');
    expect(text).toContain('- Commits: 3');
  });
});
