/** Contexts for templates: the shipped files, and a context made from its schema. */
import { readFileSync } from 'node:fs';
import { type Generated, generate } from '../../src/flows/generate.ts';
import { resolved, type Schema } from '../../src/generate/schema-scope.ts';
import { type ContextName, contextSchema, type ShippedTemplate } from '../../src/generate/templates.ts';
import { memoryTree } from '../../src/tree/memory.ts';

const root = new URL('../../', import.meta.url).pathname;

export const shipped = (path: string): string | undefined => {
  try {
    return readFileSync(root + path, 'utf8');
  } catch {
    return undefined;
  }
};

export const schemaNamed = (name: ContextName): Schema => JSON.parse(shipped(contextSchema(name)) ?? '') as Schema;

/** The text of a template, the user's files given. */
export const generated = async (template: string, context: unknown, files: Readonly<Record<string, string>> = {}): Promise<Generated> =>
  generate({ template, context, tree: memoryTree(files), shipped });

export const textOf = async (template: ShippedTemplate, context: unknown): Promise<string> => (await generated(template, context)).text;

const samples: Readonly<Record<string, string>> = { '^\\d{4}-\\d{2}-\\d{2}$': '2026-01-09', '^[a-z][a-z0-9-]*$': 'our-rules' };

const isSchema = (value: unknown): value is Schema => typeof value === 'object' && value !== null;

const sampleOf = (top: Schema, given: unknown, word: () => string): unknown => {
  const schema = resolved(top, isSchema(given) ? given : {});
  if (Array.isArray(schema['enum'])) return schema['enum'][0];
  switch (schema['type']) {
    case 'object':
      return Object.fromEntries(Object.entries(schema['properties'] ?? {}).map(([name, member]) => [name, sampleOf(top, member, word)]));
    case 'array':
      return [sampleOf(top, schema['items'], word), sampleOf(top, schema['items'], word)];
    case 'string':
      return typeof schema['pattern'] === 'string' ? samples[schema['pattern']] : word();
    case 'boolean':
      return false;
    default:
      return 7;
  }
};

/** A context with every property there is; `word` gives its texts. Booleans are false, so that no text counts as Markdown. */
export const fullContext = (name: ContextName, word: () => string): Readonly<Record<string, unknown>> => {
  const schema = schemaNamed(name);
  return sampleOf(schema, schema, word) as Readonly<Record<string, unknown>>;
};
