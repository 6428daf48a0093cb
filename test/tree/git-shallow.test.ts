/** A history that is whole is seen to be; whatever is in doubt is asked of git. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mayBeShallow } from '../../src/tree/git-shallow.ts';
import { commit, folder, git, isolated, repository } from './sandbox.ts';

const cloned = (...flags: string[]): string => {
  const root = repository({ 'a.md': 'a\n' });
  commit(root);
  commit(root);
  const clone = join(folder(), 'clone');
  git(root, ['clone', '-q', ...flags, `file://${root}`, clone]);
  return clone;
};

const doubtful = (root: string, env = isolated): Promise<boolean> => mayBeShallow(root, env);

describe('a history that may be shallow', () => {
  it('is not that of a whole clone, seen from its top and from a folder in it', async () => {
    const clone = cloned();
    mkdirSync(join(clone, 'docs/deep'), { recursive: true });
    expect(await Promise.all([doubtful(clone), doubtful(join(clone, 'docs/deep'))])).toEqual([false, false]);
  });

  it('is that of a shallow clone, and of its linked work trees', async () => {
    const clone = cloned('--depth', '1');
    git(clone, ['worktree', 'add', '-q', '-b', 'side', join(clone, '../side')]);
    expect(await Promise.all([doubtful(clone), doubtful(join(clone, '../side'))])).toEqual([true, true]);
  });

  it('is not that of a linked work tree and a submodule of whole ones', async () => {
    const clone = cloned();
    git(clone, ['worktree', 'add', '-q', '-b', 'side', join(clone, '../side')]);
    git(clone, ['-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', `file://${cloned()}`, 'sub']);
    expect(await Promise.all([doubtful(join(clone, '../side')), doubtful(join(clone, 'sub'))])).toEqual([false, false]);
  });

  it('is any where git may look elsewhere: variables, bare repositories, a broken .git, none at all', async () => {
    const clone = cloned();
    for (const name of ['GIT_DIR', 'GIT_COMMON_DIR', 'GIT_SHALLOW_FILE'])
      expect(await doubtful(clone, { ...isolated, [name]: 'x' })).toBe(true);
    expect(await doubtful(cloned('--bare'))).toBe(true);
    mkdirSync(join(clone, 'inner/.git'), { recursive: true });
    expect(await doubtful(join(clone, 'inner'))).toBe(true);
    rmSync(join(clone, 'inner/.git'), { recursive: true });
    writeFileSync(join(clone, 'inner/.git'), 'no pointer\n');
    expect(await doubtful(join(clone, 'inner'))).toBe(true);
  });
});
