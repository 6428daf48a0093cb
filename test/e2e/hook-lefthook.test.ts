/** The hook with the real lefthook. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { providePeer } from '../tooling/peers.mjs';
import { checklist, complete, docgateIn, followPage, incomplete, itHoldsTheGate, type Team, type TeamOptions, team } from './hooking.ts';

const lefthook = providePeer('lefthook@2.2.2');

const commands = '# Our hooks\npre-commit:\n  parallel: true\n  commands:\n    lint:\n      run: echo linted # always\n';
const jobs = 'pre-commit:\n  jobs:\n    # the linter\n    - name: lint\n      run: echo linted\n';

const start = (options: TeamOptions = {}): Team =>
  team({ ...options, peers: [lefthook ?? ''], files: { 'lefthook.yml': commands, ...options.files } });

const installed = (options?: TeamOptions): Team => {
  const shop = start(options);
  expect(docgateIn(shop, 'hook install').output).toContain('lefthook.yml: installed');
  expect(shop.run('npx lefthook install')).toMatchObject({ code: 0 });
  return shop;
};

describe.skipIf(lefthook === undefined)('the hook with lefthook (needs lefthook@2.2.2 from npm)', { timeout: 300_000 }, () => {
  itHoldsTheGate(installed);

  it('does what its page says', () => {
    const shop = start({ docgate: 'path' });
    shop.write(checklist, incomplete);
    followPage('docs/hooks-lefthook.md', shop);
    expect(shop.run('cat lefthook.yml').output).toBe(commands);
  });

  it.each([
    ['a list of jobs', jobs],
    ['no hook yet', 'assert_lefthook_installed: true\n'],
    ['comments only', '# nothing yet\n'],
    ['a hook that is empty', 'pre-commit:\n  # later\n'],
    ['brackets', 'pre-commit: { commands: { lint: { run: echo linted } } }\n'],
  ])('runs beside %s, and lefthook takes the file for valid', (_, text) => {
    const shop = installed({ files: { 'lefthook.yml': text } });
    expect(shop.run('npx lefthook validate')).toMatchObject({ code: 0 });
    shop.write(checklist, incomplete);
    const blocked = shop.run('git add docs && git commit -m Release');
    expect(blocked.output).toContain('Open item: "Rollback tried"');
    expect(blocked.output.includes('linted')).toBe(text.includes('linted'));
    expect(blocked.code).toBe(1);
    shop.write(checklist, complete);
    expect(shop.run('git add docs && git commit -m Release')).toMatchObject({ code: 0 });
  });

  it('works in a linked work tree', () => {
    const shop = installed({ docgate: 'path' });
    shop.run('git add . && git commit -m Hooks && git worktree add -q ../hotfix');
    const hotfix = join(shop.root, '../hotfix');
    shop.run(`mkdir node_modules && cp -R ../shop/node_modules/.bin node_modules/`, hotfix);
    shop.write(`../hotfix/${checklist}`, incomplete);
    expect(shop.run('git add docs && git commit -m Release', hotfix)).toMatchObject({
      code: 1,
      output: expect.stringContaining('Open item'),
    });
  });
});
