/** What is made after `docgate init` is governed from the start. */
import { describe, expect, it } from 'vitest';
import { commit, git, repository } from '../tree/sandbox.ts';
import { docgate } from './run.ts';

const checklist = '# Release checklist\n\n**Version**: 1.0.0\n\n- [x] Tests pass\n';

describe('a repository that docgate init has set up', () => {
  it('judges the first incident and the first release that are made in it', () => {
    const root = repository({ 'docs/release-checklist.md': checklist });
    commit(root);
    expect(docgate(['init', '--yes', '--no-hook'], { cwd: root }).code).toBe(0);
    commit(root, 'Set docgate up');
    expect(
      docgate(['new', 'incident', 'Boom', '--severity', 'critical', '--detected', '2026-01-05T10:02Z'], { cwd: root }).stderr,
    ).not.toMatch(/not among the documents/);
    expect(docgate(['new', 'release', '1.1.0'], { cwd: root }).stderr).not.toMatch(/not among the documents/);
    git(root, ['add', '-A']);
    const status = docgate(['status'], { cwd: root }).stdout;
    expect(status).toMatch(/docs\/incidents\/\S+boom\.md\s+incident/);
    expect(status).toMatch(/docs\/releases\/1\.1\.0\/checklist\.md\s+checklist/);
    expect(status).toMatch(/docs\/releases\/1\.1\.0\/approvals\.md\s+approvals/);
    const { code, stdout } = docgate(['check', '--staged'], { cwd: root });
    expect([code, stdout]).toEqual([1, expect.stringContaining('incident/rca-overdue')]);
  });
});
