/** Pointers in the values of docgate's keywords that lead nowhere in the model. */
import { childPointer, pointerSteps } from '../../model/located.ts';
import type { JsonSchema } from '../../model/shape.ts';
import type { KeywordDefinition } from '../keywords/keyword.ts';
import type { RuleFault } from './fault.ts';
import { hint, spot } from './names.ts';
import { follow, isNowhere, itemsAt, namesAt, type Place } from './place.ts';
import type { Visit } from './walk.ts';

interface Stated {
  /** Where the pointer stands. */
  readonly pointer: string;
  readonly value: string;
  readonly atKey?: true;
}

// The schema of the value tells which of its texts are pointers.
const statedIn = (schema: JsonSchema | undefined, value: unknown, pointer: string): Stated[] => {
  if (schema === undefined) return [];
  if (typeof value === 'string') return schema['title'] === 'pointer' ? [{ pointer, value }] : [];
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value))
    return value.flatMap((item, index) => statedIn(schema['items'] as JsonSchema | undefined, item, childPointer(pointer, index)));
  const properties = schema['properties'] as Readonly<Record<string, JsonSchema>> | undefined;
  const keys = schema['propertyNames'] as JsonSchema | undefined;
  return Object.entries(value).flatMap(([key, inner]) => [
    ...statedIn(keys, key, childPointer(pointer, key)).map((stated): Stated => ({ ...stated, atKey: true })),
    ...statedIn(properties?.[key], inner, childPointer(pointer, key)),
  ]);
};

/** The place from which the pointers of a keyword count. */
const baseOf = ({ place, at }: Visit, { type }: KeywordDefinition): { readonly place: Place; readonly at: string } =>
  type === 'array' ? { place: itemsAt(place), at: `${at}/*` } : { place, at };

const nearest = (place: Place, value: string): string => {
  const steps = pointerSteps(value);
  const wrong = steps.findIndex((_, index) => isNowhere(follow(place, steps.slice(0, index + 1))));
  const before = steps
    .slice(0, wrong)
    .map((name) => `/${name}`)
    .join('');
  return hint(
    value,
    namesAt(follow(place, steps.slice(0, wrong))).map((name) => [`${before}/${name}`, ...steps.slice(wrong + 1)].join('/')),
  );
};

const reading = (visit: Visit, definition: KeywordDefinition, pointer: string): RuleFault[] => {
  const { place, at } = baseOf(visit, definition);
  const missing = definition.reads.length > 0 && definition.reads.every((read) => isNowhere(follow(place, pointerSteps(read))));
  const names = definition.reads.map((read) => `"${read.slice(1)}"`).join(', ');
  return missing ? [{ pointer, atKey: true, message: `"${definition.keyword}" reads ${names}, and there is none ${spot(at)}.` }] : [];
};

const usesIn = ({ schema }: Visit, own: readonly KeywordDefinition[]): KeywordDefinition[] =>
  own.filter(({ keyword }) => keyword in schema);

/** The places to which keywords of a part point; a fault may stand there. */
export const pointedAt = (visit: Visit, own: readonly KeywordDefinition[]): Place[] =>
  usesIn(visit, own).flatMap((definition) => {
    const { place } = baseOf(visit, definition);
    const stated = statedIn(definition.metaSchema, visit.schema[definition.keyword], '').map(({ value }) => value);
    return [place, ...[...stated, ...definition.reads].map((pointer) => follow(place, pointerSteps(pointer)))];
  });

/** The pointers of a part that lead nowhere. */
export const lostPointers = (visit: Visit, own: readonly KeywordDefinition[]): RuleFault[] =>
  usesIn(visit, own).flatMap((definition) => {
    const pointer = childPointer(visit.pointer, definition.keyword);
    const { place, at } = baseOf(visit, definition);
    if (isNowhere(place)) return [];
    const lost = statedIn(definition.metaSchema, visit.schema[definition.keyword], pointer).filter(({ value }) =>
      isNowhere(follow(place, pointerSteps(value))),
    );
    return [
      ...lost.map(({ value, ...fault }) => ({ ...fault, message: `"${value}" leads nowhere ${spot(at)}.${nearest(place, value)}` })),
      ...reading(visit, definition, pointer),
    ];
  });
