/** Installing and uninstalling in real repositories: nothing is lost, whatever stood there. */
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeChanges } from '../../src/cli/changes.ts';
import { runHookInstall, runHookUninstall } from '../../src/cli/hook.ts';
import { runHook } from '../../src/cli/hook-run.ts';
import { diskFiles, type Io } from '../../src/cli/io.ts';
import { fc } from '../tooling/fast-check.ts';
import { commit, git, repository, write } from '../tree/sandbox.ts';
import { type Desk, desk } from './editing.ts';

const at = (root: string, other: Partial<Io> = {}): Desk => desk({}, { cwd: root, ...other });

const snapshot = (folder: string): readonly unknown[] =>
  readdirSync(folder)
    .filter((name) => name !== '.git')
    .sort()
    .map((name) => [name, statSync(join(folder, name)).mode, readFileSync(join(folder, name)).toString('hex')]);

describe('hook install and uninstall', () => {
  it('bring back any file, with its mode', async () => {
    const root = repository();
    const hooks = join(root, '.git/hooks');
    mkdirSync(hooks, { recursive: true });
    const { io } = at(root);
    const modes = fc.constantFrom(0o755, 0o644, 0o700, 0o555);
    await fc.assert(
      fc.asyncProperty(fc.option(fc.uint8Array({ maxLength: 40 })), modes, async (bytes, mode) => {
        if (bytes !== null) {
          writeFileSync(join(hooks, 'pre-commit'), bytes);
          chmodSync(join(hooks, 'pre-commit'), mode);
        }
        const before = snapshot(hooks);
        await runHookInstall({}, io);
        const installed = snapshot(hooks);
        await runHookInstall({}, io);
        expect(snapshot(hooks)).toEqual(installed);
        expect(installed).not.toEqual(before);
        await runHookUninstall({}, io);
        expect(snapshot(hooks)).toEqual(before);
        if (bytes !== null) await diskFiles.removeFile(join(hooks, 'pre-commit'));
      }),
      { numRuns: 12 },
    );
  });

  it('print what they would do, and do nothing', async () => {
    const root = repository({ '.git/hooks/pre-commit': '#!/bin/sh\n', 'lefthook.yml': '# ours\n' });
    const { io, printed } = at(root);
    const before = snapshot(join(root, '.git/hooks'));
    await runHookInstall({ dryRun: true, manager: 'git' }, io);
    expect(printed()).toMatch(
      /^rename \.git\/hooks\/pre-commit to \.git\/hooks\/pre-commit\.before-docgate\n--- \/dev\/null\n\+\+\+ b\/\.git\/hooks\/pre-commit\n[\s\S]*\nwould be: \.git\/hooks\/pre-commit: installed/,
    );
    await runHookInstall({ dryRun: true }, io);
    expect(printed()).toContain('+++ b/lefthook.yml');
    expect(snapshot(join(root, '.git/hooks'))).toEqual(before);
    expect(readFileSync(join(root, 'lefthook.yml'), 'utf8')).toBe('# ours\n');
  });

  it('say what else is to be done, unless they are to be quiet', async () => {
    const said: string[] = [];
    const { io } = at(repository({ 'lefthook.yml': '' }), { stderr: (text) => void said.push(text) });
    await runHookInstall({ quiet: true }, io);
    expect(said).toEqual([]);
    await runHookInstall({}, io);
    expect(said).toEqual(['note: It is not active in this clone yet: run "lefthook install".\n']);
  });

  it('name a configuration that was given', async () => {
    const root = repository({ 'sub/other.yaml': 'documents:\n  - files: "*.md"\n    kind: checklist\n' });
    await runHookInstall({ config: 'other.yaml', cwd: 'sub' }, at(root).io);
    expect(readFileSync(join(root, '.git/hooks/pre-commit'), 'utf8')).toContain('hook run --cwd sub --config other.yaml || exit 1');
  });

  it('say so when there is nothing to take away', async () => {
    const { io, printed } = at(repository({ '.git/hooks/pre-commit': '#!/bin/sh\n' }));
    expect(await runHookUninstall({}, io)).toBe(0);
    expect(printed()).toBe('docgate has no hook here; nothing changed\n');
  });

  it('take the hook away under a configuration that is broken', async () => {
    const root = repository();
    const { io } = at(root);
    await runHookInstall({}, io);
    write(root, { 'docgate.config.yaml': 'documents: [\n' });
    expect(await runHookUninstall({}, io)).toBe(0);
    await expect(runHookInstall({}, io)).rejects.toThrow(/docgate\.config\.yaml:/);
  });
});

describe('makeChanges', () => {
  it('takes back what it did when a later change fails', async () => {
    const root = repository({ hook: 'theirs\n' });
    chmodSync(join(root, 'hook'), 0o750);
    const before = snapshot(root);
    const changes = [
      { from: join(root, 'hook'), to: join(root, 'kept') },
      { path: 'hook', before: undefined, text: 'ours\n', mode: 0o755 },
      { from: join(root, 'absent'), to: join(root, 'other') },
    ];
    await expect(makeChanges(root, changes, at(root).io)).rejects.toThrow(/ENOENT/);
    expect(readFileSync(join(root, 'hook'), 'utf8')).toBe('theirs\n');
    expect(statSync(join(root, 'hook')).mode & 0o777).toBe(0o750);
    expect(snapshot(root)).toEqual(before);
  });

  it('brings a removed file back with its mode', async () => {
    const root = repository({ hook: 'ours\n' });
    chmodSync(join(root, 'hook'), 0o755);
    const changes = [
      { path: 'hook', before: 'ours\n', text: undefined, mode: 0o755 },
      { from: join(root, 'absent'), to: join(root, 'hook') },
    ];
    await expect(makeChanges(root, changes, at(root).io)).rejects.toThrow(/ENOENT/);
    expect(statSync(join(root, 'hook')).mode & 0o777).toBe(0o755);
  });

  it('never renames a file over another', async () => {
    const root = repository({ a: 'a\n', b: 'b\n' });
    await expect(makeChanges(root, [{ from: join(root, 'a'), to: join(root, 'b') }], at(root).io)).rejects.toThrow(/is not overwritten/);
    expect(readFileSync(join(root, 'b'), 'utf8')).toBe('b\n');
  });
});

describe('hook run', () => {
  const open = '# Release checklist\n\nVersion: 1.5.0\n\n- [x] Tests pass\n- [ ] Rollback tried\n';

  it('judges what the commit changes, or with --all everything in the index', async () => {
    const root = repository({ 'docs/releases/1.4.0/checklist.md': open });
    commit(root);
    write(root, { 'README.md': '# Shop\n' });
    git(root, ['add', '.']);
    const { io, printed } = at(root);
    expect(await runHook({}, io)).toBe(0);
    expect(printed()).toBe('');
    expect(await runHook({ all: true }, io)).toBe(1);
    expect(printed()).toContain('Open item: "Rollback tried"');
  });
});
