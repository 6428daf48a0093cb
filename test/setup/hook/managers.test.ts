/** Which manager a repository uses, and what each plan does and refuses. */
import { describe, expect, it } from 'vitest';
import { husky } from '../../../src/setup/hook/husky.ts';
import { lefthook } from '../../../src/setup/hook/lefthook.ts';
import { chooseManager, planHookInstall, planHookUninstall } from '../../../src/setup/hook/managers.ts';
import { plainGit } from '../../../src/setup/hook/plain-git.ts';
import { preCommit } from '../../../src/setup/hook/pre-commit.ts';
import { fc } from '../../tooling/fast-check.ts';
import { after, gitWith, goThereAndBack, viewWith } from './viewing.ts';

const lefthookFile = 'pre-commit:\n  commands:\n    lint:\n      run: echo\n';
const script = '.husky/pre-commit';

describe('chooseManager', () => {
  it.each([
    ['git', {}],
    ['git', { 'package.json': '{}' }],
    ['husky', { [script]: '' }],
    ['husky', { 'package.json': '{"devDependencies": {"husky": "^9.1.7"}}' }],
    ['lefthook', { '.lefthook.yaml': '' }],
    ['lefthook', { 'lefthook.toml': '' }],
    ['pre-commit', { '.pre-commit-config.yaml': '' }],
  ])('takes %s for %j', (name, files) => {
    expect(chooseManager(viewWith(files))).toBe(name);
  });

  it('takes husky where core.hooksPath says so', () => {
    const git = gitWith({ configured: { value: 'app/.husky/_', everywhere: false } });
    expect(chooseManager(viewWith({}, { git }))).toBe('husky');
  });

  it('asks where several are in use', () => {
    expect(() => chooseManager(viewWith({ [script]: '', 'lefthook.yml': '' }))).toThrow(
      'set up for husky and lefthook. Choose the one that git runs here: docgate hook install --manager husky',
    );
  });
});

describe('husky', () => {
  const bodies = fc.array(fc.constantFrom('npm test', '# comment', '', 'exit 0', 'exec lint-staged', "cat <<'EOF'", 'EOF', 'a \\'), {
    maxLength: 5,
  });

  it('comes back byte for byte, whatever the script holds', () => {
    const heads = fc.constantFrom('', '#!/bin/sh\n', '#!/usr/bin/env sh\n. "$(dirname -- "$0")/_/husky.sh"\n\n');
    fc.assert(
      fc.property(heads, bodies, fc.constantFrom('', '\n'), (head, body, ending) => {
        const before = head + body.join('\n') + ending;
        const text = goThereAndBack(husky, viewWith({ [script]: before }), script);
        const commands = text.split('\n').filter((line) => line !== '' && !line.startsWith('#') && !line.includes('husky.sh'));
        expect(commands[0]).toBe('if [ -x node_modules/.bin/docgate ]; then docgate=node_modules/.bin/docgate');
        if (head !== '') expect(text.startsWith(head.trimEnd())).toBe(true);
      }),
    );
  });

  it('makes the script where there is none, and removes it', () => {
    const text = goThereAndBack(husky, viewWith({ 'package.json': '{}' }), script);
    expect(text).toMatch(/^# docgate hook: begin, new file, digest [0-9a-f]{12}\n/);
  });

  it('keeps a script that it made when lines were added to it', () => {
    const there = after(viewWith({}), husky.install(viewWith({})));
    const grown = viewWith({ [script]: `${there.files.get(script)}npm test\n` });
    expect(after(grown, husky.uninstall(grown)).files.get(script)).toBe('npm test\n');
  });

  it('finds the script of a husky below the top', () => {
    const git = gitWith({ configured: { value: 'app/.husky/_', everywhere: false } });
    const there = after(viewWith({}, { git }), husky.install(viewWith({}, { git })));
    expect([...there.files.keys()]).toEqual(['app/.husky/pre-commit']);
  });

  it('replaces lines that a docgate with other words wrote, and only those', () => {
    const other = after(viewWith({ [script]: 'npm test\n' }), husky.install(viewWith({ [script]: 'npm test\n' }, { folder: 'app' })));
    const now = after(other, husky.install(other));
    expect(now.files.get(script)).toBe(
      after(viewWith({ [script]: 'npm test\n' }), husky.install(viewWith({ [script]: 'npm test\n' }))).files.get(script),
    );
  });
});

describe('lines changed by hand', () => {
  it.each([
    ['husky', husky, script, 'npm test\n'],
    ['lefthook', lefthook, 'lefthook.yml', lefthookFile],
    ['pre-commit', preCommit, '.pre-commit-config.yaml', 'repos: []\n'],
  ] as const)('are left alone: %s', (_, manager, path, text) => {
    const there = after(viewWith({ [path]: text }), manager.install(viewWith({ [path]: text })));
    const changed = there.files.get(path) ?? '';
    for (const spoilt of [changed.replace('exit 1', 'exit 0'), changed.replace('# docgate hook: end', '# end'), changed + changed]) {
      const view = viewWith({ [path]: spoilt });
      expect(() => manager.uninstall(view)).toThrow(/changed by hand, so they are left as they are/);
      expect(() => manager.install(view)).toThrow(/changed by hand/);
    }
  });

  it('may be indented in another way', () => {
    const view = viewWith({ 'lefthook.yml': lefthookFile });
    const text = after(view, lefthook.install(view)).files.get('lefthook.yml') ?? '';
    const wider = viewWith({ 'lefthook.yml': text.replaceAll(/^ +/gm, '$&$&') });
    expect(after(wider, lefthook.uninstall(wider)).files.get('lefthook.yml')).toBe(lefthookFile.replaceAll(/^ +/gm, '$&$&'));
  });
});

describe('files in which nothing can be added safely', () => {
  it.each([
    ['lefthook.yml', 'x: &a {parallel: true}\npre-commit: *a\n'],
    ['lefthook.yml', 'pre-commit: yes\n'],
    ['lefthook.yml', 'pre-commit:\n  commands: ~\n'],
    ['lefthook.yml', '- a\n'],
    ['lefthook.yml', 'just text\n'],
    ['lefthook.yml', 'pre-push:\n  parallel: true\n...\n'],
  ])('are refused: %s %j', (path, text) => {
    expect(() => lefthook.install(viewWith({ [path]: text }))).toThrow(/^lefthook\.yml: .* cannot be added safely\. Add by hand/);
  });

  it('are refused with their place when they are no YAML', () => {
    expect(() => lefthook.install(viewWith({ 'lefthook.yml': 'a: 1\nb: [\n' }))).toThrow(/^lefthook\.yml:\d+:\d+: /);
    expect(() => lefthook.install(viewWith({ 'lefthook.yml': 'a: 1\n---\nb: 2\n' }))).toThrow(/^lefthook\.yml:2:1: /);
  });

  it('are refused when they are of another format', () => {
    expect(() => lefthook.install(viewWith({ 'lefthook.json': '{}' }))).toThrow(/^lefthook\.json: docgate edits YAML only/);
  });
});

describe('an entry of the user', () => {
  it.each([
    [lefthook, 'lefthook.yml', 'pre-commit:\n  commands:\n    docgate:\n      run: docgate hook run\n'],
    [lefthook, 'lefthook.yml', 'pre-commit:\n  jobs:\n    - name: docgate\n      run: docgate hook run\n'],
    [preCommit, '.pre-commit-config.yaml', 'repos:\n- repo: https://x\n  rev: v1\n  hooks:\n  - id: docgate-staged\n'],
  ] as const)('is enough, and is not taken away', (manager, path, text) => {
    const view = viewWith({ [path]: text });
    expect(manager.install(view)).toMatchObject({ changes: [], summary: `${path}: runs docgate already` });
    expect(manager.uninstall(view)).toBeUndefined();
  });
});

describe('plain git', () => {
  const hook = (names: readonly string[] = []) => viewWith({}, { git: gitWith({ names }) });

  it('gives the hook that was there the first free name', () => {
    const names = ['pre-commit', 'pre-commit.before-docgate', 'pre-commit.before-docgate-2'];
    expect(plainGit.install(hook(names)).changes[0]).toEqual({
      from: '/shop/.git/hooks/pre-commit',
      to: '/shop/.git/hooks/pre-commit.before-docgate-3',
    });
  });

  const writtenBy = (view: ReturnType<typeof hook>): string => {
    const change = plainGit.install(view).changes.at(-1);
    return change !== undefined && 'text' in change ? (change.text ?? '') : '';
  };

  it('removes its hook where the one before is gone, and says so', () => {
    const current = writtenBy(hook(['pre-commit']));
    const plan = plainGit.uninstall(viewWith({}, { git: gitWith({ names: ['pre-commit'], current }) }));
    expect(plan).toMatchObject({ changes: [{ text: undefined }], notes: [expect.stringContaining('nothing to put back')] });
  });

  it('renews its own hook and keeps the chain', () => {
    const current = writtenBy(hook(['pre-commit']));
    const git = gitWith({ names: ['pre-commit', 'pre-commit.before-docgate'], current });
    expect(plainGit.install(viewWith({}, { git })).changes).toEqual([]);
    const [change] = plainGit.install(viewWith({}, { git, folder: 'app' })).changes;
    expect(change).toMatchObject({ before: current, text: expect.stringContaining('/pre-commit.before-docgate') });
    expect(change).toMatchObject({ text: expect.stringContaining('hook run --cwd app') });
  });

  it.each([
    (text: string) => `${text}echo more\n`,
    (text: string) => text.replace('exit 1', 'exit 0'),
    (text: string) => text.replace('#!/bin/sh', '#!/bin/bash'),
  ])('leaves its hook alone when it was changed', (change) => {
    const view = viewWith({}, { git: gitWith({ names: ['pre-commit'], current: change(writtenBy(hook())) }) });
    expect(plainGit.install(view)).toMatchObject({ changes: [], summary: expect.stringContaining('changed by hand') });
    expect(() => plainGit.uninstall(view)).toThrow(/changed after docgate wrote it/);
  });
});

describe('plans', () => {
  it('say in which work trees no hook runs', () => {
    const git = gitWith({ configured: { value: '.husky/_', everywhere: false }, unhooked: ['/shop', '/hotfix'] });
    const { notes } = planHookInstall('husky', viewWith({}, { git }));
    expect(notes.at(-1)).toContain('core.hooksPath is .husky/_, which is missing in these work trees');
    expect(notes.at(-1)).toContain('/shop, /hotfix');
  });

  it.each(['lefthook', 'pre-commit'] as const)('say that %s has to be active', (name) => {
    const install = (git: ReturnType<typeof gitWith>): readonly string[] => planHookInstall(name, viewWith({}, { git })).notes;
    expect(install(gitWith())).toEqual([`It is not active in this clone yet: run "${name} install".`]);
    expect(install(gitWith({ current: '# File generated by pre-commit\ncall_lefthook run\n' }))).toEqual([]);
    expect(install(gitWith({ configured: { value: '.husky/_', everywhere: false } }))[0]).toContain('core.hooksPath is .husky/_');
  });

  it('take the hook away wherever it is', () => {
    const files = { [script]: 'npm test\n', 'lefthook.yml': lefthookFile };
    const both = after(viewWith(files), planHookInstall('husky', viewWith(files)));
    const all = after(both, planHookInstall('lefthook', both));
    expect(planHookUninstall(all)).toHaveLength(2);
    expect(planHookUninstall(all, 'husky')).toHaveLength(1);
    expect(planHookUninstall(viewWith(files))).toEqual([]);
  });
});
