/** What npm would publish: complete by itself, for those who import it and those who require it. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nodeBinary, repositoryFolder } from './cli/run.ts';

const folder = mkdtempSync(join(tmpdir(), 'docgate-package-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (command: string, args: readonly string[], cwd = folder): string => {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${status}\n${stderr}`);
  return stdout.trim();
};

const packed: string[] = [];

beforeAll(() => {
  run('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], repositoryFolder);
  packed.push(...run('tar', ['-xvzf', run('ls', [folder])]).split('\n'));
  mkdirSync(join(folder, 'node_modules'));
  renameSync(join(folder, 'package'), join(folder, 'node_modules/docgate'));
}, 60_000);

describe('the package', () => {
  test('holds what runs, and nothing that a run has left', () => {
    expect(packed).toEqual(expect.arrayContaining(['package/dist/bin.js', 'package/dist/index.js', 'package/schemas/policy.schema.json']));
    expect(packed.filter((path) => /compiled|meta\.json|\/src\/.*\.ts$/.test(path) && !path.endsWith('.d.ts'))).toEqual([]);
  });

  test('runs without its dependencies', () => {
    writeFileSync(join(folder, 'checklist.md'), '# Release 1.4.0\n\n- [x] Migration tried\n');
    expect(run(nodeBinary, ['node_modules/docgate/dist/bin.js', '--version'])).toMatch(/^\d+\.\d+\.\d+/);
    expect(run(nodeBinary, ['node_modules/docgate/dist/bin.js', 'check', 'checklist.md', '--kind', 'checklist', '--no-git'])).toContain(
      '✓ passed',
    );
  });

  test.each([
    ['imported', ['--input-type=module', '-e', "import { kindNames, check } from 'docgate'; console.log(typeof check, kindNames[0])"]],
    ['required', ['-e', "const { kindNames, check } = require('docgate'); console.log(typeof check, kindNames[0])"]],
  ])('can be %s', (_, args) => expect(run(nodeBinary, args)).toBe('function checklist'));
});
