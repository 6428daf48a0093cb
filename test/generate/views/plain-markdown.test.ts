/** Plain text as Markdown: it reads the same, whatever it holds. */
import type { Nodes } from 'mdast';
import { describe, expect, it } from 'vitest';
import { lineMarkdown, textMarkdown } from '../../../src/generate/views/plain-markdown.ts';
import { descend } from '../../../src/markdown/nodes.ts';
import { parse } from '../../../src/markdown/parse.ts';
import { sourceOfText } from '../../../src/model/source.ts';
import { fc } from '../../tooling/fast-check.ts';

const nodesOf = (markdown: string): Nodes[] => [...descend(parse(sourceOfText('x.md', `- ${markdown}\n`)).root)].map(({ node }) => node);

/** What a reader sees of a list item, with code spans in backticks. */
const seen = (markdown: string): string =>
  nodesOf(markdown)
    .map((node) => (node.type === 'text' ? node.value : node.type === 'inlineCode' ? `\`${node.value}\`` : ''))
    .join('');

const allowed = new Set(['root', 'list', 'listItem', 'paragraph', 'text', 'inlineCode', 'link']);

describe('a line', () => {
  it.each([
    ['escape `<script>` and <T> generics in __init__', 'escape `<script>` and \\<T> generics in \\_\\_init\\_\\_'],
    ['handle *.md globs and _private_ names', 'handle \\*.md globs and \\_private\\_ names'],
    ['support a|b tables & [brackets](x)', 'support a\\|b tables & \\[brackets\\](x)'],
    ['keep snake_case and 2 * 3 as they are', 'keep snake_case and 2 * 3 as they are'],
    ['keep $1 and {{ mustache }} literal', 'keep $1 and {{ mustache }} literal'],
    ['<script>alert(1)</script>', '\\<script>alert(1)\\</script>'],
    ['a ` b', 'a \\` b'],
    ['see https://example.org/a_b_c?x=1&amp;y.', 'see <https://example.org/a_b_c?x=1&amp;y>.'],
    ['# not a heading', '\\# not a heading'],
    ['1. not a list', '1\\. not a list'],
    ['- not a list', '\\- not a list'],
    ['&lt; is no entity', '\\&lt; is no entity'],
    ['C:\\*', 'C:\\\\\\*'],
    ['[x] done', '\\[x\\] done'],
    ['ask @team or @org/team', 'ask `@team` or `@org/team`'],
    ['`@team` and a@b stay', '`@team` and a@b stay'],
    ['an open `@team', 'an open \\``@team`'],
    ['@team`code`', '`@team` `code`'],
  ])('%s', (text, markdown) => {
    expect(lineMarkdown(text)).toBe(markdown);
  });

  const pieces = fc.constantFrom(
    ...[
      '*',
      '_',
      '`',
      '``',
      '<',
      '>',
      '[',
      ']',
      '(',
      ')',
      '|',
      '~',
      '~~',
      '#',
      '-',
      '+',
      '1.',
      '&lt;',
      '\\',
      '!',
      ' ',
      'a',
      'é',
      '__',
      '**',
    ],
    ...['<b>', '<!--', '-->', '[x]', '](y)', '```', 'word', '@name', '==', '$', ':', '"'],
  );
  const texts = fc
    .oneof(
      fc.string({ unit: 'grapheme' }),
      fc.array(pieces).map((parts) => parts.join('')),
    )
    .map((text) =>
      text
        .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    // An address becomes a link, which reads the same; a mail address is one by itself.
    .filter((text) => text !== '' && !/:\/\/|www\.|@\w+\./i.test(text));

  it('reads the same, and marks up nothing but code', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const markdown = lineMarkdown(text);
        for (const { type } of nodesOf(markdown)) expect(allowed).toContain(type);
        const plain = (value: string): string => value.replace(/`/g, '').replace(/\s+/g, '');
        expect(plain(seen(markdown))).toBe(plain(text));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('several lines', () => {
  it('stay paragraphs and list items, and open nothing else', () => {
    const text = 'one\ntwo\n\n- a *star*\n- b\n\n# no heading\n---\n```\ncode?';
    const types = nodesOf(textMarkdown(text).split('\n').join('\n  ')).map(({ type }) => type);
    for (const refused of ['heading', 'thematicBreak', 'code', 'emphasis']) expect(types).not.toContain(refused);
    expect(types.filter((type) => type === 'listItem')).toHaveLength(3);
  });
});
