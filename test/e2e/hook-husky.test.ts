/** The hook with the real husky. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { providePeer } from '../tooling/peers.mjs';
import { checklist, docgateIn, followPage, incomplete, itHoldsTheGate, type Team, type TeamOptions, team } from './hooking.ts';

const husky = providePeer('husky@9.1.7');
const manifest = '{ "private": true, "devDependencies": { "husky": "9.1.7" } }\n';

const start = (options: TeamOptions = {}): Team =>
  team({ ...options, peers: [husky ?? ''], files: { 'package.json': manifest, ...options.files } });

const installed = (options?: TeamOptions): Team => {
  const shop = start(options);
  expect(shop.run('npx husky')).toMatchObject({ code: 0 });
  expect(docgateIn(shop, 'hook install').output).toContain('.husky/pre-commit: installed');
  return shop;
};

describe.skipIf(husky === undefined)('the hook with husky (needs husky@9.1.7 from npm)', { timeout: 300_000 }, () => {
  itHoldsTheGate(installed);

  it('does what its page says', () => {
    const shop = start({ docgate: 'path' });
    shop.write(checklist, incomplete);
    followPage('docs/hooks-husky.md', shop);
  });

  it('runs before lines that would end the script early', () => {
    const shop = start({ files: { '.husky/pre-commit': 'echo theirs\nexit 0\n' } });
    shop.run('npx husky');
    docgateIn(shop, 'hook install');
    shop.write(checklist, incomplete);
    expect(shop.run('git add docs && git commit -m Release')).toMatchObject({ code: 1, output: expect.stringContaining('Open item') });
    expect(docgateIn(shop, 'hook uninstall')).toMatchObject({ code: 0 });
    expect(shop.run('cat .husky/pre-commit').output).toBe('echo theirs\nexit 0\n');
  });

  it('leaves the files of husky alone when asked for plain git', () => {
    const shop = start();
    shop.run('npx husky');
    const { code, output } = docgateIn(shop, 'hook install --manager git');
    expect(output).toContain('husky writes anew');
    expect(code).toBe(2);
  });

  it('warns in a linked work tree in which no hook runs, until husky ran there', () => {
    const shop = installed({ docgate: 'path' });
    shop.run('git add . && git commit -m Hooks && git worktree add -q ../hotfix');
    const hotfix = join(shop.root, '../hotfix');
    expect(shop.run('docgate hook install', hotfix).output).toContain(`git runs no hook there: ${hotfix}\n`);
    shop.write(`../hotfix/${checklist}`, incomplete);
    expect(shop.run(`'${shop.root}/node_modules/.bin/husky'`, hotfix)).toMatchObject({ code: 0 });
    expect(shop.run('docgate hook install', hotfix).output).not.toContain('no hook there');
    expect(shop.run('git add docs && git commit -m Release', hotfix)).toMatchObject({ code: 1 });
  });
});
