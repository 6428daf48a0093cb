/** A short example of a keyword's value, made from the schema of the value. */
import { stringify } from 'yaml';
import type { JsonSchema } from '../../model/shape.ts';

// What a person would write in the first place, where the schema leaves it open.
const pointers: Readonly<Record<string, string>> = {
  by: '/number',
  value: '/declared/minutes',
  with: '/measured',
  from: '/from',
  to: '/to',
  core: '/core',
  prerelease: '/prerelease',
  date: '/date/date',
};

const membersOf = ({ properties = {}, required = [] }: JsonSchema): Record<string, unknown> =>
  Object.fromEntries(
    (required as readonly string[]).map((name) => [name, sampleOf((properties as Record<string, JsonSchema>)[name] ?? {}, name)]),
  );

const sampleOf = (schema: JsonSchema, name: string): unknown => {
  const { type, title, items, examples, anyOf } = schema as { readonly [key: string]: unknown; readonly examples?: readonly unknown[] };
  if (schema['enum'] !== undefined) return (schema['enum'] as readonly unknown[])[0];
  if (anyOf !== undefined) return sampleOf((anyOf as readonly JsonSchema[])[0] ?? {}, name);
  if (title === 'pointer') return pointers[name] ?? '/text';
  if (title === 'duration') return 'P2D';
  if (type === 'array') return examples?.[0] ?? [sampleOf(items as JsonSchema, '')];
  if (type === 'object') return schema['required'] === undefined ? (examples?.[0] ?? {}) : membersOf(schema);
  return type === 'boolean' ? true : 'text';
};

/** Such as `consecutive: { by: /number }`. */
export const valueSample = (keyword: string, schema: JsonSchema): string =>
  `${keyword}: ${stringify(sampleOf(schema, ''), { collectionStyle: 'flow', lineWidth: 0 })
    .trim()
    .replace(/\[ (.*?) \]/g, '[$1]')}`;
