/** Placeholders of messages that nothing can ever fill. */
import type { KeywordDefinition } from '../keywords/keyword.ts';
import type { RuleData } from '../policy.ts';
import { placeholdersIn } from '../substitute.ts';
import type { RuleFault } from './fault.ts';
import { hint } from './names.ts';
import { follow, isNowhere, itemsAt, membersAt, namesAt, type Place } from './place.ts';
import { pointedAt } from './pointers.ts';
import type { Visit } from './walk.ts';

// What Ajv tells of the keywords that have failed (its ErrorObject.params).
const told: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(['maximum', 'minimum', 'exclusiveMaximum', 'exclusiveMinimum'].map((name) => [name, ['comparison', 'limit']])),
  ...Object.fromEntries(['Items', 'Length', 'Properties'].flatMap((of) => [`max${of}`, `min${of}`]).map((name) => [name, ['limit']])),
  multipleOf: ['multipleOf'],
  pattern: ['pattern'],
  required: ['missingProperty'],
  uniqueItems: ['i', 'j'],
  type: ['type', 'nullable'],
  const: ['allowedValue'],
  enum: ['allowedValues'],
  contains: ['minContains', 'maxContains'],
  oneOf: ['passingSchemas'],
  propertyNames: ['propertyName'],
  additionalProperties: ['additionalProperty'],
  unevaluatedProperties: ['unevaluatedProperty'],
  unevaluatedItems: ['len', 'limit'],
  items: ['len', 'limit'],
  dependentRequired: ['property', 'missingProperty', 'depsCount', 'deps'],
};

const paramsOf = (visits: readonly Visit[], own: readonly KeywordDefinition[]): string[] => {
  const used = new Set(visits.flatMap(({ schema }) => Object.keys(schema)));
  return ['value', 'actual', ...[...used].flatMap((keyword) => told[keyword] ?? own.find((one) => one.keyword === keyword)?.params ?? [])];
};

const opening = ['additionalProperties', 'unevaluatedProperties'] as const;

// A fault stands at what is judged, at an item or property of it, or where a keyword points to.
const judgedAt = (visit: Visit, own: readonly KeywordDefinition[]): Place[] => [
  visit.place,
  itemsAt(visit.place),
  ...pointedAt(visit, own),
  ...(opening.some((keyword) => keyword in visit.schema) ? [membersAt(visit.place, () => true)] : []),
];

interface Text {
  readonly pointer: string;
  readonly names: readonly string[];
}

const textsOf = ({ message, expected, fix, related }: RuleData): Text[] => [
  { pointer: '/message', names: placeholdersIn(message) },
  ...(typeof expected === 'object'
    ? Object.entries(expected).map(([name, text]) => ({ pointer: `/expected/${name}`, names: placeholdersIn(text) }))
    : [{ pointer: '/expected', names: placeholdersIn(expected ?? '') }]),
  { pointer: '/fix', names: placeholdersIn(fix ?? '') },
  { pointer: '/related', names: related === undefined ? [] : [related] },
];

/** The placeholders of a rule's texts that neither the data, nor a keyword, nor an option can fill. */
export const unfillable = (rule: RuleData, visits: readonly Visit[], own: readonly KeywordDefinition[]): RuleFault[] => {
  const places = visits.flatMap((visit) => judgedAt(visit, own));
  if (places.includes(undefined)) return [];
  const given = [...paramsOf(visits, own), ...Object.keys(rule.options ?? {})];
  const isFilled = (name: string): boolean => {
    const steps = name.split('.');
    return given.includes(steps[0] ?? '') || places.some((place) => !isNowhere(follow(place, steps)));
  };
  const known = [...new Set([...given, ...places.flatMap(namesAt)])];
  return textsOf(rule).flatMap(({ pointer, names }) =>
    names
      .filter((name) => !isFilled(name))
      .map((name) => ({
        pointer,
        message: `Nothing can fill "{{${name}}}": it is no value at or above what the rule judges, nothing that its keywords tell, and no option.${hint(name, known)}`,
      })),
  );
};
