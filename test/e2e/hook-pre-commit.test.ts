/** The hook with the real pre-commit: as a local hook, and installed by pre-commit from a clone of this repository. */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Ajv from 'ajv';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { repositoryFolder } from '../cli/run.ts';
import { hasShared, sharedBytes } from '../shared.ts';
import { git, isolated } from '../tree/sandbox.ts';
import { checklist, docgateIn, followPage, incomplete, itHoldsTheGate, oddName, type Team, type TeamOptions, team } from './hooking.ts';

const present = spawnSync('pre-commit', ['--version']).status === 0;
const isClone = existsSync(join(repositoryFolder, '.git'));
const config = '.pre-commit-config.yaml';
const theirs = '# Our hooks\nrepos:\n# the house rules\n- repo: meta\n  hooks:\n  - id: identity # prints the files\n';

let cache = '';
beforeAll(() => {
  cache = realpathSync(mkdtempSync(join(tmpdir(), 'docgate-pre-commit-')));
});
afterAll(() => rmSync(cache, { recursive: true, force: true }));

const start = (options: TeamOptions = {}): Team =>
  team({ ...options, env: { PRE_COMMIT_HOME: cache }, files: { [config]: theirs, ...options.files } });

const installed = (options?: TeamOptions): Team => {
  const shop = start(options);
  expect(docgateIn(shop, 'hook install').output).toContain(`${config}: installed`);
  expect(shop.run('git add . && pre-commit install && pre-commit validate-config')).toMatchObject({ code: 0 });
  return shop;
};

describe.skipIf(!present)('the hook with pre-commit (needs pre-commit)', { timeout: 300_000 }, () => {
  itHoldsTheGate(installed);

  it('does what its page says', () => {
    const shop = start({ docgate: 'path' });
    shop.write(checklist, incomplete);
    followPage('docs/hooks-pre-commit.md', shop);
    expect(shop.run(`cat ${config}`).output).toBe(theirs);
  });

  it.each(['repos: []\n', 'repos:\n', `repos: [\n  # ours\n  { repo: meta, hooks: [{ id: identity }] } ]\n`])(
    'edits %j so that pre-commit takes it',
    (text) => {
      const shop = installed({ files: { [config]: text } });
      shop.write(checklist, incomplete);
      expect(shop.run('git add docs && git commit -m Release')).toMatchObject({ code: 1, output: expect.stringContaining('Open item') });
    },
  );

  it('runs for a commit that only removes files', () => {
    const shop = installed();
    shop.write('old.txt', 'x\n');
    shop.run('git add . && git commit --no-verify -m Old && git rm -q old.txt');
    expect(shop.run('git commit -m Remove').output).toMatch(/^docgate\.+Passed$/m);
  });
});

/** A repository of the files as they are now, whether committed or not. */
const cloneOfNow = (): { path: string; rev: string } => {
  const path = join(cache, 'docgate');
  const list = execFileSync('git', ['ls-files', '-z', '-co', '--exclude-standard'], { cwd: repositoryFolder, env: { ...isolated } });
  for (const file of list.toString().split('\0')) {
    const from = join(repositoryFolder, file);
    if (file !== '' && file !== 'node_modules' && existsSync(from)) cpSync(from, join(path, file));
  }
  git(path, ['init', '-q', '-b', 'main']);
  git(path, ['add', '-A']);
  git(path, ['-c', 'user.name=T', '-c', 'user.email=t@example.org', '-c', 'commit.gpgsign=false', 'commit', '-q', '-m', 'now']);
  return { path, rev: git(path, ['rev-parse', 'HEAD']) };
};

const registry = present && isClone && spawnSync('npm', ['view', 'yaml@2.9.1', 'version'], { stdio: 'ignore' }).status === 0;

describe.skipIf(!registry)(
  'the hooks of this repository in pre-commit (needs pre-commit, a clone and the npm registry)',
  { timeout: 300_000 },
  () => {
    let clone = { path: '', rev: '' };
    beforeAll(() => {
      clone = cloneOfNow();
    }, 120_000);

    const using = (hook: string): Team => {
      const text = `repos:\n  - repo: ${clone.path}\n    rev: ${clone.rev}\n    hooks:\n      - ${hook}\n`;
      const shop = team({ docgate: 'nowhere', env: { PRE_COMMIT_HOME: cache }, files: { [config]: text } });
      expect(shop.run('pre-commit install --install-hooks')).toMatchObject({ code: 0 });
      return shop;
    };

    it('have a manifest that pre-commit takes', () => {
      execFileSync('pre-commit', ['validate-manifest', join(repositoryFolder, '.pre-commit-hooks.yaml')]);
    });

    it('docgate-staged judges the index', () => {
      const shop = using('id: docgate-staged');
      shop.write(oddName, incomplete);
      shop.run('git add docs');
      shop.run(`printf x > '${oddName}'`);
      const { code, output } = shop.run('git commit -m Release');
      expect(output).toContain('The commit is blocked');
      expect(output).toContain(oddName);
      expect(code).toBe(1);
      shop.write(oddName, incomplete.replace('[ ]', '[x]'));
      expect(shop.run('git add docs && git commit -m Release')).toMatchObject({ code: 0 });
    });

    it('docgate-staged judges all that the index holds when told so', () => {
      const shop = using('{ id: docgate-staged, args: [--all] }');
      shop.write(checklist, incomplete);
      shop.run('git add docs && git commit --no-verify -m Release');
      const { code, output } = shop.run('pre-commit run --all-files');
      expect(output).toContain('Open item: "Rollback tried"');
      expect(code).toBe(1);
    });

    it('docgate-files judges the files that it is given, by their names as they are', () => {
      const shop = using('id: docgate-files');
      shop.write(oddName, incomplete);
      shop.write('docs/[draft] {a,b}/* c.md', incomplete);
      const { code, output } = shop.run('git add docs && git commit -m Release');
      expect(output).toContain(oddName);
      expect(output).toContain('docs/[draft] {a,b}/* c.md');
      expect(code).toBe(1);
      shop.write(oddName, incomplete.replace('[ ]', '[x]'));
      shop.write('docs/[draft] {a,b}/* c.md', incomplete.replace('[ ]', '[x]'));
      expect(shop.run('git add docs && git commit -m Release')).toMatchObject({ code: 0 });
    });
  },
);

describe('the manifest of hooks', () => {
  const manifest: unknown = parse(readFileSync(join(repositoryFolder, '.pre-commit-hooks.yaml'), 'utf8'));

  it('names both hooks, and none of them a stage that some version of pre-commit does not know', () => {
    expect(manifest).toMatchObject([
      { id: 'docgate-staged', language: 'node', pass_filenames: false },
      { id: 'docgate-files', language: 'node', types: ['markdown'] },
    ]);
    expect(JSON.stringify(manifest)).not.toContain('stages');
  });

  it.skipIf(!hasShared)('is valid by the schemas of SchemaStore (needs ../shared)', () => {
    const ajv = new Ajv.default({ strict: false, validateFormats: false });
    const schema = (name: string): object => JSON.parse(Buffer.from(sharedBytes(`data/${name}.json`)).toString()) as object;
    const hooks = ajv.compile(schema('pre-commit-hooks'));
    expect(hooks(manifest), JSON.stringify(hooks.errors)).toBe(true);
    expect(hooks([{ id: 'x' }])).toBe(false);
  });
});
