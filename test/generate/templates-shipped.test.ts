/** Every shipped template: linted, and of the structure that it has, whatever its context holds. */
import { readdirSync } from 'node:fs';
import type { Nodes } from 'mdast';
import { describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { schemaValidator } from '../../src/data/validator.ts';
import { findTemplate, listTemplates } from '../../src/flows/templates.ts';
import { helpers } from '../../src/generate/helpers.ts';
import { lint } from '../../src/generate/render.ts';
import type { Schema } from '../../src/generate/schema-scope.ts';
import { contextNames, contextSchema, shippedPartials, shippedTemplateNames, shippedTemplates } from '../../src/generate/templates.ts';
import { parse } from '../../src/markdown/parse.ts';
import { sourceOfText } from '../../src/model/source.ts';
import { loadPolicy } from '../../src/policy/load.ts';
import { memoryTree } from '../../src/tree/memory.ts';
import { checkFiles } from '../checking.ts';
import { fc } from '../tooling/fast-check.ts';
import { fullContext, schemaNamed, shipped, textOf } from './contexts.ts';

const shelf = { tree: memoryTree({}), shipped };
const folder = new URL('../../', import.meta.url).pathname;

describe('what is shipped is what is listed', () => {
  it('templates', () => {
    expect(
      readdirSync(`${folder}templates`)
        .filter((name) => name.endsWith('.hbs'))
        .sort(),
    ).toEqual(Object.values(shippedTemplates).sort());
  });
  it('partials', () => {
    expect(readdirSync(`${folder}templates/partials`).sort()).toEqual(shippedPartials.map((name) => `${name}.md.hbs`));
  });
  it('contexts', () => {
    const schemas = readdirSync(`${folder}schemas`).filter((name) => name.startsWith('context.'));
    expect(schemas.map((name) => `schemas/${name}`)).toEqual(contextNames.map(contextSchema).sort());
  });
  it('every template says what it is for', async () => {
    for (const { purpose, name } of await listTemplates(shelf)) expect(purpose, name).toMatch(/^[A-Z].{20,}\.$/);
  });
});

// Every object below a schema.
const objectsIn = (value: unknown): Schema[] =>
  typeof value === 'object' && value !== null ? [value as Schema, ...Object.values(value).flatMap(objectsIn)] : [];

describe.each(contextNames)('context %s', (name) => {
  const schema = schemaNamed(name);
  it('describes every property and allows no others', () => {
    expect(schema['$id']).toBe(`https://docgate.dev/schemas/context.${name}.schema.json`);
    for (const object of objectsIn(schema)) {
      if (object['type'] === 'object') expect(object['additionalProperties'], JSON.stringify(object)).toBe(false);
      if (typeof object['type'] === 'string') expect(object['description'], JSON.stringify(object)).toMatch(/\S/);
    }
  });
  it('takes a context that has everything', () => {
    const validate = schemaValidator(schema);
    expect(validate(fullContext(name, () => 'word')), JSON.stringify(validate.errors)).toBe(true);
  });
});

it('the same thing has the same shape in every context', () => {
  const shapes = new Map<string, string>();
  for (const name of contextNames)
    for (const [part, shape] of Object.entries((schemaNamed(name)['$defs'] ?? {}) as Record<string, unknown>)) {
      const text = JSON.stringify(shape);
      expect(shapes.get(part) ?? text, `${part} in ${name}`).toBe(text);
      shapes.set(part, text);
    }
});

const wording: ReadonlySet<string> = new Set(['text', 'inlineCode', 'linkReference']);

const isSafe = (url: string): boolean => !/^[a-z][a-z\d+.-]*:/i.test(url) || /^(?:https?|mailto):/i.test(url);

// Types of nodes and the levels of headings; wording is left out, and links, which have to be safe: an unsafe address is no link.
const structure = (node: Nodes): string => {
  if (node.type === 'link' || node.type === 'definition') expect(isSafe(node.url), node.url).toBe(true);
  if (wording.has(node.type)) return '';
  const inner = 'children' in node ? node.children.map(structure).join('') : '';
  return node.type === 'link' ? inner : `(${node.type}${node.type === 'heading' ? node.depth : ''}${inner})`;
};

const structureOf = (text: string): string => structure(parse(sourceOfText('x.md', text)).root);

const hostile = [
  '<script>alert(1)</script>',
  '__proto__',
  'constructor',
  '| x',
  '`',
  '``` ',
  '`a` ` b',
  'a\\',
  '*.md and **/*.ts',
  '_x_ y_z',
  '{{version}}',
  '{{{x}}} {{/if}}',
  '# 1',
  '1. one',
  '- [ ] x',
  '[x](y) [z]',
  '![i](javascript:alert(1))',
  '<!-- x',
  '--> x',
  '&lt;b&gt;',
  '~~~',
  '---',
  '===',
  '> q',
  'https://a.b/_c_?d=*e*',
  'a@b.co',
  '$& $1',
  '\u202Ex',
  '😀',
  '[^1]',
  '|--|',
];

// A note that only repeats the text of its change is left out, and one that is a list is a list, a migration too: other structures.
const withNotes = (context: unknown): unknown =>
  JSON.parse(JSON.stringify(context), (key, value: unknown) => {
    if (key === 'migration') return `also ${String(value)}`;
    const { text, notes } = (value ?? {}) as { text?: string; notes?: readonly string[] };
    return text === undefined || notes === undefined ? value : { ...(value as object), notes: notes.map((note) => `also ${note}`) };
  });

describe.each(shippedTemplateNames.filter((name) => name !== 'policy'))('template %s', (name) => {
  it('is linted without a fault', async () => {
    expect(lint(await findTemplate(shelf, name))).toEqual([]);
  });

  it('has the same structure with hostile values', async () => {
    const { context } = await findTemplate(shelf, name);
    const usual = structureOf(await textOf(name, withNotes(fullContext(context, () => 'word'))));
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.oneof(
            fc.constantFrom(...hostile),
            fc.string({ minLength: 1 }).filter((text) => /[^\s]/.test(text.replace(/[\t\r\n\f\v ]/g, ''))),
          ),
          { minLength: 1, maxLength: 8 },
        ),
        async (words) => {
          let at = 0;
          const text = await textOf(name, withNotes(fullContext(context, () => words[at++ % words.length] ?? '')));
          expect(structureOf(text), text).toBe(usual);
        },
      ),
      { numRuns: 15 },
    );
  }, 60_000);
});

describe('template policy', () => {
  it('is linted without a fault', async () => {
    expect(lint(await findTemplate(shelf, 'policy'))).toEqual([]);
  });
  it('makes a policy that loads and judges', async () => {
    const text = await textOf('policy', { name: 'our-rules', kind: 'checklist' });
    expect(await loadPolicy('our.policy.yaml', async () => text)).toMatchObject({ name: 'our-rules', kind: 'checklist' });
    const judged = async (document: string): Promise<string[]> =>
      (
        await checkFiles(
          { 'policies/our-rules.policy.yaml': text, 'docs/release-checklist.md': document },
          { paths: ['docs/release-checklist.md'], policies: ['policies/our-rules.policy.yaml'] },
        )
      ).report.findings.map(({ rule }) => rule);
    expect(await judged('# Release checklist\n\n- [x] a\n')).toEqual(['our-rules/missing-owner']);
    expect(await judged('# Release checklist\n\n**Owner:** @release-lead\n\n- [x] a\n')).toEqual([]);
  });
  it('keeps any description as it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.constantFrom(...hostile), fc.string({ minLength: 1, unit: 'grapheme' })), async (description) => {
        fc.pre(!description.includes('\0') && !description.includes('\r'));
        const made = parseYaml(await textOf('policy', { name: 'a', kind: 'incident', description })) as { description: unknown };
        expect(made.description).toBe(description);
      }),
      { numRuns: 100 },
    );
  });
});

describe('docs/templates.md', () => {
  const page = shipped('docs/templates.md') ?? '';
  it.each([...Object.keys(helpers), ...contextNames, ...shippedTemplateNames])('names %s', (name) => {
    expect(page).toMatch(new RegExp(`[\`{(]${name}[\` }]`));
  });
});
