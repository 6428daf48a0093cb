/** Schemas that the values of keywords share. Titles name the type, descriptions say what it means: docs/keywords.md is made of them. */
import type { JsonSchema } from '../../model/shape.ts';

// Text that starts otherwise would name the whole, so that a keyword would hold whatever the document says.
export const onePointer = { type: 'string', title: 'pointer', pattern: '^(?:/|$)' };

/** A JSON Pointer (RFC 6901) from what is judged to a part of it. */
export const pointer = (description: string): JsonSchema => ({ ...onePointer, description });

export const pointers = (description: string): JsonSchema => ({ type: 'array', items: onePointer, minItems: 1, description });

/** A time as `parseDuration` reads it. */
export const duration = (description: string): JsonSchema => ({
  type: 'string',
  title: 'duration',
  description: `${description} ISO 8601 in weeks, days, hours, minutes and seconds (\`P7D\`, \`PT1H\`), or business time in days, hours and minutes (\`P2BD\`, \`PT8BH\`).`,
});

export const flag = (description: string): JsonSchema => ({ type: 'boolean', description });
