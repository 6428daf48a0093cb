/** What `docgate new` has just written passes docgate's own hook as a draft, and does not once it claims to be complete. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folder, git, isolated, repository, write } from '../tree/sandbox.ts';
import { docgate } from './run.ts';

const env = Object.fromEntries(Object.entries(isolated).filter((entry): entry is [string, string] => entry[1] !== undefined));

const orders: readonly (readonly [string, readonly string[]])[] = [
  ['an incident', ['new', 'incident', 'Checkout returns 500', '--severity', 'high', '--detected', 'now']],
  ['a release', ['new', 'release', '1.4.0']],
  ['a hotfix', ['new', 'hotfix', '1.4.1']],
  ['the metrics of a release', ['metrics', '--to', 'v1.4.0', '--version', '1.4.0', '--write']],
];

const stages = '# Release Promotion\n\n## Stage 1: Development → Staging\n\n**Requirements**:\n\n- [ ] All tests pass\n';

const staged = (root: string) => {
  git(root, ['add', '-A']);
  return docgate(['check', '--staged'], { cwd: root, env });
};

const made = (root: string, args: readonly string[]): string[] => {
  const { code, stdout, stderr } = docgate([...args], { cwd: root, env });
  expect({ code, stderr: code === 0 ? '' : stderr }).toEqual({ code: 0, stderr: '' });
  return [...stdout.matchAll(/^(docs\/(?!templates\/)\S+\.md): (?:created|written)/gm)].map(([, path = '']) => path);
};

const withTag = (): string => {
  const root = repository({ 'README.md': '# App\n' });
  git(root, ['add', '-A']);
  git(root, ['commit', '-q', '-m', 'feat: first']);
  git(root, ['tag', 'v1.4.0']);
  return root;
};

const complete = (root: string, path: string): void => {
  const text = readFileSync(join(root, path), 'utf8');
  expect(text).toMatch(/status\W+draft/i);
  writeFileSync(join(root, path), text.replace(/(status\W+)draft/i, '$1complete'));
};

describe('what was just written', () => {
  it.each(orders)('%s can be committed as a draft', (_, args) => {
    const root = withTag();
    made(root, args);
    const { code, stdout } = staged(root);
    expect(code, stdout).toBe(0);
    expect(stdout).toContain('pending');
  });

  it.each(orders)('%s fails as soon as it claims to be complete', (_, args) => {
    const root = withTag();
    const paths = made(root, args);
    expect(paths.length).toBeGreaterThan(0);
    for (const path of paths) {
      complete(root, path);
      expect(staged(root).stdout).toMatch(new RegExp(`${path}[\\s\\S]*? error `));
    }
  });

  it('a checklist of a stage is a draft too', () => {
    const root = repository({ 'docs/release-promotion.md': stages });
    const [path = ''] = made(root, ['new', 'release', '1.5.0', '--stages']);
    expect(docgate(['check', path], { cwd: root, env }).code).toBe(0);
    complete(root, path);
    expect(docgate(['check', path], { cwd: root, env }).code).toBe(1);
  });

  it('a draft report still has its deadlines', () => {
    const root = withTag();
    const [path = ''] = made(root, ['new', 'incident', 'Boom', '--severity', 'high', '--detected', '2026-01-05T10:02Z']);
    const rules = (at: string): string => docgate(['check', path, '--as-of', at], { cwd: root, env }).stdout;
    const soon = rules('2026-01-05T10:30:00Z');
    for (const rule of ['rca-overdue', 'test-overdue']) expect(soon).toMatch(new RegExp(`pending .*incident/${rule}`));
    const later = rules('2026-02-05T10:30:00Z');
    for (const rule of ['rca-overdue', 'test-overdue']) expect(later).toMatch(new RegExp(`error .*incident/${rule}`));
  });

  it.each([
    ['a status', '# Plan\n\n**Status:** In progress\n\n- [ ] One\n'],
    ['a blank one', '# Plan\n\n**Status:** ____\n\n- [ ] One\n'],
    ['one in front matter', '---\nstatus: in review\n---\n\n# Plan\n\n- [ ] One\n'],
  ])('a template with %s keeps it', (_, template) => {
    const root = folder();
    write(root, { 'docs/plan.md': template });
    const [path = ''] = made(root, ['new', 'checklist', '--from', 'docs/plan.md', '--version', '1.0.0']);
    expect(readFileSync(join(root, path), 'utf8')).not.toMatch(/draft/i);
  });

  it('says that it is a draft', () => {
    const root = folder();
    const { stdout } = docgate(['new', 'incident', 'x', '--severity', 'low', '--detected', 'now'], { cwd: root, env });
    expect(stdout).toContain('Status: Draft. What is open is pending');
    expect(docgate(['new', 'release', '1.0.0'], { cwd: root, env }).stdout).toContain('Status: Draft.');
  });
});
