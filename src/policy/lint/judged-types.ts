/** Keywords on data of a type that they do not judge: there they hold for ever. */
import { childPointer } from '../../model/located.ts';
import type { KeywordDefinition } from '../keywords/keyword.ts';
import type { RuleFault } from './fault.ts';
import { spot } from './names.ts';
import { typesAt } from './place.ts';
import type { Visit } from './walk.ts';

const words = { array: 'lists', object: 'objects', string: 'texts', number: 'numbers' } as const;

type Type = keyof typeof words;

// Those that name properties say themselves what is not there.
const judged: Readonly<Record<Type, readonly string[]>> = {
  array: ['items', 'prefixItems', 'contains', 'minContains', 'maxContains', 'minItems', 'maxItems', 'uniqueItems', 'unevaluatedItems'],
  object: ['minProperties', 'maxProperties', 'propertyNames', 'additionalProperties', 'patternProperties', 'unevaluatedProperties'],
  string: ['minLength', 'maxLength', 'pattern'],
  number: ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'],
};

const typeOf = (keyword: string, own: readonly KeywordDefinition[]): Type | undefined =>
  (Object.keys(judged) as Type[]).find((type) => judged[type].includes(keyword)) ??
  (own.find((one) => one.keyword === keyword)?.type as Type | undefined);

/** The keywords of a part that judge nothing where they stand. */
export const idleKeywords = ({ schema, pointer, place, at }: Visit, own: readonly KeywordDefinition[]): RuleFault[] => {
  const there = typesAt(place)?.map((type) => (type === 'integer' ? 'number' : type));
  if (there === undefined) return [];
  return Object.keys(schema).flatMap((keyword) => {
    const type = typeOf(keyword, own);
    if (type === undefined || there.includes(type)) return [];
    const message = `"${keyword}" judges ${words[type]}, and there is none ${spot(at)}.`;
    return [{ pointer: childPointer(pointer, keyword), atKey: true as const, message }];
  });
};
