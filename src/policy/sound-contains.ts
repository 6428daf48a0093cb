/** Ajv keeps the answer of `contains` from one item of a loop to the next, so an empty array passes behind one that does: ajv 8.20. */

// Below these keywords stand names of the author, not keywords.
const named: ReadonlySet<string> = new Set(['properties', 'patternProperties', '$defs', 'definitions', 'dependentSchemas']);
const literal: ReadonlySet<string> = new Set(['const', 'enum', 'default', 'examples']);

type Schema = Readonly<Record<string, unknown>>;

const isSchema = (value: unknown): value is Schema => typeof value === 'object' && value !== null && !Array.isArray(value);

const mapValues = (schema: Schema, change: (value: unknown, key: string) => unknown): Schema =>
  Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, change(value, key)]));

const bounded = (schema: Schema): Schema =>
  'contains' in schema && !('maxContains' in schema) ? { ...schema, maxContains: Number.MAX_SAFE_INTEGER } : schema;

/** The schema with a bound beside each `contains`: it asks nothing more, and makes Ajv count afresh. */
export const withSoundContains = (schema: unknown): unknown => {
  if (Array.isArray(schema)) return schema.map(withSoundContains);
  if (!isSchema(schema)) return schema;
  return mapValues(bounded(schema), (value, key) => {
    if (literal.has(key)) return value;
    return named.has(key) && isSchema(value) ? mapValues(value, withSoundContains) : withSoundContains(value);
  });
};
