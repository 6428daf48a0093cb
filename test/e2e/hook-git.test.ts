/** The hook of plain git, with the real git. */
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  checklist,
  complete,
  docgateBin,
  docgateIn,
  followPage,
  incomplete,
  itHoldsTheGate,
  onPath,
  type Team,
  type TeamOptions,
  team,
} from './hooking.ts';

const hookOf = ({ root }: Team): string => join(root, '.git/hooks/pre-commit');

const installed = (options?: TeamOptions): Team => {
  const shop = team(options);
  expect(docgateIn(shop, 'hook install')).toMatchObject({ code: 0 });
  return shop;
};

const withHook = (script: string, mode = 0o755): Team => {
  const shop = team();
  shop.write('.git/hooks/pre-commit', script);
  chmodSync(hookOf(shop), mode);
  return shop;
};

const tryCommit = (shop: Team, text: string): ReturnType<Team['run']> => {
  shop.write(checklist, text);
  return shop.run('git add docs && git commit -m Release');
};

describe('the hook of plain git', { timeout: 120_000 }, () => {
  itHoldsTheGate(installed);

  it('does what its page says', () => {
    const shop = team({ docgate: 'path' });
    shop.write(checklist, incomplete);
    followPage('docs/hooks.md', shop);
  });

  it('chains the hook that was there: it runs first, and can block', () => {
    const shop = withHook('#!/bin/sh\necho "theirs ran as $(basename "$0")"\n[ ! -e refuse ]\n');
    docgateIn(shop, 'hook install');
    expect(tryCommit(shop, incomplete)).toMatchObject({ code: 1, output: expect.stringMatching(/theirs ran[\s\S]*Open item/) });
    shop.write('refuse', '');
    const refused = tryCommit(shop, complete);
    expect(refused.output).toContain('theirs ran');
    expect(refused.code).toBe(1);
    shop.run('rm refuse');
    expect(tryCommit(shop, complete)).toMatchObject({ code: 0 });
  });

  it('chains a hook that is no shell script', () => {
    const shop = withHook(`#!${process.execPath}\nconsole.log('from node'); process.exitCode = 3;\n`);
    docgateIn(shop, 'hook install');
    expect(tryCommit(shop, complete)).toMatchObject({ code: 1, output: 'from node\n' });
  });

  it('chains a hook without a first line, as git runs it', () => {
    const shop = withHook('echo plain\nexit 1\n');
    docgateIn(shop, 'hook install');
    expect(tryCommit(shop, complete)).toMatchObject({ code: 1, output: 'plain\n' });
  });

  it('leaves a hook that git would not run unused', () => {
    const shop = withHook('#!/bin/sh\nexit 1\n', 0o644);
    docgateIn(shop, 'hook install');
    expect(tryCommit(shop, complete)).toMatchObject({ code: 0 });
  });

  it('restores the hook that was there byte for byte, with its mode', () => {
    const bytes = Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0xff, 0x00, 0xfe, 0x0d, 0x0a]);
    const shop = team();
    const path = hookOf(shop);
    shop.write('.git/hooks/pre-commit', '');
    shop.run(`printf '\\177ELF\\377\\000\\376\\r\\n' > .git/hooks/pre-commit`);
    chmodSync(path, 0o751);
    expect(docgateIn(shop, 'hook install').output).toContain('kept as pre-commit.before-docgate and runs first');
    expect(readFileSync(path, 'utf8')).toContain('docgate hook: begin');
    expect(docgateIn(shop, 'hook install').output).toContain('there already');
    expect(docgateIn(shop, 'hook uninstall')).toMatchObject({ code: 0 });
    expect(readFileSync(path)).toEqual(bytes);
    expect(statSync(path).mode & 0o777).toBe(0o751);
    expect(readdirSync(join(shop.root, '.git/hooks')).filter((name) => name.includes('docgate'))).toEqual([]);
  });

  it('keeps a link a link', () => {
    const shop = team({ files: { 'tools/check.sh': '#!/bin/sh\necho linked\nexit 1\n' } });
    chmodSync(join(shop.root, 'tools/check.sh'), 0o755);
    mkdirSync(join(shop.root, '.git/hooks'), { recursive: true });
    symlinkSync('../../tools/check.sh', hookOf(shop));
    docgateIn(shop, 'hook install');
    expect(tryCommit(shop, complete)).toMatchObject({ code: 1, output: 'linked\n' });
    docgateIn(shop, 'hook uninstall');
    expect(shop.run('readlink .git/hooks/pre-commit').output).toBe('../../tools/check.sh\n');
  });

  it('works in a linked work tree, whose hook is the one of the repository', () => {
    const shop = team({ docgate: 'path' });
    shop.run('git worktree add -q ../hotfix');
    const hotfix = join(shop.root, '../hotfix');
    const { output } = shop.run(`'${process.execPath}' '${docgateBin}' hook install`, hotfix);
    expect(output).toContain('linked work trees of a repository share this hook');
    expect(readFileSync(hookOf(shop), 'utf8')).toContain('docgate hook: begin');
    shop.write(`../hotfix/${checklist}`, incomplete);
    const blocked = shop.run('git add docs && git commit -m Release', hotfix);
    expect(blocked.output).toContain('Open item: "Rollback tried"');
    expect(blocked.code).toBe(1);
    shop.write(`../hotfix/${checklist}`, complete);
    expect(shop.run('git add docs && git commit -m Release', hotfix)).toMatchObject({ code: 0 });
  });

  it.each(['githooks', 'ABSOLUTE'])('respects core.hooksPath: %s', (name) => {
    const shop = team();
    const value = name === 'ABSOLUTE' ? join(shop.root, '../our hooks') : name;
    shop.run(`git config core.hooksPath '${value}'`);
    expect(docgateIn(shop, 'hook install').output).toContain(`core.hooksPath is ${value}`);
    expect(readdirSync(join(shop.root, '.git/hooks')).filter((file) => !file.endsWith('.sample'))).toEqual([]);
    expect(tryCommit(shop, incomplete)).toMatchObject({ code: 1 });
    expect(docgateIn(shop, 'hook uninstall')).toMatchObject({ code: 0 });
    expect(shop.run('git commit -m Release')).toMatchObject({ code: 0 });
  });

  it('refuses a core.hooksPath of all repositories', () => {
    const shop = team({ env: { GIT_CONFIG_GLOBAL: '' } });
    shop.write('../.gitconfig', '[core]\n  hooksPath = ~/everywhere\n');
    const global = `GIT_CONFIG_GLOBAL='${join(shop.root, '../.gitconfig')}'`;
    const { code, output } = shop.run(`${global} '${process.execPath}' '${docgateBin}' hook install`);
    expect(output).toMatch(/^docgate: core\.hooksPath is ~\/everywhere for all your repositories/);
    expect(code).toBe(2);
  });

  it('judges the folder of the configuration, whatever its name', () => {
    const app = `app "é' $x`;
    const shop = team({
      docgate: 'nowhere',
      files: { [`${app}/docgate.config.yaml`]: 'documents:\n  - files: lists/*.md\n    kind: checklist\n' },
    });
    mkdirSync(join(shop.root, app, 'node_modules/.bin'), { recursive: true });
    symlinkSync(docgateBin, join(shop.root, app, 'node_modules/.bin/docgate'));
    mkdirSync(join(shop.root, app, 'deep/er'), { recursive: true });
    expect(shop.run(`'${process.execPath}' '${docgateBin}' hook install`, join(shop.root, app, 'deep/er'))).toMatchObject({ code: 0 });
    shop.write(`${app}/lists/one.md`, incomplete);
    const { code, output } = shop.run('git add . && git commit -m Release');
    expect(output).toContain('Open item: "Rollback tried"');
    expect(code).toBe(1);
    shop.write(`${app}/lists/one.md`, complete);
    expect(shop.run('git add . && git commit -m Release')).toMatchObject({ code: 0 });
  });

  it('judges what `git commit FILE` commits, not what else is staged', () => {
    const shop = installed();
    shop.write(checklist, incomplete);
    shop.write('other.txt', 'x\n');
    shop.run('git add .');
    expect(shop.run('git commit -m Other other.txt')).toMatchObject({ code: 0 });
    expect(shop.run(`git commit -m Release ${checklist}`)).toMatchObject({ code: 1 });
  });

  it('blocks when docgate itself cannot run', () => {
    const shop = installed({ docgate: 'nowhere' });
    onPath(shop, 'docgate', '#!/bin/sh\nexit 127\n');
    expect(tryCommit(shop, complete)).toMatchObject({ code: 1 });
  });

  it('blocks with one line when there is no Node.js for the program that commits', () => {
    const shop = installed();
    shop.write(checklist, complete);
    const bin = join(shop.root, '../tools');
    mkdirSync(bin);
    for (const name of ['git', 'sh', 'dirname']) symlinkSync(shop.run(`command -v ${name}`).output.trim(), join(bin, name));
    shop.run('git add docs');
    const { code, output } = shop.run(`PATH='${bin}' git commit -m Release`);
    expect(output).toBe(
      'docgate: Node.js is not on the PATH of this program, so the commit is blocked. Install Node.js 20.19 or newer, or commit from a terminal.\n',
    );
    expect(code).toBe(1);
  });
});
