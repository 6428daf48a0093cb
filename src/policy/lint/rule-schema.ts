/** What a rule's schema may be: the keywords of JSON Schema 2020-12 (Core and Validation) that Ajv judges by, and docgate's own, no others. */
import type { JsonSchema } from '../../model/shape.ts';
import type { KeywordDefinition } from '../keywords/keyword.ts';

const schema: JsonSchema = { $ref: '#/$defs/schema' };
const schemas: JsonSchema = { type: 'array', items: schema, minItems: 1 };
const schemaMap: JsonSchema = { type: 'object', additionalProperties: schema };
const names: JsonSchema = { type: 'array', items: { type: 'string' }, uniqueItems: true };
const count: JsonSchema = { type: 'integer', minimum: 0 };
const text: JsonSchema = { type: 'string' };
const flag: JsonSchema = { type: 'boolean' };
const number: JsonSchema = { type: 'number' };
const pattern: JsonSchema = { type: 'string', format: 'regex' };
const type: JsonSchema = { enum: ['array', 'boolean', 'integer', 'null', 'number', 'object', 'string'] };

const all = (keys: readonly string[], value: JsonSchema): Record<string, JsonSchema> => Object.fromEntries(keys.map((key) => [key, value]));

const standard: Readonly<Record<string, JsonSchema>> = {
  ...all(['$id', '$schema', '$ref', '$dynamicRef', '$dynamicAnchor', '$comment', 'title', 'description', 'format'], text),
  ...all(['contentEncoding', 'contentMediaType'], text),
  ...all(['default', 'const', 'contentSchema'], {}),
  ...all(['deprecated', 'readOnly', 'writeOnly', 'uniqueItems', 'nullable'], flag),
  ...all(['not', 'if', 'then', 'else', 'items', 'contains', 'additionalProperties', 'propertyNames'], schema),
  ...all(['unevaluatedItems', 'unevaluatedProperties'], schema),
  ...all(['allOf', 'anyOf', 'oneOf', 'prefixItems'], schemas),
  ...all(['properties', '$defs', 'definitions', 'dependentSchemas'], schemaMap),
  ...all(['maxLength', 'minLength', 'maxItems', 'minItems', 'maxContains', 'minContains', 'maxProperties', 'minProperties'], count),
  ...all(['maximum', 'exclusiveMaximum', 'minimum', 'exclusiveMinimum'], number),
  examples: { type: 'array' },
  patternProperties: { ...schemaMap, propertyNames: pattern },
  multipleOf: { type: 'number', exclusiveMinimum: 0 },
  pattern,
  required: names,
  dependentRequired: { type: 'object', additionalProperties: names },
  type: { anyOf: [type, { type: 'array', items: type, minItems: 1, uniqueItems: true }] },
  enum: { type: 'array', minItems: 1 },
};

/** The schema of rules' schemas. */
export const ruleSchema = (keywords: readonly KeywordDefinition[]): JsonSchema => ({
  $ref: '#/$defs/schema',
  $defs: {
    schema: {
      type: ['object', 'boolean'],
      additionalProperties: false,
      properties: { ...standard, ...Object.fromEntries(keywords.map(({ keyword, metaSchema }) => [keyword, metaSchema])) },
    },
  },
});
