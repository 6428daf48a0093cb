/** One table of promises, held by every tree over the same files. */
import { describe, expect, it } from 'vitest';
import { diskTree } from '../../src/tree/disk.ts';
import { indexTree } from '../../src/tree/git-index.ts';
import { refTree } from '../../src/tree/git-ref.ts';
import { memoryTree } from '../../src/tree/memory.ts';
import type { Tree } from '../../src/tree/tree.ts';
import { commit, folder, git, isolated, repository, textOf, write } from './sandbox.ts';

const files: Readonly<Record<string, string | Uint8Array>> = {
  '#hash.md': 'hash',
  '!bang.md': 'bang',
  '.github/pull_request_template.md': 'dot',
  'CHANGELOG.md': 'one\r\ntwo',
  'docs/Zebra.md': 'Z',
  'docs/[draft]/c.md': 'bracket',
  'docs/d/c.md': 'not the bracket one',
  'docs/a b "c".md': 'odd',
  'docs/bytes.md': new Uint8Array([0xff, 0x00, 0x0d, 0x0a, 0x0a]),
  'docs/deep/er/x.md': 'x',
  'docs/deep/node_modules/p/readme.md': 'foreign',
  'docs/empty.md': '',
  'docs/line\nbreak.md': 'newline',
  'docs/notes.txt': 'text',
  'docs/\u{1F600}.md': 'astral',
  'docs/\uFF5E.md': 'fullwidth',
  'docs/{x,y}.md': 'braces',
  'node_modules/p/readme.md': 'foreign',
};

const trees: Readonly<Record<string, () => Promise<Tree> | Tree>> = {
  memory: () => memoryTree(files),
  disk: () => {
    const root = folder();
    write(root, files);
    return diskTree(root);
  },
  index: async () => {
    const root = repository(files);
    git(root, ['add', '-A']);
    return indexTree(root, isolated);
  },
  ref: async () => {
    const root = repository(files);
    commit(root);
    return refTree(root, 'HEAD', isolated);
  },
};

const listed: readonly (readonly [globs: readonly string[], ignore: readonly string[], paths: readonly string[]])[] = [
  [['*.md'], [], ['!bang.md', '#hash.md', 'CHANGELOG.md']],
  [['**/*'], ['docs/**'], ['!bang.md', '#hash.md', '.github/pull_request_template.md', 'CHANGELOG.md']],
  [
    ['docs/*.md'],
    [],
    [
      'docs/Zebra.md',
      'docs/a b "c".md',
      'docs/bytes.md',
      'docs/empty.md',
      'docs/line\nbreak.md',
      'docs/{x,y}.md',
      'docs/\u{1F600}.md',
      'docs/\uFF5E.md',
    ],
  ],
  [['docs/**/*.md'], ['docs/*.md', '**/deep/**'], ['docs/[draft]/c.md', 'docs/d/c.md']],
  [['./docs/d/*.md', 'docs/./d/c.md', '{./CHANGELOG,docs/d/c}.md'], [], ['CHANGELOG.md', 'docs/d/c.md']],
  [['docs/[draft]/c.md'], [], ['docs/d/c.md']],
  [['docs/\\[draft\\]/c.md'], [], ['docs/[draft]/c.md']],
  [['docs/@(bytes|empty).md', '+(x)'], [], ['docs/bytes.md', 'docs/empty.md']],
  [['#hash.md', '!bang.md'], [], ['!bang.md', '#hash.md']],
  [['.github/**', '**/.github/*.md'], [], ['.github/pull_request_template.md']],
  [['docs/zebra.md', 'changelog.md'], [], []],
  [['docs', 'docs/', 'docs/deep/er', '', '.', '../**', '/**/*.md', '{/,../}**/*.md', 'CHANGELOG.md/'], [], []],
  [['docs/../CHANGELOG.md', '{docs/{d,none}/*,CHANGELOG}.md', 'docs/\\{x,y\\}.md'], [], ['CHANGELOG.md', 'docs/d/c.md', 'docs/{x,y}.md']],
  [['node_modules/**', '**/readme.md', 'docs/deep/node_modules/p/readme.md'], [], []],
  [['**'], ['./docs/**', '*.md'], ['.github/pull_request_template.md']],
  [[], [], []],
];

const there: readonly (readonly [path: string, answer: boolean | undefined])[] = [
  ['docs', true],
  ['docs/', true],
  ['docs/deep/er', true],
  ['.', true],
  ['', true],
  ['docs/../CHANGELOG.md', true],
  ['./docs/[draft]/c.md', true],
  ['docs/line\nbreak.md', true],
  ['doc', false],
  ['docs/none.md', false],
  ['docs/none/../none.md', false],
  ['CHANGELOG.md/x', false],
  ['changelog.md', false],
  ['no\0thing', false],
  ['..', undefined],
  ['../CHANGELOG.md', undefined],
  ['docs/../../x', undefined],
  ['/etc/passwd', undefined],
  ['/', undefined],
];

describe.each(Object.entries(trees))('the %s tree', (_name, make) => {
  it('lists what the globs say, sorted by code unit', async () => {
    const tree = await make();
    for (const [globs, ignore, paths] of listed) expect(await tree.list(globs, ignore), globs.join(' ')).toEqual(paths);
  });

  it('reads the bytes of every file, whatever its name', async () => {
    const tree = await make();
    for (const [path, content] of Object.entries(files)) {
      expect(Buffer.from((await tree.read(path)) ?? 'none'), path).toEqual(Buffer.from(content));
    }
  });

  it('reads many files at once, and the same file twice', async () => {
    const tree = await make();
    const paths = [...(await tree.list(['docs/**'])), 'CHANGELOG.md', 'CHANGELOG.md'];
    const contents = await Promise.all(paths.map((path) => tree.read(path)));
    expect(contents.map(textOf)).toEqual(paths.map((path) => Buffer.from(files[path] ?? '').toString()));
  });

  it('has no bytes for folders, absent files and paths that lead out', async () => {
    const tree = await make();
    for (const path of [
      'docs',
      '.',
      '',
      'docs/none.md',
      'CHANGELOG.md/x',
      '../CHANGELOG.md',
      '/etc/passwd',
      'no\0thing',
      'x'.repeat(5000),
    ]) {
      expect(await tree.read(path), path).toBeUndefined();
    }
  });

  it('knows files and folders, and does not answer for what lies outside', async () => {
    const tree = await make();
    for (const [path, answer] of there) expect(await tree.has(path), path).toBe(answer);
  });
});
