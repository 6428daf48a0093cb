/** The data that rules judge: the model of a kind, with the facts that are added when documents are checked. */
import { type KindName, kindNames } from '../model/document.ts';
import { templateFactShape } from '../model/parts/template-fact.ts';
import type { JsonSchema } from '../model/shape.ts';
import { kinds } from './index.ts';

/** The JSON Schema of what rules for a kind judge. */
export const judgedModel = (kind: KindName): JsonSchema => {
  const { schema } = kinds[kind];
  return { ...schema, properties: { ...(schema['properties'] as object), template: templateFactShape.schema } };
};

/** The same for every kind. */
export const judgedModels = (): JsonSchema[] => kindNames.map(judgedModel);
