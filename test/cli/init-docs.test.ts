/** Every command of docs/init.md runs in a repository that is not set up yet. */
import { cpSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commit, isolated, repository } from '../tree/sandbox.ts';
import { docgate, repositoryFolder } from './run.ts';

const env = Object.fromEntries(Object.entries(isolated).filter((entry): entry is [string, string] => entry[1] !== undefined));

const blocks = [...readFileSync(`${repositoryFolder}docs/init.md`, 'utf8').matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map((match) =>
  (match[1] ?? '')
    .split('\n')
    .map((line) => line.replace(/\s+#.*$/, '').trim())
    .filter((line) => line !== ''),
);

describe('docs/init.md', () => {
  it('shows commands', () => {
    expect(blocks.flat().length).toBeGreaterThan(3);
    expect(blocks.flat().every((line) => line.startsWith('docgate '))).toBe(true);
  });

  it.each(blocks)('sets a fresh copy of the example up: %s', (...lines) => {
    const root = repository();
    cpSync(`${repositoryFolder}docs/examples/webshop`, root, { recursive: true });
    rmSync(join(root, 'docgate.config.yaml'));
    commit(root);
    for (const line of lines) {
      const { code, stdout, stderr } = docgate(line.split(' ').slice(1), { cwd: root, env });
      // The example holds a box that cannot be read and a waiver that ran out: these stay errors.
      expect(line === 'docgate check' ? [0, 1] : [0], `${line}\n${stdout}${stderr}`).toContain(code);
    }
    expect(readFileSync(join(root, 'docgate.config.yaml'), 'utf8')).toContain('docs/incidents/*.md');
  });
});
