import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Nodes } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { readDocument } from '../../src/kinds/index.ts';
import { sourceOfBytes } from '../../src/model/source.ts';
import { findMojibake } from '../../src/read/mojibake.ts';

const shared = fileURLToPath(new URL('../../../shared', import.meta.url));

const documents = existsSync(join(shared, 'corpus'))
  ? ['corpus', 'seeds'].flatMap((folder) =>
      readdirSync(join(shared, folder), { recursive: true, withFileTypes: true }).flatMap((entry) =>
        entry.isFile() && /\.(?:md|qmd|erb|mdx)$/.test(entry.name) ? [join(entry.parentPath, entry.name)] : [],
      ),
    )
  : [];

interface Counts {
  open: number;
  done: number;
  headings: number;
}

// Counted by walking mdast, without a line of ours.
const count = (node: Nodes, counts: Counts = { open: 0, done: 0, headings: 0 }, nested = false): Counts => {
  if (node.type === 'listItem' && node.checked === true) counts.done++;
  if (node.type === 'listItem' && node.checked === false) counts.open++;
  if (node.type === 'heading' && !nested) counts.headings++;
  if ('children' in node) for (const child of node.children) count(child, counts, node.type !== 'root');
  return counts;
};

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter, ['yaml', 'toml']);

interface Read {
  readonly tasks: readonly { readonly box: string }[];
  readonly sections: readonly unknown[];
}

describe.skipIf(documents.length === 0)('the corpus', () => {
  test.each(documents.map((path) => [relative(shared, path), path]))(
    '%s: tasks and headings are counted as mdast counts them',
    (name, path) => {
      const source = sourceOfBytes(name, readFileSync(path));
      const { data, ranges } = readDocument(source);
      const { tasks, sections } = data as unknown as Read;
      const gfmBoxes = tasks.filter(({ box }) => /^\[[ \txX\r\n]\]$/.test(box));
      const struck = [...ranges].filter(
        ([pointer, { start }]) => /^\/tasks\/\d+\/state$/.test(pointer) && source.text.slice(start - 2, start) === '~~',
      ).length;
      const { open, done, headings } = count(parser.parse(source.text));
      expect([gfmBoxes.length - struck, sections.length]).toEqual([open + done, headings]);
      expect(gfmBoxes.filter(({ box }) => /x/i.test(box)).length).toBeGreaterThanOrEqual(done);
      for (const { start, end } of ranges.values()) expect(start >= 0 && start <= end && end <= source.text.length).toBe(true);
    },
  );

  test('has mojibake in the seed that is known for it only', () => {
    const damaged = documents.filter((path) => findMojibake(readFileSync(path, 'utf8')) !== undefined);
    expect(damaged.map((path) => relative(shared, path))).toEqual(['seeds/weekly-release-workflow.md']);
  });
});
