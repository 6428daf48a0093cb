/** Rendering: values in the form that their place asks for; every mistake is an error with its place, before anything is rendered. */
import { describe, expect, it } from 'vitest';
import { renderTemplate, type TemplateText } from '../../src/generate/render.ts';
import type { Schema } from '../../src/generate/schema-scope.ts';
import { UsageError } from '../../src/model/usage-error.ts';

const string = { type: 'string' };
const schema: Schema = {
  type: 'object',
  properties: {
    title: string,
    version: string,
    url: string,
    owner: string,
    minutes: { type: 'integer' },
    date: string,
    items: { type: 'array', items: { $ref: '#/$defs/item' } },
    window: { type: 'object', properties: { from: string, to: string }, required: ['from'] },
    names: { type: 'array', items: string },
  },
  required: ['title', 'version', 'items', 'names'],
  $defs: {
    item: {
      type: 'object',
      properties: { text: string, note: string, tags: { type: 'array', items: string } },
      required: ['text', 'tags'],
    },
  },
};

const base = { title: 'T', version: '1.2.0', items: [], names: [] };

const render = (text: string, context: object = {}, partials: Readonly<Record<string, string>> = {}): string =>
  renderTemplate(
    {
      path: 't.hbs',
      text,
      schema,
      partials: Object.fromEntries(
        Object.entries(partials).map(([name, body]): [string, TemplateText] => [name, { path: `partials/${name}.hbs`, text: body }]),
      ),
    },
    { ...base, ...context },
  );

const errorOf = (text: string, partials: Readonly<Record<string, string>> = {}, context: object = {}): string => {
  try {
    render(text, context, partials);
  } catch (error) {
    expect(error).toBeInstanceOf(UsageError);
    return (error as UsageError).message;
  }
  throw new Error('No error.');
};

describe('a value takes the form of its place', () => {
  const title = '<b> *x* `a|b` | snake_case [y](z) "q" \\';
  it.each([
    ['text', 'A {{title}} z', 'A \\<b> \\*x\\* `a|b` | snake_case \\[y](z) "q" \\ z\n'],
    [
      'a table cell',
      '| a | b |\n|---|---|\n| {{title}} | x |',
      '| a | b |\n|---|---|\n| \\<b> \\*x\\* `a\\|b` \\| snake_case \\[y](z) "q" \\ | x |\n',
    ],
    ['a code span', 'Run `{{title}}` now', 'Run `` <b> *x* `a|b` | snake_case [y](z) "q" \\ `` now\n'],
    ['a fence', '```sh\n{{title}}\n```', '```sh\n<b> *x* `a|b` | snake_case [y](z) "q" \\\n```\n'],
    ['a comment', '<!-- {{title}} -->', '<!-- &#60;b&#62; *x* `a|b` | snake_case [y](z) &#34;q&#34; \\ -->\n'],
    [
      'front matter',
      '---\ntitle: {{title}}\nversion: "v{{version}}"\n---\n',
      '---\ntitle: "<b> *x* `a|b` | snake_case [y](z) \\"q\\" \\\\"\nversion: "v1.2.0"\n---\n',
    ],
    ['a link text', '[{{title}}](x)', '[\\<b> \\*x\\* `a|b` | snake_case \\[y\\](z) "q" \\\\](x)\n'],
    ['an address', '[x]({{title}})', '[x](%3Cb%3E%20*x*%20%60a%7Cb%60%20%7C%20snake_case%20%5By%5D%28z%29%20%22q%22%20%5C)\n'],
  ])('%s', (_, template, expected) => {
    expect(render(template, { title })).toBe(expected);
  });

  it('at the start of a block nothing opens', () => {
    expect(
      render('{{#each names}}\n- {{this}}\n{{/each}}\n', { names: ['# a', '1. b', '- c', '[x] d', '> e', '---', '#5 is fixed'] }),
    ).toBe('- \\# a\n- 1\\. b\n- \\- c\n- \\[x] d\n- \\> e\n- \\---\n- #5 is fixed\n');
  });
  it('raw Markdown stays raw', () => expect(render('{{{title}}} {{title}}', { title: '**a**' })).toBe('**a** \\*\\*a\\*\\*\n'));
  it('a fence grows when the value would close it', () =>
    expect(render('~~~\n```\n{{title}}\n```\n~~~\n\n```sh\n{{title}}\n```\n', { title: 'a\n```\nb\n~~~~' })).toBe(
      '~~~~~\n```\na\n```\nb\n~~~~\n```\n~~~~~\n\n````sh\na\n```\nb\n~~~~\n````\n',
    ));
  it('what looks like a template is text', () =>
    expect(render('{{title}}', { title: '{{version}} {{{x}}}' })).toBe('{{version}} {{{x}}}\n'));
  it('a value cannot forge a mark', () =>
    expect(render('{{title}} {{version}}', { title: '\u00001\u0000' })).toBe('\uFFFD1\uFFFD 1.2.0\n'));
});

describe('helpers', () => {
  it.each([
    ['{{code title}}', { title: 'a `b`' }, '`` a `b` ``'],
    ['| a |\n|-|\n| {{code title}} |', { title: 'a|b' }, '| a |\n|-|\n| `a\\|b` |'],
    ['{{link title url}}', { title: '[x]', url: 'https://a.b/(c)' }, '[\\[x\\]](https://a.b/%28c%29)'],
    ['{{link title url}}', { title: 'x' }, 'x'],
    ['{{link title url}}', { title: 'x', url: 'javascript:alert(1)' }, 'x'],
    ['{{fill owner}} {{fill owner blank="@"}}', {}, '_______________ @'],
    ['{{fill owner}}', { owner: '@a_b' }, '@a_b'],
    ['[{{cell owner}}]', {}, '[]'],
    [
      '{{#if date}}{{date date}} {{time date}} {{date}}{{/if}}',
      { date: '2026-01-05T10:00:00Z' },
      '2026-01-05 2026-01-05 10:00 UTC 2026-01-05T10:00:00Z',
    ],
    [
      '{{#if minutes}}{{duration minutes}} {{plural minutes "fix" "fixes"}} {{number 1234567}}{{/if}}',
      { minutes: 90 },
      '1 hour 30 minutes 90 fixes 1,234,567',
    ],
    ['{{duration "P1DT2H"}} {{duration "soon"}}', {}, '1 day 2 hours soon'],
    ['{{join names}} {{join names by=" + " code=true}}', { names: ['*a', 'b'] }, '\\*a, b `*a` + `b`'],
    ['{{quiet title}}', { title: 'Thank @a-b, not x@y.z or `@c`' }, 'Thank `@a-b`, not x@y.z or `@c`'],
    ['{{paragraphs title}}', { title: '# a\nb\n\n\n- c' }, '\\# a\nb\n\n\\- c'],
    ['{{paragraphs title quiet=true}}', { title: '# a @b\n\n- *c*\n* `d`' }, '\\# a `@b`\n\n- \\*c\\*\n- `d`'],
    ['- x\n{{#indent 2}}\n{{fence title "sh"}}\n{{/indent}}', { title: 'a\n```\nb' }, '- x\n  ````sh\n  a\n  ```\n  b\n  ````'],
    ['{{#if (and title (not owner))}}a{{/if}}{{#if (or owner url)}}b{{/if}}{{#if (eq title "T")}}c{{/if}}', {}, 'ac'],
  ])('%s', (template, context, expected) => {
    expect(render(template, context)).toBe(`${expected}\n`);
  });
});

describe('partials', () => {
  it('see the value handed over, and names', () => {
    const context = {
      items: [
        { text: 'a*', tags: ['x'] },
        { text: 'b', note: 'n', tags: [] },
      ],
    };
    expect(
      render('{{#each items}}\n{{> entry this v=../version}}\n{{/each}}', context, {
        entry: '- {{text}} ({{v}}){{#each tags}} {{this}}/{{../v}}{{/each}}\n',
      }),
    ).toBe('- a\\* (1.2.0) x/1.2.0\n- b (1.2.0)\n');
  });
});

describe('mistakes', () => {
  it.each([
    ['{{verson}}', 't.hbs:1:3: There is no "verson" in the context. Did you mean "version"?'],
    ['a\n  {{#each items}}{{version}}{{/each}}', 't.hbs:2:20: There is no "version" here. It belongs one level up: write "../version".'],
    ['{{owner}}', 't.hbs:1:3: "owner" may be missing; guard it with {{#if owner}}…{{/if}}, or write {{fill …}} or {{cell …}}.'],
    [
      '{{#if owner}}{{owner}}{{else}}{{owner}}{{/if}}',
      't.hbs:1:33: "owner" may be missing; guard it with {{#if owner}}…{{/if}}, or write {{fill …}} or {{cell …}}.',
    ],
    ['{{window.from}}', 't.hbs:1:3: "window" may be missing; guard it with {{#if window}}…{{/if}}.'],
    [
      '{{#with window}}{{from}}{{to}}{{/with}}',
      't.hbs:1:27: "to" may be missing; guard it with {{#if to}}…{{/if}}, or write {{fill …}} or {{cell …}}.',
    ],
    ['{{items}}', 't.hbs:1:3: "items" is a list; go through it with {{#each items}}.'],
    ['{{#each items}}{{this}}{{/each}}', 't.hbs:1:18: "this" has parts (text, note, tags); name one of them.'],
    ['{{cod title}}', 't.hbs:1:3: There is no helper "cod". Did you mean "code"?'],
    ['{{code title version}}', 't.hbs:1:1: "code" takes 1 value, not 2.'],
    ['{{fill owner blnk="x"}}', 't.hbs:1:14: "fill" has no "blnk=". Did you mean "blank"?'],
    ['{{#eech items}}{{/eech}}', 't.hbs:1:1: There is no block "eech". Did you mean "each"?'],
    ['{{#items}}{{/items}}', 't.hbs:1:1: There is no block "items". Write {{#if items}}, {{#each items}} or {{#with items}}.'],
    ['{{> entri}}', 't.hbs:1:1: There is no partial "entri". Did you mean "entry"?'],
    ['{{> (lookup . "x")}}', 't.hbs:1:1: The name of a partial must stand in the template, so that what it includes can be linted.'],
    ['{{> loop}}', 'partials/loop.hbs:1:3: "loop" includes itself (loop → loop), so rendering would never end.'],
    ['{{> up}}', 'partials/up.hbs:1:3: "../title" leads out of the partial; hand the value over, as in {{> partial name=value}}.'],
    ['{{@index}}', 't.hbs:1:3: There is no "@index" here. It exists inside {{#each}} only.'],
    [
      '{{constructor}}',
      't.hbs:1:3: There is no "constructor" in the context. There are: title, version, url, owner, minutes, date, items, window, names.',
    ],
    ['{{title.constructor}}', 't.hbs:1:3: There is no "constructor" here.'],
    [
      '{{__proto__}}',
      't.hbs:1:3: There is no "__proto__" in the context. There are: title, version, url, owner, minutes, date, items, window, names.',
    ],
    ['{{lookup this "constructor"}}', 't.hbs:1:3: There is no helper "lookup".'],
    ['{{log title}}', 't.hbs:1:3: There is no helper "log".'],
    ['{{#*inline "x"}}a{{/inline}}', 't.hbs:1:1: Inline partials are not supported; put the text into a file in templates/partials.'],
    [
      '---\ntitle: a {{title}}\n---\n',
      't.hbs:2:10: In front matter a value stands alone or between double quotes, as in "title: {{title}}" or "title: \\"v{{version}}\\"".',
    ],
  ])('%s', (template, message) => {
    expect(
      errorOf(template, { entry: '{{text}}', loop: 'a {{> loop}}', up: '{{../title}}' }).replace('1:3: "loop" inc', '1:3: "loop" inc'),
    ).toBe(message);
  });

  it.each(['a\n{{#if title}}', 'a\n{{title', 'a\n{{title}', 'a\n{{/if}}', 'a\n{{#if title}}{{/each}}'])('%s cannot be read', (template) => {
    expect(errorOf(template)).toMatch(/^t\.hbs:[12]:\d+: /);
  });

  it('are all reported', () => {
    expect(errorOf('{{a}}\n{{b}}').split('\n')).toHaveLength(2);
  });

  it('a value that is missing in spite of its schema is an error too', () => {
    expect(errorOf('x {{title}}', {}, { title: undefined })).toBe(
      't.hbs:1:3: "title" is missing in the context. Guard it with {{#if title}}.',
    );
  });
});
