/** Values of the command line put into a template's context, where its schema has a place for them. */
import type { JsonSchema } from '../model/shape.ts';
import { didYouMean, UsageError } from '../model/usage-error.ts';

type Context = Readonly<Record<string, unknown>>;

interface Place {
  readonly path: string;
  readonly list: boolean;
}

const propertiesOf = (schema: JsonSchema): Readonly<Record<string, JsonSchema>> =>
  (schema['properties'] ?? {}) as Readonly<Record<string, JsonSchema>>;

// Texts, lists of texts, and both in nested objects: `commands.test`.
const placesIn = (schema: JsonSchema, above = ''): Place[] =>
  Object.entries(propertiesOf(schema)).flatMap(([name, value]) => {
    const path = `${above}${name}`;
    if (value['type'] === 'object') return placesIn(value, `${path}.`);
    const list = value['type'] === 'array' && (value['items'] as JsonSchema | undefined)?.['type'] === 'string';
    return list || value['type'] === 'string' ? [{ path, list }] : [];
  });

const withValue = (context: Context, [name = '', ...rest]: readonly string[], value: unknown): Context => ({
  ...context,
  [name]: rest.length === 0 ? value : withValue((context[name] ?? {}) as Context, rest, value),
});

/** The context with further values. Throws a UsageError where the schema has no such place. Lists are split at commas. */
export const withValues = (context: Context, schema: JsonSchema, values: Readonly<Record<string, string>>): Context => {
  const places = placesIn(schema);
  let filled = context;
  for (const [key, value] of Object.entries(values)) {
    const place = places.find(({ path }) => path === key);
    const known = places.map(({ path }) => path);
    if (place === undefined)
      throw new UsageError(
        `--set: The template has no place for "${key}".${didYouMean(key, known)} There are: ${known.sort().join(', ')}.`,
      );
    const given = place.list ? value.split(',').map((part) => part.trim()) : value;
    filled = withValue(filled, key.split('.'), given);
  }
  return filled;
};
