/** `docgate check` by the real binary: input, output, streams. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { docgate } from './run.ts';

let cwd = '';
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'docgate-check-'));
  writeFileSync(join(cwd, '[draft] r é.md'), '# Release checklist\n\n- [ ] Rollback tested\n');
});
afterAll(() => rmSync(cwd, { recursive: true }));

describe('input', () => {
  it('reads standard input as the path it is given', () => {
    const { code, stdout } = docgate(['check', '-', '--stdin-filepath', 'docs/release-checklist.md', '-f', 'json'], {
      cwd,
      input: '# Release checklist\n\n- [ ] Rollback tested\n',
    });
    expect(code).toBe(1);
    expect(JSON.parse(stdout).findings).toMatchObject([
      { path: 'docs/release-checklist.md', rule: 'checklist/open-items', start: { line: 3, column: 3, offset: 23 } },
    ]);
  });

  it('takes a name with glob characters literally', () => {
    expect(JSON.parse(docgate(['check', '[draft] r é.md', '-f', 'json'], { cwd }).stdout).files).toMatchObject([
      { path: '[draft] r é.md' },
    ]);
  });

  it('reads a folder', () => {
    expect(docgate(['check', '.', '--quiet'], { cwd }).stdout).toContain('Rollback tested');
  });

  it('keeps going when one document is unreadable', () => {
    const folder = mkdtempSync(join(tmpdir(), 'docgate-bad-'));
    writeFileSync(join(folder, 'a-checklist.md'), Buffer.from([0x23, 0x20, 0xff, 0xfe, 0x0a]));
    writeFileSync(join(folder, 'b-checklist.md'), '# Release checklist\n\n- [ ] Rollback tested\n');
    const report = JSON.parse(docgate(['check', '.', '-f', 'json'], { cwd: folder }).stdout);
    expect(report.findings.map(({ path, rule }: { path: string; rule: string }) => `${path} ${rule}`)).toEqual(
      expect.arrayContaining(['a-checklist.md checklist/unreadable', 'b-checklist.md checklist/open-items']),
    );
    rmSync(folder, { recursive: true });
  });
});

describe('output', () => {
  it('writes several formats at once', () => {
    const { stdout } = docgate(['check', '.', '-f', 'sarif', '-o', 'out.sarif', '-f', 'pretty'], { cwd });
    expect(stdout).toContain('Rollback tested');
    expect(JSON.parse(readFileSync(join(cwd, 'out.sarif'), 'utf8'))).toMatchObject({ version: '2.1.0' });
  });

  it('is the same every time', () => {
    const args = ['check', '--cwd', 'docs/examples/webshop', '--as-of', '2026-01-08T12:00:00Z', '-f', 'json'];
    expect(docgate(args).stdout).toBe(docgate(args).stdout);
  });

  it('takes now from SOURCE_DATE_EPOCH', () => {
    expect(JSON.parse(docgate(['check', '.', '-f', 'json'], { cwd, env: { SOURCE_DATE_EPOCH: '1767873600' } }).stdout).asOf).toBe(
      '2026-01-08T12:00:00.000Z',
    );
  });

  it('colours on demand only', () => {
    expect(docgate(['check', '.', '--color'], { cwd }).stdout).toContain('\u001B[');
    expect(docgate(['check', '.'], { cwd, env: { FORCE_COLOR: '1' } }).stdout).not.toContain('\u001B[');
    expect(docgate(['check', '.'], { cwd, env: { NO_COLOR: '', FORCE_COLOR: '1' } }).stdout).toContain('\u001B[');
    expect(docgate(['check', '.', '--no-color'], { cwd, env: { NO_COLOR: '', FORCE_COLOR: '1' } }).stdout).not.toContain('\u001B[');
  });

  it('prints figures on standard error with --stats', () => {
    expect(docgate(['check', '.', '--stats'], { cwd }).stderr).toMatch(/^1 files, \d+ rules, 1 errors/);
  });

  it('shows no progress bar where there is no terminal', () => {
    expect(docgate(['check', '--cwd', 'docs/examples/webshop']).stderr).toBe('');
  });
});

describe('--policy', () => {
  it('judges by one policy, as its kind', () => {
    const report = JSON.parse(docgate(['check', '.', '--policy', 'document', '-f', 'json'], { cwd }).stdout);
    expect(report.files).toMatchObject([{ kind: 'document' }]);
    expect(report.findings).toEqual([]);
  });
});

describe('the other readers', () => {
  it('inspect prints the model with places', () => {
    const { model, places } = JSON.parse(docgate(['inspect', '[draft] r é.md', '--places'], { cwd }).stdout);
    expect(model.tasks).toMatchObject([{ state: 'open', text: 'Rollback tested' }]);
    expect(places['/tasks/0/state']).toMatchObject({ start: { line: 3, column: 3 }, end: { line: 3, column: 6 } });
  });

  it('inspect prints the syntax tree', () => {
    expect(JSON.parse(docgate(['inspect', '[draft] r é.md', '--mdast'], { cwd }).stdout).type).toBe('root');
  });

  it('status prints a bar per document', () => {
    const { code, stdout } = docgate(['status', '--cwd', 'docs/examples/webshop']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/docs\/releases\/1\.3\.0\/checklist\.md\s+checklist\s+complete\s+██████████ 12\/12\s+passes/);
  });

  it('status prints JSON and Markdown', () => {
    expect(JSON.parse(docgate(['status', '--cwd', 'docs/examples/webshop', '-f', 'json']).stdout).documents.length).toBeGreaterThan(5);
    expect(docgate(['status', '--cwd', 'docs/examples/webshop', '-f', 'markdown']).stdout).toMatch(/^\| Document \|/);
  });

  it('explain says what a rule wants and why', () => {
    expect(docgate(['explain', 'checklist/open-items']).stdout).toMatch(/^# checklist\/open-items/);
    expect(docgate(['explain', 'open-child']).stdout).toMatch(/^# checklist\/open-child/);
  });

  it('schema and policy eject print what ships', () => {
    expect(JSON.parse(docgate(['schema', 'policy']).stdout).title).toBe('docgate policy');
    expect(JSON.parse(docgate(['policy', 'eject', 'incident']).stdout).name).toBe('incident');
    expect(docgate(['policy', 'list']).stdout).toContain('checklist/open-items');
  });
});
