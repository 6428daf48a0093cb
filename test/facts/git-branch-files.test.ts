/** Files of a folder on other branches. */
import { describe, expect, it } from 'vitest';
import { branchFiles } from '../../src/facts/git-branch-files.ts';
import { commit, counted, folder, git, isolated, repository, write } from '../tree/sandbox.ts';

const sorted = (files: readonly { name: string; branch: string }[]): string[] =>
  files.map(({ name, branch }) => `${branch}: ${name}`).sort();

describe('branch files', () => {
  it('are those that another branch has in the folder', async () => {
    const root = repository({ 'docs/incidents/INC-0001.md': 'a', 'other.md': 'x' });
    commit(root);
    git(root, ['switch', '-q', '-c', 'feature/x']);
    write(root, { 'docs/incidents/INC-0002-naïve "x".md': 'b' });
    commit(root);
    git(root, ['switch', '-q', '-c', 'same', 'main']);
    const found = await branchFiles({ root, folder: 'docs/incidents', env: isolated });
    expect(sorted(found)).toEqual(['feature/x: INC-0001.md', 'feature/x: INC-0002-naïve "x".md']);
  });

  it('are those of remote branches too, and of a repository below its top', async () => {
    const origin = repository({ 'pkg/incidents/INC-0001.md': 'a' });
    commit(origin);
    git(origin, ['switch', '-q', '-c', 'fix']);
    write(origin, { 'pkg/incidents/INC-0002.md': 'b' });
    commit(origin);
    git(origin, ['switch', '-q', 'main']);
    const root = folder();
    git(root, ['clone', '-q', origin, '.']);
    const found = await branchFiles({ root: `${root}/pkg`, folder: 'incidents', env: isolated });
    expect(sorted(found)).toEqual(['origin/fix: INC-0001.md', 'origin/fix: INC-0002.md']);
  });

  it('are none outside a repository, before the first commit, or where no branch has the folder', async () => {
    expect(await branchFiles({ root: folder(), folder: 'docs', env: isolated })).toEqual([]);
    const root = repository({ 'a.md': 'x' });
    expect(await branchFiles({ root, folder: 'docs', env: isolated })).toEqual([]);
    commit(root);
    expect(await branchFiles({ root, folder: 'docs', env: isolated })).toEqual([]);
  });

  it('are listed once for branches that share a state', async () => {
    const root = repository({ 'd/INC-0001.md': 'a' });
    commit(root);
    git(root, ['switch', '-q', '-c', 'one']);
    write(root, { 'd/INC-0002.md': 'b' });
    commit(root);
    for (const name of ['two', 'three']) git(root, ['branch', name]);
    git(root, ['switch', '-q', 'main']);
    const { env, calls } = counted();
    expect(await branchFiles({ root, folder: 'd', env })).toHaveLength(2);
    expect(calls().filter((call) => call.startsWith('ls-tree'))).toHaveLength(1);
  });
});
