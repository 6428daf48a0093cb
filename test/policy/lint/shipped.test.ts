/** The shipped policies are sound by what a user's own are linted by. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { schemaValidator } from '../../../src/data/validator.ts';
import { readDocument } from '../../../src/kinds/index.ts';
import { judgedModel } from '../../../src/kinds/judged.ts';
import type { KindName } from '../../../src/model/document.ts';
import { sourceOfText } from '../../../src/model/source.ts';
import { compileRules } from '../../../src/policy/compile.ts';
import { keywords } from '../../../src/policy/keywords/index.ts';
import { ruleLinter } from '../../../src/policy/lint/lint.ts';
import { valueSample } from '../../../src/policy/lint/value-sample.ts';
import { loadPolicy } from '../../../src/policy/load.ts';
import { shippedNames } from '../../../src/policy/shipped.ts';
import { now } from '../../checking.ts';

const nothing = async (): Promise<undefined> => undefined;
// What the policy `configuration` judges is a document of the configuration, not one of a kind.
const policies = await Promise.all(shippedNames.filter((name) => name !== 'configuration').map((name) => loadPolicy(name, nothing)));
const lint = ruleLinter();
const definitions = keywords.map((keyword) => keyword({ now }));

describe.each(policies.map((policy) => [policy.name, policy] as const))('%s', (_, { kind, rules }) => {
  it.each(rules.map((rule) => [rule.id, rule] as const))('%s can fail', (_, rule) =>
    expect(lint(rule, [judgedModel(kind as KindName)])).toBeUndefined(),
  );
});

type Schema = Readonly<Record<string, unknown>>;

/** Pointers of all names of properties in a schema; `fields` is a map, which takes any. */
const namesIn = (value: unknown, pointer: string): string[] => {
  if (typeof value !== 'object' || value === null || /\/(?:const|enum)$/.test(pointer)) return [];
  const own =
    /\/(?:properties|required)$/.test(pointer) && !/\/fields(?:\/(?:anyOf|allOf|oneOf|not|if|then|else|\d+))*\/[^/]*$/.test(pointer)
      ? Object.keys(value).map((key) => `${pointer}/${key}`)
      : [];
  return [...own, ...Object.entries(value).flatMap(([key, inner]) => namesIn(inner, `${pointer}/${key}`))];
};

const misspelled = (schema: Schema, pointer: string, ending: string): Schema => {
  const copy = structuredClone(schema) as Record<string, unknown>;
  const steps = pointer.split('/').slice(1);
  const last = steps.pop() ?? '';
  const holder = steps.reduce<Record<string, unknown>>((at, step) => at[step] as Record<string, unknown>, copy);
  if (Array.isArray(holder)) holder[Number(last)] = `${String(holder[Number(last)])}${ending}`;
  else {
    holder[`${last}${ending}`] = holder[last];
    delete holder[last];
  }
  return copy;
};

describe('what keywords tell', () => {
  it('is what they say they tell', () => {
    const names = new Map(definitions.map(({ keyword, params }) => [keyword, new Set(params)]));
    const told = new Set<string>();
    for (const { kind, rules } of policies)
      for (const rule of rules) {
        const [compiled] = compileRules([{ ...rule, severity: 'error', options: { ...rule.options, ...asking[rule.id] } }], { now });
        const { data } = readDocument(sourceOfText(rule.examples?.path ?? 'docs/a.md', (rule.examples?.fails ?? []).join('\n')), kind);
        const used = definitions.filter(({ keyword }) => JSON.stringify(rule.schema).includes(`"${keyword}"`));
        for (const { params } of compiled?.check(rule.scope === 'folder' ? { documents: [data, data] } : data) ?? []) {
          const own = Object.keys(params).filter((name) => name !== 'actual');
          for (const { keyword } of used) if (own.some((name) => names.get(keyword)?.has(name))) told.add(keyword);
          if (used.length > 0 && own.length > 0)
            expect([rule.id, used.flatMap(({ keyword }) => [...(names.get(keyword) ?? [])])]).toEqual([
              rule.id,
              expect.arrayContaining(own),
            ]);
        }
      }
    expect([...told].sort()).toEqual(
      expect.arrayContaining(['chained', 'chronological', 'consecutive', 'covers', 'quorum', 'uniqueBy', 'versionOrder']),
    );
  });

  const asking: Readonly<Record<string, object>> = {
    'approvals/too-few-approvals': { roles: ['Engineering', 'QA', 'Security'] },
    'approvals/missing-role': { roles: ['Engineering', 'QA', 'Security'] },
  };
});

describe('the example of a value', () => {
  it.each(definitions.map((definition) => [definition.keyword, definition] as const))('of %s is one', (name, { metaSchema }) => {
    const sample = parse(valueSample(name, metaSchema)) as Record<string, unknown>;
    expect(Object.keys(sample)).toEqual([name]);
    expect(schemaValidator(metaSchema)(sample[name])).toBe(true);
  });
});

describe('a name that is misspelled in a shipped rule', () => {
  const places = policies.flatMap(({ kind, rules }) =>
    rules.flatMap((rule) => namesIn(rule.schema, '').map((pointer) => ({ kind, rule, pointer }))),
  );

  it('is found, wherever it stands', () => {
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.constantFrom('zz', 'Name', '_'), ({ kind, rule, pointer }, ending) => {
        const schema = misspelled(rule.schema, pointer, ending);
        // `stated` tells nothing to the linter, only to those who print.
        expect([rule.id, pointer, lint({ ...rule, schema }, [judgedModel(kind)])]).toEqual([rule.id, pointer, expect.anything()]);
      }),
      { numRuns: 300 },
    );
  });
});
