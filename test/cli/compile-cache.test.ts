import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { nodeBinary, repositoryFolder } from './run.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A copy of the program that has not run yet. */
const installed = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'docgate-installed-'));
  folders.push(folder);
  const filter = (path: string): boolean => !path.endsWith('/compiled') && !path.endsWith('/types');
  for (const part of ['dist', 'package.json', 'schemas'])
    cpSync(join(repositoryFolder, part), join(folder, part), { recursive: true, filter });
  return folder;
};

const run = (folder: string, args: readonly string[], env: Record<string, string> = {}): string => {
  const { status, stdout, stderr } = spawnSync(nodeBinary, [join(folder, 'dist/bin.js'), ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], NO_COLOR: '1', ...env },
  });
  return `${status} ${stdout}${stderr}`;
};

const kept = (folder: string): string[] =>
  existsSync(join(folder, 'dist/compiled'))
    ? readdirSync(join(folder, 'dist/compiled'), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ parentPath, name }) => join(parentPath, name))
    : [];

const help = ['check', '--help'];

describe('compiled code', () => {
  test('is kept by the first run, for the next one to say the same', () => {
    const folder = installed();
    const first = run(folder, help);
    const files = kept(folder);
    expect(first).toMatch(/^0 Usage: docgate check/);
    expect(files).not.toEqual([]);
    expect(run(folder, help)).toBe(first);
    expect(kept(folder)).toEqual(files);
  });

  test('is not kept where that is forbidden', () => {
    const folder = installed();
    expect(run(folder, help, { NODE_DISABLE_COMPILE_CACHE: '1' })).toMatch(/^0 Usage/);
    expect(kept(folder)).toEqual([]);
  });

  test('is not missed where it cannot be written', () => {
    const folder = installed();
    writeFileSync(join(folder, 'dist/compiled'), '');
    expect(run(folder, help)).toMatch(/^0 Usage/);
    expect(run(folder, help)).toMatch(/^0 Usage/);
  });

  test.each([
    ['empty', () => ''],
    ['something else', () => 'nothing that V8 has made'],
    ['cut', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
    ['damaged', (bytes: Buffer) => bytes.map((byte, at) => (at % 1000 === 500 ? byte ^ 0xff : byte))],
  ])('that is %s is not believed, and is made anew', (_, spoil) => {
    const folder = installed();
    const first = run(folder, help);
    for (const file of kept(folder)) writeFileSync(file, spoil(readFileSync(file)));
    const spoilt = kept(folder).map((file) => readFileSync(file));
    expect(run(folder, help)).toBe(first);
    for (const [index, file] of kept(folder).entries()) expect(readFileSync(file).equals(spoilt[index] ?? Buffer.of())).toBe(false);
  });
});

// Node's own cache, from 22.8 on, knows what it holds by more than its length.
const isOwn = /^v(?:20|21)\.|^v22\.[0-7]\./.test(spawnSync(nodeBinary, ['--version'], { encoding: 'utf8' }).stdout);

const commitIn = (folder: string): void => {
  const commit = ['-c', 'user.name=d', '-c', 'user.email=d@example.com', 'commit', '-q', '--allow-empty', '-m', 'fix: one'];
  for (const args of [['init', '-q'], commit]) spawnSync('git', args, { cwd: folder });
};

describe.skipIf(!isOwn)('compiled code (of a Node without a compile cache)', () => {
  // V8 knows the text by its length: what was kept of one that differs shows that it is used.
  test.each([
    ['a short run', ['--help']],
    ['a run that hurries', ['changelog']],
  ])('of %s is what runs', (_, args) => {
    const [one, other] = [installed(), installed()];
    const before = run(one, ['--help']);
    const program = readdirSync(join(other, 'dist')).find((file) => file.startsWith('program-')) ?? '';
    const path = join(other, 'dist', program);
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll('Holds your team', 'HOLDS YOUR TEAM'));
    commitIn(other);
    expect(run(other, args)).toMatch(/^0 /);
    for (const file of kept(other)) cpSync(file, file.replace(other, one));
    expect(run(one, ['--help'])).toBe(before.replace('Holds your team', 'HOLDS YOUR TEAM'));
  });
});
