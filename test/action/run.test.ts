/** The Action as the runner starts it: log, annotations, outputs, summary, SARIF, exit codes. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { docgate } from '../cli/run.ts';
import { commit, folder, git, isolated, repository, write } from '../tree/sandbox.ts';
import { obeyed, runStep } from './run.ts';

const done = '# Release checklist\n\n- [x] Rollback tested\n';
const open = '# Release checklist\n\n- [ ] Rollback tested\n';
const draft = `---\nstatus: draft\n---\n\n${open}`;

const workspace = (files: Readonly<Record<string, string>>): string => {
  const root = folder();
  write(root, files);
  return root;
};

const annotations = (log: string): string[] =>
  obeyed(log).map(({ name, properties }) => `${name} ${properties['file']}:${properties['line']}`);

describe('a step that passes', () => {
  const step = () => runStep({ cwd: workspace({ 'docs/release-checklist.md': done }) });

  it('exits with 0 and hands on verdict and counts', () => {
    const { code, outputs, stderr } = step();
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(outputs).toEqual({
      verdict: 'pass',
      passed: 'true',
      files: '1',
      errors: '0',
      warnings: '0',
      infos: '0',
      pending: '0',
      waived: '0',
    });
  });

  it('writes the summary with a bar and a table', () => {
    expect(step().summary).toMatch(/^## docgate: ✓ passed\n/);
    expect(step().summary).toContain('██████████ 1 of 1 item done');
    expect(step().summary).toContain('| File | Kind | Progress | Findings |');
  });
});

describe('a step that fails', () => {
  it('exits with 1, annotates the line, and still hands on outputs', () => {
    const { code, log, outputs, summary } = runStep({ cwd: workspace({ 'docs/release-checklist.md': open }) });
    expect(code).toBe(1);
    expect(annotations(log)).toEqual(['error docs/release-checklist.md:3']);
    expect(outputs).toMatchObject({ verdict: 'fail', passed: 'false', errors: '1' });
    expect(summary).toContain('✗ failed');
  });

  it('says in the log what the command line says', () => {
    const cwd = workspace({ 'docs/release-checklist.md': open });
    expect(runStep({ cwd, inputs: { annotations: 'false' } }).log).toContain(docgate(['check', '--no-git'], { cwd }).stdout);
  });

  it.each([
    ['error', draft, 0],
    ['pending', draft, 1],
    ['warning', `${done}- [x] Rollback tested\n`, 1],
    ['error', `${done}- [x] Rollback tested\n`, 0],
  ])('at fail-on %s', (level, text, code) => {
    const cwd = workspace({ 'docs/release-checklist.md': text });
    const step = runStep({ cwd, inputs: { 'fail-on': level } });
    expect(step.code).toBe(code);
    expect(step.outputs['passed']).toBe(String(code === 0));
  });

  it('at more warnings than max-warnings', () => {
    const cwd = workspace({ 'docs/release-checklist.md': `${done}- [x] Rollback tested\n` });
    expect(runStep({ cwd, inputs: { 'max-warnings': '0' } }).code).toBe(1);
    expect(runStep({ cwd, inputs: { 'max-warnings': '1' } }).code).toBe(0);
  });
});

describe('a step that cannot run', () => {
  it.each([
    ['an unknown format', { format: 'prety' }, /^Input format: "prety" .*Did you mean "pretty"\?$/],
    ['an unknown level', { 'fail-on': 'errors' }, /^Input fail-on: .*Did you mean "error"\?$/],
    ['a flag that is none', { staged: 'yes' }, /^Input staged: "yes" is neither true nor false\.$/],
    ['a count that is none', { 'max-warnings': 'few' }, /^Input max-warnings: "few"/],
    ['an unknown kind', { kind: 'checklst' }, /^Input kind: "checklst" .*Did you mean "checklist"\?$/],
    ['a policy that is none', { policy: 'chcklist' }, /^chcklist: There is no such policy\./],
    ['a question that nobody may ask', { provenance: 'true', 'no-git': 'true' }, /^--provenance and --no-git:/],
    ['standard input', { paths: 'docs\n-' }, /^Input paths: "-"/],
    ['a missing file', { paths: 'nowhere.md' }, /^nowhere\.md: There is no such file/],
    ['a wrong instant', { 'as-of': 'yesterday' }, /2026-01-05T10:00:00Z/],
    ['two snapshots', { staged: 'true', ref: 'HEAD' }, /Choose one/],
    ['a folder that is none', { 'working-directory': 'nowhere' }, /nowhere/],
    ['a report where none can be written', { 'sarif-file': 'docs' }, /docs: This cannot be written \(EISDIR\): a folder stands here/],
  ])('for %s exits with 2 and one annotation', (_, inputs, message) => {
    const { code, log, outputs, summary, stderr } = runStep({ cwd: workspace({ 'docs/release-checklist.md': open }), inputs });
    expect({ code, outputs, summary, stderr }).toEqual({ code: 2, outputs: {}, summary: '', stderr: '' });
    expect(obeyed(log)).toMatchObject([{ name: 'error', properties: { title: 'docgate' }, data: expect.stringMatching(message) }]);
    expect(log.trimEnd().split('\n')).toHaveLength(1);
  });

  it('does not let a wrong input command the runner', () => {
    const { log } = runStep({ cwd: workspace({ 'a.md': done }), inputs: { paths: 'x::y\r::add-mask::a%0A::error::b' } });
    expect(obeyed(log).map(({ name }) => name)).toEqual(['error']);
  });
});

describe('inputs', () => {
  const files = { 'a b/[x] é.md': open, 'c,d:%41.md': open, 'e.md': open };

  it('take several paths, one per line, literally', () => {
    const { log } = runStep({ cwd: workspace(files), inputs: { paths: '\n  a b/[x] é.md \r\nc,d:%41.md\n\n' } });
    expect(annotations(log)).toEqual(['error a b/[x] é.md:3', 'error c,d:%41.md:3']);
  });

  it('switch off annotations and summary', () => {
    const { log, summary } = runStep({ cwd: workspace(files), inputs: { paths: '.', annotations: 'false', summary: 'false' } });
    expect(obeyed(log)).toEqual([]);
    expect(summary).toBe('');
    expect(log).toContain('Rollback tested');
  });

  it('write SARIF and another format to files', () => {
    const cwd = workspace(files);
    const { code, log } = runStep({ cwd, inputs: { paths: 'e.md', 'sarif-file': 'out/a.sarif', format: 'junit', output: 'b.xml' } });
    expect(code).toBe(1);
    expect(JSON.parse(readFileSync(join(cwd, 'out/a.sarif'), 'utf8'))).toMatchObject({ version: '2.1.0' });
    expect(readFileSync(join(cwd, 'b.xml'), 'utf8')).toMatch(/^<\?xml/);
    expect(annotations(log)).toEqual(['error e.md:3']);
    expect(log).not.toContain('stop-commands');
  });

  it('annotate once with the format github', () => {
    expect(annotations(runStep({ cwd: workspace(files), inputs: { paths: 'e.md', format: 'github' } }).log)).toEqual(['error e.md:3']);
  });

  it('judge the index, or a commit', () => {
    const root = repository({ 'docs/release-checklist.md': open });
    const first = commit(root);
    write(root, { 'docs/release-checklist.md': done });
    expect(runStep({ cwd: root, inputs: { ref: first } }).code).toBe(1);
    expect(runStep({ cwd: root }).code).toBe(0);
    write(root, { 'docs/release-checklist.md': `${open}- [ ] More\n` });
    git(root, ['add', '-A']);
    write(root, { 'docs/release-checklist.md': done });
    expect(runStep({ cwd: root, inputs: { staged: 'true' } }).outputs['errors']).toBe('2');
  });

  it('judge as another kind, and by some policies only', () => {
    const cwd = workspace({ 'notes.md': '# Notes\n\n- [ ] One\n', 'docs/release-checklist.md': `${open}\n[nowhere](none.md)\n` });
    const rules = (inputs: Readonly<Record<string, string>>): string[] =>
      obeyed(runStep({ cwd, inputs }).log).map(({ properties }) => properties['title'] ?? '');
    expect(rules({ paths: 'notes.md', kind: 'document' })).toEqual([]);
    expect(rules({ paths: 'notes.md', kind: 'checklist' })).toEqual(['checklist/open-items']);
    expect(rules({})).toEqual(['checklist/open-items', 'checklist/broken-link']);
    expect(rules({ policy: 'document' })).toEqual(['document/broken-link']);
    expect(rules({ paths: 'docs/release-checklist.md', policy: 'document\nchecklist' }).sort()).toEqual([
      'checklist/broken-link',
      'checklist/open-items',
      'document/broken-link',
    ]);
  });

  it('ask git who signed, or nothing at all', () => {
    const row = '| QA | @qa-lead | approved | 2026-01-05 |';
    const root = repository({
      'docs/people.yaml': '- handle: "@qa-lead"\n  emails: [qa@example.com]\n- handle: "@eng-lead"\n  emails: [eng@example.com]\n',
      'docs/approvals.md': `# Approvals\n\n| Role | Name | Decision | Date |\n|---|---|---|---|\n${row}\n`,
    });
    git(root, ['config', 'user.email', 'eng@example.com']);
    git(root, ['add', '-A']);
    git(root, ['-c', 'user.email=eng@example.com', 'commit', '-qm', 'approve'], {
      ...isolated,
      GIT_AUTHOR_EMAIL: 'eng@example.com',
      GIT_COMMITTER_EMAIL: 'eng@example.com',
    });
    expect(runStep({ cwd: root }).outputs['errors']).toBe('0');
    expect(runStep({ cwd: root, inputs: { provenance: 'true' } }).log).toContain('approvals/unproved-approval');
    expect(runStep({ cwd: root, inputs: { 'no-git': 'true' } }).outputs['verdict']).toBe('pass');
  });

  it('take now from as-of', () => {
    const { summary } = runStep({ cwd: workspace(files), inputs: { paths: 'e.md', 'as-of': '2026-01-05T10:00:00Z' } });
    expect(summary).toContain('as of 2026-01-05T10:00:00.000Z');
  });

  it('name files from the top of the checkout when they work in a folder', () => {
    const cwd = workspace({ 'packages/shop/docs/release-checklist.md': open });
    const inputs = { 'working-directory': 'packages/shop', 'sarif-file': 'a.sarif' };
    const { log, summary } = runStep({ cwd, inputs });
    expect(annotations(log)).toEqual(['error packages/shop/docs/release-checklist.md:3']);
    expect(summary).toContain('<code>packages/shop/docs/release-checklist.md</code>');
    expect(readFileSync(join(cwd, 'packages/shop/a.sarif'), 'utf8')).toContain('"uri": "packages/shop/docs/release-checklist.md"');
  });
});

describe('the log', () => {
  it('obeys nothing that a document says', () => {
    const hostile = [
      '# ::error::title',
      '',
      '- [ ] ::add-mask::secret',
      '- [ ] x ##[error]injected',
      '- [ ] ::stop-commands::now',
      '::set-output name=verdict::pass',
      '',
    ].join('\n');
    const cwd = workspace({ '::warning::a.md': hostile, '##[command]b.md': hostile });
    const inputs = { paths: '::warning::a.md\n##[command]b.md' };
    for (const format of ['pretty', 'markdown', 'json']) {
      const { log, outputs } = runStep({ cwd, inputs: { ...inputs, format } });
      expect(outputs['verdict']).toBe('fail');
      for (const { name, properties } of obeyed(log)) expect(`${name} ${properties['title']}`).toMatch(/^(error|warning|notice) \w+\//);
    }
  });
});

describe('the summary', () => {
  it('keeps what stands there', () => {
    const { summary } = runStep({ cwd: workspace({ 'docs/release-checklist.md': done }), summary: 'Before' });
    expect(summary).toMatch(/^Before\n\n## docgate/);
  });

  it('is left alone when the step has no room for it', () => {
    const before = 'x'.repeat(1024 * 1024 - 100);
    const { summary, stderr, code } = runStep({ cwd: workspace({ 'docs/release-checklist.md': done }), summary: before });
    expect(summary).toBe(before);
    expect(stderr).toContain('1 MiB');
    expect(code).toBe(0);
  });
});
