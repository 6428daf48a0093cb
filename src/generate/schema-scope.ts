/** Scopes: what a name in a template stands for, asked of the context's JSON Schema. */

/** A JSON Schema 2020-12 object. */
export type Schema = Readonly<Record<string, unknown>>;

/** A value of the context: its schema, and a name of its own by which guards know it. */
export interface Value {
  readonly schema: Schema;
  /** Such as `/groups/*3:1/title`; the same text means the same value. */
  readonly key: string;
  /** It need not be there. */
  readonly optional: boolean;
}

const objectOf = (value: unknown): Schema | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Schema) : undefined;

/** The schema behind a local `$ref`. */
export const resolved = (root: Schema, schema: Schema): Schema => {
  const ref = schema['$ref'];
  if (typeof ref !== 'string') return schema;
  const steps = ref
    .replace(/^#\/?/, '')
    .split('/')
    .filter((step) => step !== '');
  const target = steps.reduce<Schema | undefined>((node, step) => objectOf(node?.[step]), root);
  if (!ref.startsWith('#') || target === undefined) throw new Error(`The schema has no ${ref}.`);
  return resolved(root, target);
};

const typesOf = (schema: Schema): readonly string[] => [schema['type']].flat().filter((type) => typeof type === 'string');

export const isList = (schema: Schema): boolean => typesOf(schema).includes('array');
export const isObject = (schema: Schema): boolean => typesOf(schema).includes('object');
const mayBeNull = (schema: Schema): boolean => typesOf(schema).includes('null');

/** The names of an object's properties. */
export const namesIn = (schema: Schema): string[] => Object.keys(objectOf(schema['properties']) ?? {});

const isRequired = (schema: Schema, name: string): boolean => Array.isArray(schema['required']) && schema['required'].includes(name);

/** A member of an object, or the length of a list; undefined where there is none by that name. */
export const memberOf = (root: Schema, { schema, key }: Value, name: string): Value | undefined => {
  if (isList(schema)) return name === 'length' ? { schema: { type: 'integer' }, key: `${key}/length`, optional: false } : undefined;
  const properties = objectOf(schema['properties']);
  const own = properties !== undefined && Object.hasOwn(properties, name) ? objectOf(properties[name]) : undefined;
  const other = objectOf(schema['additionalProperties']);
  const found = own ?? other;
  if (found === undefined) return undefined;
  const target = resolved(root, found);
  return {
    schema: target,
    key: `${key}/${name}`,
    optional: mayBeNull(target) || own === undefined || !(isRequired(schema, name) || Object.hasOwn(own, 'default')),
  };
};

/** What `{{#each}}` goes through: the items of a list, or the values of an object. `loop`: which of several loops over it. */
export const itemOf = (root: Schema, { schema, key }: Value, loop: string): Value | undefined => {
  const items = objectOf(isList(schema) ? schema['items'] : schema['additionalProperties']);
  return items === undefined ? undefined : { schema: resolved(root, items), key: `${key}/*${loop}`, optional: false };
};

/** The context itself. */
export const contextOf = (root: Schema): Value => ({ schema: resolved(root, root), key: '', optional: false });

const copied = (value: unknown): unknown => JSON.parse(JSON.stringify(value)) as unknown;

const defaultedMembers = (root: Schema, schema: Schema, value: Schema): unknown => {
  const members = { ...value };
  for (const name of namesIn(schema)) {
    const given = objectOf(objectOf(schema['properties'])?.[name]) ?? {};
    const own = Object.hasOwn(value, name) ? value[name] : undefined;
    const member = own === undefined && Object.hasOwn(given, 'default') ? copied(given['default']) : own;
    if (member !== undefined) members[name] = defaulted(root, given, member);
  }
  return members;
};

const defaulted = (root: Schema, schema: Schema, value: unknown): unknown => {
  const target = resolved(root, schema);
  if (Array.isArray(value)) return value.map((item) => defaulted(root, objectOf(target['items']) ?? {}, item));
  const object = objectOf(value);
  return object === undefined ? value : defaultedMembers(root, target, object);
};

/** A context as plain JSON, where the `default` of the schema stands for what is absent. */
export const withDefaults = (root: Schema, context: unknown): unknown => defaulted(root, root, copied(context));
