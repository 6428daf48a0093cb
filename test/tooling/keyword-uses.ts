/** Where shipped rules use a keyword, cut out of their schemas. */
import type { Rule } from '../../src/policy/policy.ts';
import { withOptions } from '../../src/policy/substitute.ts';

type Fields = Readonly<Record<string, unknown>>;

interface Found {
  readonly value: unknown;
  /** The schema from the top down to the keyword, and nothing beside it. */
  readonly excerpt: Fields;
  readonly depth: number;
}

export interface Use extends Found {
  readonly rule: Rule;
}

export const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);

// Keys that are names, not keywords.
const named = ['properties', 'patternProperties', 'dependentSchemas', '$defs'];
const listed = ['allOf', 'anyOf', 'oneOf', 'prefixItems'];
const single = ['items', 'contains', 'additionalProperties', 'propertyNames', 'not', 'if', 'then', 'else'];

interface Part {
  readonly schema: unknown;
  readonly within: (excerpt: Fields) => Fields;
}

const partsOf = (schema: Fields): Part[] =>
  Object.entries(schema).flatMap(([key, value]): Part[] => {
    if (named.includes(key) && isFields(value))
      return Object.entries(value).map(([name, part]) => ({ schema: part, within: (excerpt) => ({ [key]: { [name]: excerpt } }) }));
    if (listed.includes(key) && Array.isArray(value))
      return value.map((part) => ({ schema: part, within: (excerpt) => ({ [key]: [excerpt] }) }));
    // Ajv refuses a `then` without its `if`.
    const beside = (key === 'then' || key === 'else') && { if: schema['if'] };
    return single.includes(key) ? [{ schema: value, within: (excerpt) => ({ ...beside, [key]: excerpt }) }] : [];
  });

const foundIn = (schema: unknown, name: string): Found[] => {
  if (!isFields(schema)) return [];
  const own = Object.hasOwn(schema, name) ? [{ value: schema[name], excerpt: { [name]: schema[name] }, depth: 0 }] : [];
  const below = partsOf(schema).flatMap((part) =>
    foundIn(part.schema, name).map(({ value, excerpt, depth }) => ({ value, excerpt: part.within(excerpt), depth: depth + 1 })),
  );
  return [...own, ...below];
};

/** The uses of a keyword, options filled in with their defaults; those that show most of the value come first, then the plainest. */
export const usesOf = (rules: readonly Rule[], name: string): Use[] =>
  rules
    .flatMap((rule) => foundIn(withOptions(rule.schema, rule.options ?? {}), name).map((found) => ({ ...found, rule })))
    .sort((a, b) => namesIn(b.value).length - namesIn(a.value).length || a.depth - b.depth);

/** The properties that a keyword's value gives. */
export const namesIn = (value: unknown): string[] => (isFields(value) ? Object.keys(value) : []);
