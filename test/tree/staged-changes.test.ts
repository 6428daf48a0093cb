import { rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { UsageError } from '../../src/model/usage-error.ts';
import { stagedChanges } from '../../src/tree/staged-changes.ts';
import { commit, folder, git, isolated, repository, write } from './sandbox.ts';

const prose = 'a line of prose\n'.repeat(20);

describe('stagedChanges', () => {
  it('tells additions, edits, deletions and renames, sorted by path', async () => {
    const root = repository({ 'edit.md': 'one', 'gone.md': 'gone', 'old name.md': prose, 'same.md': 'same' });
    commit(root);
    git(root, ['mv', 'old name.md', 'new\nname.md']);
    write(root, { 'edit.md': 'two', 'é.md': 'added', 'new\nname.md': `${prose}and one more\n` });
    git(root, ['rm', '-q', 'gone.md']);
    git(root, ['add', '-A']);
    write(root, { 'same.md': 'not staged', 'untracked.md': '' });
    expect(await stagedChanges(root, isolated)).toEqual([
      { path: 'edit.md', status: 'modified' },
      { path: 'gone.md', status: 'deleted' },
      { path: 'new\nname.md', status: 'renamed', from: 'old name.md' },
      { path: 'é.md', status: 'added' },
    ]);
  });

  it('sees a rename whatever the user has set', async () => {
    const root = repository({ 'a.md': prose });
    commit(root);
    git(root, ['config', 'diff.renames', 'copies']);
    git(root, ['config', 'diff.relative', 'true']);
    git(root, ['config', 'diff.external', 'false']);
    git(root, ['mv', 'a.md', 'b.md']);
    write(root, { 'c.md': prose });
    git(root, ['add', 'c.md']);
    expect((await stagedChanges(root, isolated)).map(({ status }) => status).toSorted()).toEqual(['added', 'renamed']);
  });

  it('takes everything for added before the first commit', async () => {
    const root = repository({ 'a.md': 'a', 'docs/b.md': '' });
    expect(await stagedChanges(root, isolated)).toEqual([]);
    git(root, ['add', '-A']);
    expect(await stagedChanges(root, isolated)).toEqual([
      { path: 'a.md', status: 'added' },
      { path: 'docs/b.md', status: 'added' },
    ]);
  });

  it('leaves out what is only intended, links and submodules', async () => {
    const root = repository({ 'a.md': 'a' });
    const head = commit(root);
    write(root, { 'planned.md': 'planned' });
    git(root, ['add', '-N', 'planned.md']);
    symlinkSync('a.md', join(root, 'link.md'));
    git(root, ['add', 'link.md']);
    git(root, ['update-index', '--add', '--cacheinfo', `160000,${head},lib`]);
    expect(await stagedChanges(root, isolated)).toEqual([]);
  });

  it('tells of a file whose place a link takes, and the other way round', async () => {
    const root = repository({ 'file.md': 'a' });
    symlinkSync('file.md', join(root, 'link.md'));
    commit(root);
    for (const path of ['file.md', 'link.md']) rmSync(join(root, path));
    symlinkSync('elsewhere.md', join(root, 'file.md'));
    write(root, { 'link.md': 'now a file' });
    git(root, ['add', '-A']);
    expect(await stagedChanges(root, isolated)).toEqual([
      { path: 'file.md', status: 'type-changed' },
      { path: 'link.md', status: 'type-changed' },
    ]);
  });

  it('stays under the root: a file that moves in is added', async () => {
    const root = repository({ 'a.md': prose, 'sub/b.md': 'b', 'z.md': 'z' });
    commit(root);
    git(root, ['mv', 'a.md', 'sub/a.md']);
    write(root, { 'sub/b.md': 'edited', 'z.md': 'edited' });
    git(root, ['add', '-A']);
    expect(await stagedChanges(join(root, 'sub'), isolated)).toEqual([
      { path: 'a.md', status: 'added' },
      { path: 'b.md', status: 'modified' },
    ]);
  });

  it('refuses a merge conflict and a folder outside git', async () => {
    const root = repository({ 'a.md': 'base' });
    commit(root);
    git(root, ['checkout', '-qb', 'other']);
    write(root, { 'a.md': 'theirs' });
    commit(root);
    git(root, ['checkout', '-q', 'main']);
    git(root, ['rm', '-q', 'a.md']);
    commit(root);
    expect(() => git(root, ['merge', 'other'])).toThrow();
    await expect(stagedChanges(root, isolated)).rejects.toThrow(/^a\.md has a merge conflict/);
    await expect(stagedChanges(folder(), isolated)).rejects.toThrow(UsageError);
  });
});
