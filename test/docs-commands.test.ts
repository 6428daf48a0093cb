/** Every command in a document runs. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { docgate, repositoryFolder } from './cli/run.ts';

const documents = [
  'README.md',
  ...readdirSync(join(repositoryFolder, 'docs'))
    .filter((name) => name.endsWith('.md') && name !== 'cli.md')
    .map((name) => `docs/${name}`),
];

// Blocks of shell commands; `npm` lines are the two commands that CI runs on a fresh clone.
const commandsIn = (path: string): string[] =>
  [...readFileSync(join(repositoryFolder, path), 'utf8').matchAll(/^```sh\n([\s\S]*?)^```$/gm)]
    .flatMap((match) => (match[1] ?? '').split('\n'))
    .map((line) => line.replace(/\s+#.*$/, '').trim())
    .filter((line) => line.startsWith('docgate '));

const words = (command: string): string[] =>
  [...command.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map((match) => match[1] ?? match[2] ?? match[3] ?? '');

let cwd = '';
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'docgate-docs-'));
  cpSync(join(repositoryFolder, 'docs/examples/webshop'), cwd, { recursive: true });
  const git = (...args: string[]): void =>
    void execFileSync(
      'git',
      ['-c', 'user.name=Release Lead', '-c', 'user.email=release-lead@example.com', '-c', 'commit.gpgsign=false', ...args],
      { cwd, stdio: 'ignore' },
    );
  git('init', '-q', '-b', 'main');
  git('add', '.');
  git('commit', '-q', '-m', 'Add the release documents');
  git('tag', '--no-sign', 'v1.3.1');
  git('commit', '-q', '--allow-empty', '-m', 'feat: export orders');
});
afterAll(() => rmSync(cwd, { recursive: true }));

describe.each(documents)('%s', (path) => {
  it('runs every command that it shows', { timeout: 400_000 }, () => {
    for (const command of commandsIn(path)) {
      const { code, stderr } = docgate(words(command).slice(1), { cwd });
      expect([0, 1], `${command}\n${stderr}`).toContain(code);
    }
  });
});
