/** Places of the data that rules judge: what the model says may stand there. */
import type { JsonSchema } from '../../model/shape.ts';

/** The schemas of what may stand at a place; none where nothing ever does, undefined where that cannot be told. */
export type Place = readonly JsonSchema[] | undefined;

const objectOf = (value: unknown): JsonSchema | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonSchema) : undefined;

const typeOf = ({ type }: JsonSchema): string | undefined => (typeof type === 'string' ? type : undefined);

/** The types of what may stand there; undefined where one is open. */
export const typesAt = (place: Place): readonly string[] | undefined => {
  const types = place?.map(typeOf) ?? [undefined];
  return types.includes(undefined) ? undefined : (types as string[]);
};

const step = (place: Place, next: (schema: JsonSchema) => readonly JsonSchema[] | undefined): Place => {
  const found = place?.map((schema) => (typeOf(schema) === undefined ? undefined : next(schema))) ?? [undefined];
  return found.includes(undefined) ? undefined : (found as (readonly JsonSchema[])[]).flat();
};

const isOpen = ({ type, properties, additionalProperties }: JsonSchema): boolean =>
  type === 'object' && properties === undefined && additionalProperties === undefined;

const valuesAt = (place: Place): Place =>
  step(place, (schema) => {
    const other = objectOf(schema['additionalProperties']);
    return isOpen(schema) ? undefined : other === undefined ? [] : [other];
  });

/** The names of properties that are known there. */
export const namesAt = (place: Place): string[] => [
  ...new Set(place?.flatMap(({ properties }) => Object.keys(objectOf(properties) ?? {}))),
];

/** A property. */
export const memberAt = (place: Place, name: string): Place =>
  step(place, (schema) => {
    if (isOpen(schema)) return undefined;
    const own = objectOf(schema['properties']);
    const found = own !== undefined && Object.hasOwn(own, name) ? objectOf(own[name]) : objectOf(schema['additionalProperties']);
    return found === undefined ? [] : [found];
  });

/** The items of a list. */
export const itemsAt = (place: Place): Place =>
  step(place, (schema) => {
    if (schema['type'] !== 'array') return [];
    const items = objectOf(schema['items']);
    return items === undefined ? undefined : [items];
  });

const lengthOf = (place: Place): Place => step(place, ({ type }) => (type === 'array' ? [{ type: 'integer' }] : []));

/** What some steps of a pointer lead to, as `valueAt` goes. */
export const follow = (place: Place, steps: readonly string[]): Place =>
  steps.reduce<Place>((at, name) => {
    const member = memberAt(at, name);
    const item = /^\d+$/.test(name) ? itemsAt(at) : name === 'length' ? lengthOf(at) : [];
    return member === undefined || item === undefined ? undefined : [...member, ...item];
  }, place);

/** Whether nothing can ever stand there. */
export const isNowhere = (place: Place): boolean => place?.length === 0;

/** The properties whose names are chosen, and the values of maps, whose names may be any. */
export const membersAt = (place: Place, isChosen: (name: string) => boolean): Place => {
  const chosen = namesAt(place).filter(isChosen);
  const members = [valuesAt(place), ...chosen.map((name) => memberAt(place, name))];
  return members.includes(undefined) ? undefined : (members as (readonly JsonSchema[])[]).flat();
};
