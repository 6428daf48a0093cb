/** Commits, files and lines between two commits of real repositories. */
import { describe, expect, it } from 'vitest';
import { gitScope } from '../../src/facts/git-scope.ts';
import { commit, git, isolated, repository, write } from '../tree/sandbox.ts';

const env = isolated;

const kept = 'a line that stays\n'.repeat(5);

const history = (format = 'sha1'): string => {
  const root = repository({ 'a.txt': `${kept}3\n`, 'logo.bin': new Uint8Array([0, 1, 2]) }, `--object-format=${format}`);
  commit(root, 'one');
  git(root, ['tag', 'v1.0.0']);
  write(root, { 'a.txt': `${kept}three\n`, 'tab\tname é.txt': 'x\ny\n' });
  commit(root, 'two');
  git(root, ['mv', 'a.txt', '7\t8\tb.txt']);
  write(root, { 'logo.bin': new Uint8Array([0, 9, 9]) });
  commit(root, 'three');
  return root;
};

describe('gitScope', () => {
  it('counts renamed, odd and binary files once', async () => {
    expect(await gitScope({ root: history(), from: 'v1.0.0', to: 'HEAD', env })).toEqual({
      commits: 2,
      filesChanged: 3,
      linesAdded: 3,
      linesRemoved: 1,
    });
  });

  it.each(['sha1', 'sha256'])('counts from the beginning without a start (%s)', async (format) => {
    expect(await gitScope({ root: history(format), to: 'v1.0.0', env })).toEqual({
      commits: 1,
      filesChanged: 2,
      linesAdded: 6,
      linesRemoved: 0,
    });
  });

  it('leaves merges out of the commits', async () => {
    const root = history();
    git(root, ['checkout', '-q', '-b', 'side', 'v1.0.0']);
    write(root, { 'side.txt': 's\n' });
    commit(root, 'side');
    git(root, ['checkout', '-q', 'main']);
    git(root, ['merge', '-q', '--no-ff', '-m', 'merge', 'side']);
    expect((await gitScope({ root, from: 'v1.0.0', to: 'HEAD', env })).commits).toBe(3);
  });

  it('says which revision is missing', async () => {
    await expect(gitScope({ root: history(), from: 'v0.9.0', to: 'HEAD', env })).rejects.toThrow(/no revision "v0.9.0".*git fetch --tags/);
    await expect(gitScope({ root: history(), from: '--all', to: 'HEAD', env })).rejects.toThrow(/no revision "--all"/);
  });

  it('does not obey the user configuration that colours or relativises', async () => {
    const root = history();
    git(root, ['config', 'diff.renames', 'false']);
    git(root, ['config', 'color.ui', 'always']);
    expect((await gitScope({ root, from: 'v1.0.0', to: 'HEAD', env })).filesChanged).toBe(3);
  });
});
