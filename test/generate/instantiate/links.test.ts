/** Links of a record that stands in another folder than its template. */
import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { applySplices } from '../../../src/generate/edit/splice.ts';
import { linkedPaths, relinked } from '../../../src/generate/instantiate/links.ts';
import { descend } from '../../../src/markdown/nodes.ts';
import { outlineOf } from '../../../src/markdown/outline.ts';
import { sourceOfText } from '../../../src/model/source.ts';
import { targetOf } from '../../../src/read/links.ts';
import { checkFiles, rulesOf } from '../../checking.ts';
import { fc } from '../../tooling/fast-check.ts';

const [template, record] = ['docs/RELEASE-CHECKLIST.md', 'docs/releases/1.4.0/checklist.md'];
const always = (_: string): boolean => true;

const moved = (text: string, { from = template, to = record, exists = always } = {}): string => {
  const source = sourceOfText(to, text);
  return applySplices(source, relinked(source, from, { to, exists }));
};

describe('a link of a file that moves', () => {
  it.each([
    ['[rollback](ROLLBACK.md)', '[rollback](../../ROLLBACK.md)'],
    ['[rollback](./ROLLBACK.md)', '[rollback](../../ROLLBACK.md)'],
    ['[up](../README.md?plain=1#a/b)', '[up](../../../README.md?plain=1#a/b)'],
    ['[beside](releases/1.4.0/notes.md)', '[beside](notes.md)'],
    ['[folder](releases/1.4.0/)', '[folder](./)'],
    ['[folder](img/)', '[folder](../../img/)'],
    ['[up](..)', '[up](../../..)'],
    ['![a [b](c) d](img/x.png "t) e")', '![a [b](c) d](../../img/x.png "t) e")'],
    ['[![i](i.svg)](a.md)', '[![i](../../i.svg)](../../a.md)'],
    ['[a](<b c.md> (t))', '[a](<../../b c.md> (t))'],
    ["[a]( b\\_c\\(1.md 't' )", "[a]( ../../b\\_c\\(1.md 't' )"],
    ['[a](b(c)&amp;d%20e.md)', '[a](../../b(c)&amp;d%20e.md)'],
    ['[](a.md)', '[](../../a.md)'],
    ['[a][b\\]c]\n\n[b\\]c]: <a.md>\n  "t"', '[a][b\\]c]\n\n[b\\]c]: <../../a.md>\n  "t"'],
    ['> [a](\n> b.md\n> "t")', '> [a](\n> ../../b.md\n> "t")'],
    ['> [a]:\n> b.md', '> [a]:\n> ../../b.md'],
    ['| a |\n| - |\n| [x](y.md) |', '| a |\n| - |\n| [x](../../y.md) |'],
    ['# [a](b.md)\r\n\r\n- [ ] [c](d.md)\r\n', '# [a](../../b.md)\r\n\r\n- [ ] [c](../../d.md)\r\n'],
    ['Text[^1]\n\n[^1]: See [a](b.md).', 'Text[^1]\n\n[^1]: See [a](../../b.md).'],
  ])('%j', (text, expected) => expect(moved(text)).toBe(expected));

  it.each([
    '`[a](b.md)`',
    '```\n[a](b.md)\n```',
    '<a href="b.md">x</a> <img src="c.png">',
    '<!-- [a](b.md) -->',
    '[a](https://example.org/b.md) <https://example.org> www.example.org [m](mailto:x@example.org) [n](//example.org/x)',
    '[a](#anchor) [b](?plain=1) [c](/rooted/x.md) [d]()',
    '[out](../../elsewhere.md)',
    '[a\\](b.md)',
  ])('stays: %j', (text) => expect(moved(text)).toBe(text));

  it('stays where it led nowhere before, or the folder is the same', () => {
    expect(moved('[a](a.md) [b](b.md)', { exists: (path) => path === 'docs/b.md' })).toBe('[a](a.md) [b](../../b.md)');
    expect(moved('[a](./a.md)', { to: 'docs/other.md' })).toBe('[a](./a.md)');
  });

  it.each([
    ['[a](#b)', '[a](../../RELEASE-CHECKLIST.md#b)'],
    ['[a](<#b c> "t") [b](c.md)', '[a](<../../RELEASE-CHECKLIST.md#b c> "t") [b](../../c.md)'],
    ['[a]: #b', '[a]: ../../RELEASE-CHECKLIST.md#b'],
  ])('leads back to what a part does not hold: %j', (text, expected) => {
    const source = sourceOfText(record, text);
    expect(applySplices(source, relinked(source, template, { to: record, exists: always, part: true }))).toBe(expected);
    const beside = { to: 'docs/part.md', exists: always, part: true };
    expect(applySplices(source, relinked(source, template, beside))).toContain('RELEASE-CHECKLIST.md#b');
    expect(linkedPaths(source, template, true)).toContain(template);
  });

  it('takes no scheme for a file, and encodes folders', () => {
    expect(moved('[a](x/a:b.md)', { from: 't.md', to: 'x/r.md' })).toBe('[a](./a:b.md)');
    expect(moved('[a](a.md)', { from: 'my (old) docs/t.md', to: 'x/r.md' })).toBe('[a](../my%20%28old%29%20docs/a.md)');
    expect(moved('[a](100%.md)', { from: 'my docs/t.md', to: 'x/r.md' })).toBe('[a](100%.md)');
  });

  it('is told by its path from the root', () =>
    expect(linkedPaths(sourceOfText(record, '[a](a%20b.md#x) [b](../c/) [d](#d) ![a](<a b.md>)'), template)).toEqual(['docs/a b.md', 'c']));
});

const name = fc.stringMatching(/^[a-zA-Zäß0-9 ().:&_'*[\]-]{1,6}$/).filter((one) => !/^\.+$|^\s|\s$/.test(one));
const folder = fc.array(fc.constantFrom('docs', 'releases', 'a b', 'x(y)', 'ü', '1.4.0'), { maxLength: 3 });
const pathIn = folder.map((parts) => [...parts, 'file.md'].join('/'));
const url = fc
  .tuple(
    fc.array(fc.oneof(fc.constantFrom('..', '.', 'docs', 'releases'), name), { maxLength: 3 }),
    name,
    fc.constantFrom('', '/', '#x/y', '?a/b', '?q#h'),
  )
  .map(([folders, last, tail]) => [...folders, last].join('/') + tail);
const written = url.chain((one) =>
  fc.constantFrom(
    `[t](<${one}>)`,
    `![t [u]](<${one}> "v](w)")`,
    `[t](${one.replace(/[ ()]/g, encodeURIComponent)} 'v')`,
    `[t](${one.replace(/[()_&]/g, '\\$&')})`,
    `[r]: <${one}> (v)`,
    `> - [t][r] \`[t](${one})\``,
  ),
);
const text = fc.array(fc.oneof(written, fc.constantFrom('word', '[', '](', '<b>', '\\')), { maxLength: 6 }).map((all) => all.join('\n\n'));

const leading = (body: string, from: string): (string | undefined)[] =>
  [...descend(outlineOf(sourceOfText(from, body)).root)].flatMap(({ node }) => {
    if (node.type !== 'link' && node.type !== 'image' && node.type !== 'definition') return [];
    const { target, path, anchor } = targetOf(node.url);
    if (target !== 'file' || path === undefined || path.startsWith('/')) return [`${node.type} ${node.url}`];
    return [`${node.type} ${posix.join('/', posix.dirname(from), path).replace(/(?<=.)\/$/, '')}#${anchor}`];
  });

describe('links that moved', () => {
  it('are undone by the splices, and lead to where they led', () =>
    fc.assert(
      fc.property(text, pathIn, pathIn, (body, from, to) => {
        const source = sourceOfText(to, body);
        const known = new Set(linkedPaths(source, from));
        const splices = relinked(source, from, { to, exists: always });
        const result = applySplices(source, splices);
        let shift = 0;
        const back = splices.map(({ start, end, text: put }) => {
          const at = start + shift;
          shift += put.length - (end - start);
          return { start: at, end: at + put.length, text: body.slice(start, end) };
        });
        expect(applySplices(sourceOfText(to, result), back)).toBe(body);
        const [before, after] = [leading(body, from), leading(result, to)];
        expect(after).toHaveLength(before.length);
        for (const [index, one] of before.entries()) {
          const path = one?.replace(/^\w+ \/|#[^#]*$/g, '') ?? '';
          if (known.has(path === '' ? '.' : path)) expect(after[index]).toBe(one);
        }
      }),
      { numRuns: 200 },
    ));

  it('keep a record covering its template', async () => {
    const items =
      '- [ ] Read the [rollback plan](ROLLBACK.md) of the team\n- [ ] [ROLLBACK.md](ROLLBACK.md)\n- [ ] Look at ![the graph](g.png) again\n';
    const body = `# Release checklist\n\n${items}`;
    const done = moved(body).replaceAll('[ ]', '[x]');
    expect(done).toContain('](../../ROLLBACK.md)');
    const judged = async (text: string) =>
      rulesOf(
        (
          await checkFiles(
            { [template]: body, 'docs/ROLLBACK.md': '# R\n', 'docs/g.png': 'x', [record]: `---\ntemplate: ${template}\n---\n\n${text}` },
            { paths: [record], kind: 'checklist' },
          )
        ).report.findings,
      ).filter((rule) => /missing-item|renamed-item|link/.test(rule));
    expect(await judged(done)).toEqual([]);
    expect(await judged(done.replace(/^.*graph.*\n/m, ''))).toEqual(['checklist/missing-item']);
    expect((await judged(body.replaceAll('[ ]', '[x]'))).length).toBeGreaterThan(0);
  });
});
