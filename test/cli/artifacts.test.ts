/** Artifacts are written together or not at all, and never over a file that somebody else wrote. */
import { chmodSync, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { diffOfArtifacts, writeArtifacts } from '../../src/cli/artifacts.ts';
import { diskFiles } from '../../src/cli/io.ts';
import { folder, write } from '../tree/sandbox.ts';
import { desk } from './editing.ts';

const added = (path: string, text = 'new\n') => ({ path, text, before: undefined });

describe('writeArtifacts', () => {
  it('creates, changes and removes', async () => {
    const { io, root, text } = desk({ 'a.md': 'a\n', 'gone.md': 'x\n' });
    await writeArtifacts(
      root,
      [added('deep/er/n.sh'), { path: 'a.md', before: 'a\n', text: 'b\n' }, { path: 'gone.md', before: 'x\n', text: undefined }],
      io,
    );
    expect(text('a.md')).toBe('b\n');
    expect(text('deep/er/n.sh')).toBe('new\n');
    expect(readdirSync(root).sort()).toEqual(['a.md', 'deep']);
  });

  it('gives a new file its mode and leaves that of an old one', async () => {
    const { io, root } = desk({ 'old.sh': '1\n' });
    chmodSync(join(root, 'old.sh'), 0o700);
    await writeArtifacts(
      root,
      [
        { ...added('hook'), mode: 0o755 },
        { path: 'old.sh', before: '1\n', text: '2\n', mode: 0o644 },
      ],
      io,
    );
    expect(statSync(join(root, 'hook')).mode & 0o777).toBe(0o755);
    expect(statSync(join(root, 'old.sh')).mode & 0o777).toBe(0o700);
  });

  it('writes nothing when one of the new files is there already', async () => {
    const { io, root, text } = desk({ 'here.md': 'mine\n' });
    await expect(writeArtifacts(root, [added('other.md'), added('here.md')], io)).rejects.toThrow(/here\.md: There is such a file already/);
    expect(text('here.md')).toBe('mine\n');
    expect(existsSync(join(root, 'other.md'))).toBe(false);
  });

  it('writes nothing when an edited file changed meanwhile', async () => {
    const { io, root, text } = desk({ 'a.md': 'theirs\n' });
    const planned = [added('other.md'), { path: 'a.md', before: 'ours\n', text: 'b\n' }];
    await expect(writeArtifacts(root, planned, io)).rejects.toThrow(/changed while/);
    expect(text('a.md')).toBe('theirs\n');
    expect(existsSync(join(root, 'other.md'))).toBe(false);
  });

  it('takes back what it wrote when a later write fails', async () => {
    const root = folder();
    write(root, { 'a.md': 'a\n' });
    const full = async (path: string, text: string): Promise<boolean> => {
      if (path.endsWith('last.md')) throw new Error('no space left');
      return diskFiles.createFile(path, text);
    };
    const { io } = desk({}, { createFile: full });
    const planned = [{ path: 'a.md', before: 'a\n', text: 'b\n' }, added('first.md'), added('last.md')];
    await expect(writeArtifacts(root, planned, io)).rejects.toThrow('no space left');
    expect(readFileSync(join(root, 'a.md'), 'utf8')).toBe('a\n');
    expect(readdirSync(root)).toEqual(['a.md']);
  });

  it('lets one of two writers create a file', async () => {
    const root = folder();
    const path = join(root, 'INC-7.md');
    const won = await Promise.all(['one', 'two', 'three'].map((text) => diskFiles.createFile(path, text)));
    expect(won.filter(Boolean)).toHaveLength(1);
    expect(readdirSync(root)).toEqual(['INC-7.md']);
  });
});

describe('diffOfArtifacts', () => {
  it('shows additions, changes and removals as one patch that git takes', async () => {
    expect(
      await diffOfArtifacts([added('n.md'), { path: 'a.md', before: 'a\nb\n', text: 'a\nc\n' }, { path: 's', before: 's', text: 's' }]),
    ).toBe('--- /dev/null\n+++ b/n.md\n@@ -0,0 +1,1 @@\n+new\n--- a/a.md\n+++ b/a.md\n@@ -1,2 +1,2 @@\n a\n-b\n+c\n');
  });
});
