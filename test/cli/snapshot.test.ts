/** `--staged` and `--ref` by the real binary on real repositories: one snapshot, whatever the work tree holds. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commit, git, isolated, repository, write } from '../tree/sandbox.ts';
import { docgate, type Outcome } from './run.ts';

const open = '# Release checklist\n\n- [ ] Rollback tested\n';
const done = '# Release checklist\n\n- [x] Rollback tested\n';
const repo = (files: Readonly<Record<string, string>>): string => {
  const root = repository();
  write(root, files);
  git(root, ['add', '-A']);
  return root;
};

const check = (cwd: string, ...args: string[]): Outcome => docgate(['check', ...args], { cwd, env: isolated as Record<string, string> });

describe('--staged', () => {
  it('sees a staged fault that is repaired in the work tree only', () => {
    const root = repo({ 'docs/release-checklist.md': open });
    writeFileSync(join(root, 'docs/release-checklist.md'), done);
    expect(check(root, '--staged').code).toBe(1);
    expect(check(root).code).toBe(0);
  });

  it('counts a staged repair though the work tree is broken', () => {
    const root = repo({ 'docs/release-checklist.md': done });
    writeFileSync(join(root, 'docs/release-checklist.md'), open);
    expect(check(root, '--staged').code).toBe(0);
    expect(check(root).code).toBe(1);
  });

  it('takes the configuration and the policies from the index', () => {
    const root = repo({ 'docgate.config.yaml': 'rules: { checklist/open-items: warning }\n', 'docs/release-checklist.md': open });
    writeFileSync(join(root, 'docgate.config.yaml'), 'rules: { checklist/open-items: error }\n');
    expect(check(root, '--staged').code).toBe(0);
    expect(check(root).code).toBe(1);
  });

  it('passes in one line when the commit touches nothing that is governed', () => {
    const root = repo({ 'docs/release-checklist.md': open });
    commit(root, 'add');
    write(root, { 'src/a.txt': 'a' });
    git(root, ['add', '-A']);
    const { code, stdout } = check(root, '--staged');
    expect(code).toBe(0);
    expect(stdout.trim().split('\n')).toHaveLength(1);
  });

  it('judges every governed document when the configuration changes', () => {
    const root = repo({ 'docs/release-checklist.md': open });
    commit(root, 'add');
    write(root, { 'docgate.config.yaml': 'rules: { checklist/no-items: error }\n' });
    git(root, ['add', '-A']);
    expect(check(root, '--staged').code).toBe(1);
  });

  it.each([
    [
      'the configuration',
      { 'docgate.config.yaml': 'documents: [{ files: docs/c.md, kind: checklist, template: docs/t.md }]\n', 'docs/c.md': done },
    ],
    [
      'front matter',
      {
        'docgate.config.yaml': 'documents: [{ files: docs/c.md, kind: checklist }]\n',
        'docs/c.md': `---\ntemplate: docs/t.md\n---\n\n${done}`,
      },
    ],
  ])('judges a record whose template, named by %s, changes', (_, files) => {
    const root = repo({ ...files, 'docs/t.md': open });
    commit(root, 'add');
    write(root, { 'docs/t.md': `${open}- [ ] Notes written\n` });
    git(root, ['add', '-A']);
    const { code, stdout } = check(root, '--staged');
    expect(stdout).toContain('Notes written');
    expect(code).toBe(1);
  });

  it('reads names with spaces, quotes and accents', () => {
    const root = repo({ 'docgate.config.yaml': 'documents: [{ files: "docs/*.md", kind: checklist }]\n', 'docs/r é "x".md': open });
    expect(check(root, '--staged').stdout).toContain('docs/r é "x".md');
  });

  it('writes nothing', () => {
    const root = repo({ 'docs/release-checklist.md': open });
    const before = git(root, ['status', '--porcelain']).toString();
    check(root, '--staged');
    expect(git(root, ['status', '--porcelain']).toString()).toBe(before);
  });
});

describe('--ref', () => {
  it('judges a commit', () => {
    const root = repo({ 'docs/release-checklist.md': open });
    commit(root, 'open');
    write(root, { 'docs/release-checklist.md': done });
    git(root, ['add', '-A']);
    commit(root, 'done');
    expect(check(root, '--ref', 'HEAD').code).toBe(0);
    expect(check(root, '--ref', 'HEAD~1').code).toBe(1);
  });

  it('says what to do about a revision that is not there', () => {
    const root = repo({ 'docs/release-checklist.md': done });
    commit(root, 'add');
    const { code, stderr } = check(root, '--ref', 'v9');
    expect(code).toBe(2);
    expect(stderr).toContain('v9');
  });
});
