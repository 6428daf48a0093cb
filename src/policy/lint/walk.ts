/** The walk through a rule's schema: each of its parts with the place of the data that it judges. */
import { childPointer, valueAt } from '../../model/located.ts';
import type { JsonSchema } from '../../model/shape.ts';
import { isNowhere, itemsAt, memberAt, membersAt, type Place } from './place.ts';

/** A part of a rule's schema. */
export interface Visit {
  /** Of the part, from the top of the rule's schema. */
  readonly pointer: string;
  readonly schema: JsonSchema;
  readonly place: Place;
  /** The place in words: a pointer into the data, with `*` for any item. */
  readonly at: string;
}

type Where = Pick<Visit, 'place' | 'at'>;
type Part = Where & { readonly pointer: string; readonly schema: unknown };

const isSchema = (value: unknown): value is JsonSchema => typeof value === 'object' && value !== null && !Array.isArray(value);

const unknown: Where = { place: undefined, at: '' };
const textual: Where = { place: [{ type: 'string' }], at: '' };

// Where nothing ever stands, nothing is judged.
const known = (place: Place, at: string): Where | undefined => {
  if (place === undefined) return unknown;
  return isNowhere(place) ? undefined : { place, at };
};

const onSame = (visit: Visit): Where => visit;
const onItems = ({ place, at }: Visit): Where | undefined => known(itemsAt(place), `${at}/*`);
const onMember = ({ place, at }: Visit, name: string): Where | undefined => known(memberAt(place, name), childPointer(at, name));

const onOthers = ({ place, at, schema }: Visit): Where | undefined => {
  const named = (schema['properties'] ?? {}) as object;
  return known(
    membersAt(place, (name) => !Object.hasOwn(named, name)),
    `${at}/*`,
  );
};

const onMatching = ({ place, at }: Visit, pattern: string): Where | undefined => {
  const expression = new RegExp(pattern, 'u');
  return known(
    membersAt(place, (name) => expression.test(name)),
    childPointer(at, pattern),
  );
};

type Way = (visit: Visit, key: string) => Where | undefined;

const single: Readonly<Record<string, Way>> = {
  not: onSame,
  if: onSame,
  then: onSame,
  else: onSame,
  items: onItems,
  contains: onItems,
  unevaluatedItems: onItems,
  additionalProperties: onOthers,
  unevaluatedProperties: onOthers,
  propertyNames: () => textual,
};

const several: Readonly<Record<string, Way>> = {
  allOf: onSame,
  anyOf: onSame,
  oneOf: onSame,
  prefixItems: onItems,
  dependentSchemas: onSame,
  properties: onMember,
  patternProperties: onMatching,
};

const partAt = (where: Where | undefined, pointer: string, schema: unknown): Part[] =>
  where === undefined ? [] : [{ ...where, pointer, schema }];

const partsOf = (visit: Visit): Part[] =>
  Object.entries(visit.schema).flatMap(([keyword, value]): Part[] => {
    const pointer = childPointer(visit.pointer, keyword);
    const [one, many] = [single[keyword], several[keyword]];
    if (one !== undefined) return partAt(one(visit, ''), pointer, value);
    if (many === undefined || typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([key, schema]) => partAt(many(visit, key), childPointer(pointer, key), schema));
  });

/** The pointer of a reference within the schema; undefined for any other. */
export const localPointer = (ref: unknown): string | undefined =>
  typeof ref === 'string' && /^#(?:\/|$)/.test(ref) ? decodeURIComponent(ref.slice(1)) : undefined;

const behind = (root: JsonSchema, { schema, place, at, pointer }: Visit): Part[] => {
  const ref = schema['$ref'] ?? schema['$dynamicRef'];
  if (ref === undefined) return [];
  const target = schema['$dynamicRef'] === undefined ? localPointer(ref) : undefined;
  // What cannot be followed may judge anything.
  if (target === undefined) return [{ ...unknown, pointer: `${pointer}/$ref`, schema: {} }];
  return [{ place, at, pointer: target, schema: valueAt(root, target) }];
};

/** All parts of a schema that judge something, each with its place; what is only defined is visited where it is referred to. */
export const visitsOf = (root: JsonSchema, place: Place): Visit[] => {
  const seen = new Set<string>();
  const walk = ({ schema, ...part }: Part): Visit[] => {
    const key = JSON.stringify([part.pointer, part.at]);
    if (!isSchema(schema) || seen.has(key)) return [];
    seen.add(key);
    const visit = { ...part, schema };
    return [visit, ...[...partsOf(visit), ...behind(root, visit)].flatMap(walk)];
  };
  return walk({ pointer: '', schema: root, place, at: '' });
};
