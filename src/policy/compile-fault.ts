/** Where in a schema stands what Ajv cannot compile: it tells no place of its own. */
import { childPointer } from '../model/located.ts';
import type { JsonSchema } from '../model/shape.ts';

/** The reason why a schema cannot be compiled; undefined when it can. */
export type Refusal = (schema: object) => string | undefined;

// The same fault has another path in a smaller schema.
const essence = (reason: string): string => reason.replace(/ at path ".*?"| from id .*$/g, '');

const isSchema = (value: unknown): value is JsonSchema => typeof value === 'object' && value !== null;

const without = (schema: JsonSchema, key: string): JsonSchema =>
  Object.fromEntries(Object.entries(schema).filter(([other]) => other !== key));

/** The pointer of the smallest part of a schema that cannot be compiled for the same reason as the whole. */
export const refusedAt = (schema: JsonSchema, refusal: Refusal): string => {
  const reason = essence(refusal(schema) ?? '');
  const fails = (part: unknown): boolean => {
    const other = isSchema(part) && !Array.isArray(part) ? refusal(part) : undefined;
    return other !== undefined && essence(other) === reason;
  };
  const search = (part: unknown, pointer: string): string | undefined => {
    if (!isSchema(part)) return undefined;
    for (const [key, value] of Object.entries(part)) {
      const found = search(value, childPointer(pointer, key));
      if (found !== undefined) return found;
    }
    if (!fails(part)) return undefined;
    // Without the keyword that is wrong the rest is sound.
    const wrong = Object.keys(part).find((key) => !fails(without(part, key)));
    return wrong === undefined ? pointer : childPointer(pointer, wrong);
  };
  return search(schema, '') ?? '';
};
