import { describe, expect, test } from 'vitest';
import { bodyNodes, flatten, type Outline, outlineOf, type Section } from '../../src/markdown/outline.ts';
import { sourceOfText } from '../../src/model/source.ts';

const outline = (text: string): Outline => outlineOf(sourceOfText('a.md', text));

const drawn = (section: Section): string => `${section.title}(${section.sections.map(drawn).join(' ')})`;

describe('sections nest by rank', () => {
  test.each([
    ['none', 'text', '()'],
    ['nothing at all', '', '()'],
    ['one', '# A', '(A())'],
    ['below each other', '# A\n## B\n### C\n## D', '(A(B(C()) D()))'],
    ['several first-level headings', '# A\n## B\n# C\n## D', '(A(B()) C(D()))'],
    ['ranks that are left out', '# A\n#### B\n## C', '(A(B() C()))'],
    ['ranks that rise at once', '### A\n# B\n## C', '(A() B(C()))'],
    ['setext headings', 'A\n===\n\nB\n---\n', '(A(B()))'],
    ['closing hashes', '## A ##', '(A())'],
    ['formatting and links in a title', '# **A** [b](c) `d` <!-- e -->', '(A b d())'],
    ['a heading in a quote, which opens no section', '# A\n> ## B\n', '(A())'],
    ['a heading in a fence, which is none', '# A\n```\n## B\n```\n', '(A())'],
  ])('%s', (_, text, expected) => expect(drawn(outline(text).top)).toBe(expected));
});

const text = '---\nk: v\n---\n\nintro\n\n# A\n\nprose\n\n## B\n\n- x\n\n## B\n';

test('a section knows its depth, path, slug, blocks and range', () => {
  const { sections, top } = outline(text);
  expect(sections.map(({ depth, slug, path }) => ({ depth, slug, path }))).toEqual([
    { depth: 0, slug: '', path: [] },
    { depth: 1, slug: 'a', path: ['A'] },
    { depth: 2, slug: 'b', path: ['A', 'B'] },
    { depth: 2, slug: 'b-1', path: ['A', 'B'] },
  ]);
  expect(sections.map(({ range }) => text.slice(range.start, range.end).trim())).toEqual([
    text.trim(),
    text.slice(text.indexOf('# A')).trim(),
    '## B\n\n- x',
    '## B',
  ]);
  expect(sections.map(({ body }) => body.map(({ type }) => type))).toEqual([['yaml', 'paragraph'], ['paragraph'], ['list'], []]);
  expect(flatten(top)).toEqual(sections);
});

test('the nodes of a body come in document order with their ancestors', () => {
  const section = outline('- a\n  - b\n').top;
  expect([...bodyNodes(section)].map(({ node, ancestors }) => `${'  '.repeat(ancestors.length)}${node.type}`)).toEqual([
    'list',
    '  listItem',
    '    paragraph',
    '      text',
    '    list',
    '      listItem',
    '        paragraph',
    '          text',
  ]);
});

describe('anchors', () => {
  test.each([
    ['headings, as GitHub numbers them', '# A b!\n## A b!\n> # A b!\n', ['a-b', 'a-b-1', 'a-b-2']],
    ['HTML ids and names', '<a id="x"></a>\n\ntext <a name=y></a>\n\n<h2 ID=\'z\'>t</h2>', ['x', 'y', 'z']],
    ['none in comments about nothing', '<!-- text -->', []],
  ])('are %s', (_, markdown, anchors) => expect(outline(markdown).anchors).toEqual(anchors));
});

test('a refused source has an outline without sections and the reason', () => {
  const refused = outline(`# A\n${'>'.repeat(100)}`);
  expect(refused).toMatchObject({ refused: 'too-deep', anchors: [], top: { range: { start: 0, end: 0 } } });
  expect(refused.sections).toHaveLength(1);
  expect(outline('# A')).not.toHaveProperty('refused');
});
