/** `--provenance` by the real binary: who committed a sign-off, on real repositories. */
import { describe, expect, it } from 'vitest';
import { folder, git, isolated, repository, write } from '../tree/sandbox.ts';
import { docgate } from './run.ts';

const people = ['- handle: "@qa-lead"', '  emails: [qa@example.com]', '- handle: "@eng-lead"', '  emails: [eng@example.com]', ''].join(
  '\n',
);
const approvals = '# Approvals\n\n| Role | Name | Decision | Date |\n|---|---|---|---|\n| QA | @qa-lead | approved | 2026-01-05 |\n';

const signedBy = (email: string, config = ''): string => {
  const root = repository();
  write(root, { 'docs/people.yaml': people, 'docs/approvals.md': approvals, ...(config !== '' && { 'docgate.config.yaml': config }) });
  git(root, ['add', '-A']);
  git(root, ['-c', `user.email=${email}`, '-c', 'user.name=Somebody', 'commit', '-q', '-m', 'approve'], {
    ...isolated,
    GIT_COMMITTER_EMAIL: email,
    GIT_AUTHOR_EMAIL: email,
  });
  return root;
};

const rules = (cwd: string, ...args: string[]): string[] =>
  JSON.parse(docgate(['check', '-f', 'json', ...args], { cwd, env: isolated as Record<string, string> }).stdout).findings.map(
    ({ rule }: { rule: string }) => rule,
  );

describe('--provenance', () => {
  it('finds an approval that somebody else committed', () =>
    expect(rules(signedBy('eng@example.com'), '--provenance')).toContain('approvals/unproved-approval'));
  it('accepts an approval that its person committed', () => expect(rules(signedBy('qa@example.com'), '--provenance')).toEqual([]));
  it('is not asked without the option', () => expect(rules(signedBy('eng@example.com'))).toEqual([]));
  it('may require a signed commit', () => {
    const config = 'rules: { approvals/unproved-approval: [error, { accept: [signature] }] }\n';
    expect(rules(signedBy('qa@example.com', config), '--provenance')).toContain('approvals/unproved-approval');
  });

  const asked = (root: string, ...args: string[]) => {
    const { code, stdout, stderr } = docgate(['check', '--provenance', ...args], { cwd: root, env: isolated as Record<string, string> });
    return { code, stdout, stderr };
  };
  const unanswered = (reason: string) => ({
    code: 2,
    stdout: '',
    stderr: `docgate: docs/approvals.md: git cannot say who committed its sign-offs, as --provenance asks (${reason}).\n`,
  });

  it('is refused outside of git', () => {
    const root = folder();
    write(root, { 'docs/people.yaml': people, 'docs/approvals.md': approvals });
    expect(asked(root)).toEqual(unanswered('not in a git repository'));
    expect(docgate(['check'], { cwd: root }).code).toBe(0);
  });

  it('is refused in a repository without commits', () => {
    const root = repository();
    write(root, { 'docs/people.yaml': people, 'docs/approvals.md': approvals });
    expect(asked(root)).toEqual(unanswered('no commits yet'));
  });

  it('is refused where git must not be asked', () =>
    expect(asked(signedBy('qa@example.com'), '--no-git')).toEqual({
      code: 2,
      stdout: '',
      stderr: 'docgate: --provenance and --no-git: Who committed a sign-off only git can say. Leave one of them out.\n',
    }));

  it('asks nothing where nobody signs', () => {
    const root = folder();
    write(root, { 'CHANGELOG.md': '# Changelog\n\n## 1.0.0 - 2026-01-05\n\n### Added\n\n- One\n' });
    expect(asked(root).code).toBe(0);
  });
});
