import { execFileSync } from 'node:child_process';
import { chmodSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { UsageError } from '../../src/model/usage-error.ts';
import { diskTree } from '../../src/tree/disk.ts';
import { folder, textOf, write } from './sandbox.ts';

const withLinks = (): string => {
  const outside = folder();
  write(outside, { 'secret.md': 'secret' });
  const root = folder();
  write(root, { 'docs/a.md': 'a', 'docs/v2/b.md': 'b' });
  symlinkSync('a.md', join(root, 'docs/link.md'));
  symlinkSync('v2', join(root, 'docs/latest'));
  symlinkSync(outside, join(root, 'docs/out'));
  symlinkSync(join(outside, 'secret.md'), join(root, 'docs/out.md'));
  symlinkSync('nowhere.md', join(root, 'docs/dangling.md'));
  symlinkSync('loop.md', join(root, 'docs/loop.md'));
  return root;
};

describe('symbolic links', () => {
  it('are followed inside the tree', async () => {
    const tree = diskTree(withLinks());
    expect(textOf(await tree.read('docs/link.md'))).toBe('a');
    expect(textOf(await tree.read('docs/latest/b.md'))).toBe('b');
    expect(await tree.has('docs/latest')).toBe(true);
  });

  it('give nothing away from outside the tree', async () => {
    const tree = diskTree(withLinks());
    for (const path of ['docs/out.md', 'docs/out/secret.md', 'docs/out']) {
      expect(await tree.read(path), path).toBeUndefined();
      expect(await tree.has(path), path).toBeUndefined();
    }
  });

  it('that end nowhere are nothing', async () => {
    const tree = diskTree(withLinks());
    for (const path of ['docs/dangling.md', 'docs/loop.md']) {
      expect(await tree.read(path), path).toBeUndefined();
      expect(await tree.has(path), path).toBe(false);
    }
  });

  it('are not listed, nor is what stands behind them: every file has one name', async () => {
    const tree = diskTree(withLinks());
    expect(await tree.list(['**', 'docs/latest/*.md', 'docs/link.md', 'docs/out/*'])).toEqual(['docs/a.md', 'docs/v2/b.md']);
  });

  it('may lead to the root itself', async () => {
    const place = folder();
    symlinkSync(withLinks(), join(place, 'root'));
    const tree = diskTree(join(place, 'root'));
    expect(await tree.list(['docs/*.md'])).toEqual(['docs/a.md']);
    expect(textOf(await tree.read('docs/a.md'))).toBe('a');
  });
});

it('does not wait for a pipe', async () => {
  const root = folder();
  execFileSync('mkfifo', [join(root, 'pipe.md')]);
  expect(await diskTree(root).read('pipe.md')).toBeUndefined();
});

it('never lists what belongs to git', async () => {
  const root = folder();
  write(root, { '.git/description.md': '', 'sub/.git/x.md': '', '.gitlab/a.md': '' });
  expect(await diskTree(root).list(['**', '.git/*.md'])).toEqual(['.gitlab/a.md']);
});

it('says so when the root does not exist', async () => {
  const tree = diskTree(join(folder(), 'none'));
  await expect(tree.list(['**'])).rejects.toThrow(UsageError);
  await expect(tree.read('a.md')).rejects.toThrow(UsageError);
});

it.skipIf(process.getuid?.() === 0)('does not take a file it may not read for an absent one', async () => {
  const root = folder();
  write(root, { 'a.md': 'a' });
  chmodSync(join(root, 'a.md'), 0o000);
  await expect(diskTree(root).read('a.md')).rejects.toThrow(UsageError);
});
