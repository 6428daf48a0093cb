/** Names in a rule's schema that the model does not have: what they ask for would hold for ever. */
import { childPointer } from '../../model/located.ts';
import type { JsonSchema } from '../../model/shape.ts';
import { didYouMean } from '../../model/usage-error.ts';
import type { RuleFault } from './fault.ts';
import { isNowhere, memberAt, namesAt, type Place, typesAt } from './place.ts';
import type { Visit } from './walk.ts';

const most = 12;

/** ` Did you mean "x"?`, else what there is. */
export const hint = (name: string, names: readonly string[]): string => {
  const meant = didYouMean(name, names);
  if (meant !== '' || names.length === 0) return meant;
  return ` There ${names.length === 1 ? 'is' : 'are'}: ${names.slice(0, most).join(', ')}${names.length > most ? ', …' : ''}.`;
};

/** Where in the data, in words. */
export const spot = (at: string): string => (at === '' ? 'at the top of the model' : `at ${at} of the model`);

const isList = (place: Place): boolean => typesAt(place)?.every((type) => type === 'array') === true;

const absence = (name: string, { place, at }: Visit): string => {
  if (isList(place)) return `There is no "${name}" ${spot(at)}: that is a list. Ask it of the items, below "items".`;
  return `There is no "${name}" ${spot(at)}.${hint(name, namesAt(place))}`;
};

const named = (visit: Visit, name: string, fault: Omit<RuleFault, 'message'>): RuleFault[] =>
  isNowhere(memberAt(visit.place, name)) ? [{ ...fault, message: absence(name, visit) }] : [];

const keysOf = (visit: Visit, keyword: string): RuleFault[] =>
  Object.keys((visit.schema[keyword] ?? {}) as object).flatMap((name) =>
    named(visit, name, { pointer: childPointer(childPointer(visit.pointer, keyword), name), atKey: true }),
  );

const listed = (visit: Visit, list: unknown, pointer: string): RuleFault[] =>
  Array.isArray(list) ? list.flatMap((name, index) => named(visit, String(name), { pointer: childPointer(pointer, index) })) : [];

const dependent = (visit: Visit): RuleFault[] =>
  Object.entries((visit.schema['dependentRequired'] ?? {}) as object).flatMap(([name, list]) =>
    listed(visit, list, childPointer(`${visit.pointer}/dependentRequired`, name)),
  );

const valuesOf = (place: Place): readonly unknown[] | undefined => {
  const values = place?.map((schema: JsonSchema) => schema['enum']) ?? [undefined];
  return values.includes(undefined) || values.length === 0 ? undefined : values.flat();
};

const literals = ({ schema, pointer, place, at }: Visit): RuleFault[] => {
  const possible = valuesOf(place);
  if (possible === undefined) return [];
  const stated: [string, unknown][] = [
    ...('const' in schema ? ([[`${pointer}/const`, schema['const']]] as [string, unknown][]) : []),
    ...(Array.isArray(schema['enum']) ? schema['enum'] : []).map((value, index): [string, unknown] => [`${pointer}/enum/${index}`, value]),
  ];
  return stated
    .filter(([, value]) => !possible.includes(value))
    .map(([where, value]) => ({
      pointer: where,
      message: `${JSON.stringify(value)} never stands ${spot(at)}.${hint(String(value), possible.map(String))}`,
    }));
};

/** The names, and values, that a part of a schema asks for and the model does not have. */
export const unknownNames = (visit: Visit): RuleFault[] => [
  ...keysOf(visit, 'properties'),
  ...listed(visit, visit.schema['required'], `${visit.pointer}/required`),
  ...keysOf(visit, 'dependentRequired'),
  ...dependent(visit),
  ...keysOf(visit, 'dependentSchemas'),
  ...literals(visit),
];
