/** `docgate check` inside GitHub Actions, without the Action. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { obeyed } from '../action/run.ts';
import { folder, write } from '../tree/sandbox.ts';
import { docgate, type Outcome } from './run.ts';

const open = '# Release checklist\n\n- [ ] Rollback tested\n- [ ] ##[error]injected\n';

const inActions = (
  args: readonly string[],
  files: Readonly<Record<string, string>> = { 'docs/release-checklist.md': open },
): Outcome & { summary: string } => {
  const [cwd, runner] = [folder(), folder()];
  write(cwd, files);
  const summary = join(runner, 'summary');
  writeFileSync(summary, '');
  const env = { GITHUB_ACTIONS: 'true', CI: 'true', GITHUB_WORKSPACE: cwd, GITHUB_STEP_SUMMARY: summary };
  return { ...docgate(['check', ...args], { cwd, env }), summary: readFileSync(summary, 'utf8') };
};

describe('check in GitHub Actions', () => {
  it('without a format: the pretty report in the log, with commands switched off, and annotations', () => {
    const { code, stdout, summary } = inActions([]);
    expect(code).toBe(1);
    expect(stdout).toContain('3 │ - [ ] Rollback tested');
    expect(obeyed(stdout)).toMatchObject([
      { name: 'error', properties: { file: 'docs/release-checklist.md', line: '3', title: 'checklist/open-items' } },
      { name: 'error', properties: { file: 'docs/release-checklist.md', line: '4', title: 'checklist/open-items' } },
    ]);
    expect(summary).toMatch(/^## docgate: ✗ failed/);
  });

  it('outside of it: no annotations', () => {
    const cwd = folder();
    write(cwd, { 'docs/release-checklist.md': open });
    for (const value of ['', 'false']) expect(docgate(['check'], { cwd, env: { GITHUB_ACTIONS: value } }).stdout).not.toContain('::');
  });

  it('with a format or an output file: that and nothing else', () => {
    const { stdout, summary } = inActions(['--format', 'json']);
    expect(JSON.parse(stdout).verdict).toBe('fail');
    expect(summary).toBe('');
    expect(inActions(['-o', 'report.txt'])).toMatchObject({ stdout: '', summary: '' });
  });

  it('with the format github: annotations, and the summary once', () => {
    const { stdout, summary } = inActions(['--format', 'github', '-o', 'annotations.txt', '--format', 'github']);
    expect(stdout).toMatch(/^::error file=docs\/release-checklist\.md,line=3,/);
    expect(summary.match(/^## docgate/gm)).toHaveLength(1);
  });

  it('names files from the top of the checkout', () => {
    const { stdout } = inActions(['--cwd', 'shop', '--format', 'github'], { 'shop/docs/release-checklist.md': open });
    expect(stdout).toContain('file=shop/docs/release-checklist.md,');
  });

  it('without a summary file there is none', () => {
    const cwd = folder();
    write(cwd, { 'docs/release-checklist.md': open });
    expect(docgate(['check', '-f', 'github'], { cwd })).toMatchObject({ code: 1, stderr: '' });
  });
});

describe('a report that cannot be written', () => {
  it('is a matter of the set-up', () => {
    const cwd = folder();
    write(cwd, { 'docs/release-checklist.md': open });
    const { code, stderr } = docgate(['check', '-f', 'json', '-o', 'docs'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toMatch(/^docgate: .*docs: This cannot be written \(EISDIR\): a folder stands here, and a file is expected\. .*\n$/);
  });
});
