/** docs/keywords.md tells of every keyword what it is, and its examples are values that a policy may give. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { compileRules } from '../src/policy/compile.ts';
import { loadPolicy } from '../src/policy/load.ts';
import type { Rule } from '../src/policy/policy.ts';
import { shippedNames } from '../src/policy/shipped.ts';
import { repositoryFolder } from './cli/run.ts';
import { type DescribedKeyword, describeKeywords, keywordPage, type ValueSchema } from './tooling/keyword-page.ts';
import { namesIn, usesOf } from './tooling/keyword-uses.ts';

const policies = await Promise.all(shippedNames.map((name) => loadPolicy(name, async () => undefined)));
const rules = policies.flatMap((policy) => policy.rules);
const described = describeKeywords(rules);

const sentences = /^[`A-Z].*\.$/;

/** What of a keyword is left unsaid. */
const gapsOf = ({ value, shown }: DescribedKeyword): string[] => {
  const examples = [...shown.map((use) => use.value), ...(value.examples ?? [])];
  const told = (schema: ValueSchema, name: string): string[] =>
    sentences.test(schema.description ?? '') ? [] : [`description of ${name}`];
  return [
    ...(sentences.test(value.title ?? '') ? [] : ['title']),
    ...told(value, 'the keyword'),
    ...(examples.length === 0 ? ['example'] : []),
    ...Object.entries(value.properties ?? {}).flatMap(([name, schema]) => [
      ...told(schema, name),
      ...(examples.some((example) => namesIn(example).includes(name)) ? [] : [`example of ${name}`]),
    ]),
  ];
};

const ruleWith = (schema: object): Rule => ({
  id: 'ours/example',
  name: 'example',
  shipped: false,
  description: 'An example.',
  severity: 'error',
  message: 'An example.',
  schema: schema as Rule['schema'],
});

const compile = (schema: object): unknown => compileRules([ruleWith(schema)], { now: '2026-01-10T12:00:00Z' });

const page = readFileSync(join(repositoryFolder, 'docs/keywords.md'), 'utf8');
const sections = new Map(page.split(/^## /m).map((part) => [part.slice(0, part.indexOf('\n')), part] as const));

// A whole rule's excerpt, or a keyword alone.
const examplesIn = (text: string): object[] =>
  [...text.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map((match) => {
    const example = parse(match[1] ?? '');
    return example.schema ?? example;
  });

describe.each(described)('the keyword $name', (keyword) => {
  it('says all of itself', () => expect(gapsOf(keyword)).toEqual([]));

  it('has examples on the page that compile, and show it', () => {
    const examples = examplesIn(sections.get(keyword.name) ?? '');
    expect(examples.length).toBeGreaterThan(0);
    for (const example of examples) {
      expect(JSON.stringify(example)).toContain(`"${keyword.name}":`);
      expect(() => compile(example)).not.toThrow();
    }
  });

  it('is in the overview of docs/policies.md', () =>
    expect(readFileSync(join(repositoryFolder, 'docs/policies.md'), 'utf8')).toMatch(new RegExp(`^\\| \`${keyword.name}\` `, 'm')));
});

describe('what is left unsaid', () => {
  const bare: DescribedKeyword = { name: 'near', on: 'array', value: {}, shown: [], others: [] };
  it.each<[string, Partial<DescribedKeyword>, string[]]>([
    ['all of a keyword', {}, ['title', 'description of the keyword', 'example']],
    [
      'a property',
      { value: { title: 'Near.', description: 'Is near.', properties: { by: {}, to: { description: 'To.' } }, examples: [{ to: 1 }] } },
      ['description of by', 'example of by'],
    ],
  ])('is found: %s', (_, more, gaps) => expect(gapsOf({ ...bare, ...more })).toEqual(gaps));

  it('is found in a wrong example', () => expect(() => compile({ uniqueBy: { with: ['/a'] } })).toThrow(/with|additional/));
});

describe('the uses of a keyword', () => {
  const excerpts = (schema: object, options: object = {}): unknown[] =>
    usesOf([{ ...ruleWith(schema), options: options as Readonly<Record<string, unknown>> }], 'covers').map(({ excerpt }) => excerpt);
  it.each<[string, object, object[]]>([
    [
      'in the items of a property',
      { properties: { a: { items: { covers: ['x'] } }, b: {} } },
      [{ properties: { a: { items: { covers: ['x'] } } } }],
    ],
    [
      'below `then`, with its `if`',
      { if: { type: 'array' }, then: { covers: ['x'] } },
      [{ if: { type: 'array' }, then: { covers: ['x'] } }],
    ],
    ['in one of several', { anyOf: [{}, { covers: ['x'] }] }, [{ anyOf: [{ covers: ['x'] }] }]],
    ['not in a property of its name', { properties: { covers: { type: 'string' } } }, []],
    [
      'the plainest first',
      { properties: { a: { covers: ['y'] } }, covers: ['x'] },
      [{ covers: ['x'] }, { properties: { a: { covers: ['y'] } } }],
    ],
  ])('are found %s', (_, schema, expected) => expect(excerpts(schema)).toEqual(expected));

  it('have their options filled in', () =>
    expect(excerpts({ covers: { $option: 'roles' } }, { roles: ['QA'] })).toEqual([{ covers: ['QA'] }]));

  it('name the rule, and the other rules', () => {
    const text = keywordPage(
      [
        { ...ruleWith({ covers: ['x'] }), id: 'ours/a' },
        { ...ruleWith({ covers: ['y'] }), id: 'ours/b' },
      ],
      '',
    );
    expect(text).toMatch(/From \[ours\/a\]\(rules\/ours\/a\.md\):/);
    expect(text).toMatch(/Also in \[ours\/b\]\(rules\/ours\/b\.md\)\./);
  });
});
