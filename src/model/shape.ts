/** Shapes: JSON Schemas that carry their TypeScript type, so a model is described once. */

/** A JSON Schema 2020-12 object. */
export type JsonSchema = Readonly<Record<string, unknown>>;

export interface Shape<T> {
  readonly schema: JsonSchema;
  /** Never present at run time: it carries the type. */
  readonly type?: T;
}

/** The TypeScript type that a shape describes. */
export type Static<S> = S extends Shape<infer T> ? T : never;

type Shapes = Readonly<Record<string, Shape<unknown>>>;
type Required<F extends Shapes> = { readonly [K in keyof F]: Static<F[K]> };
type Optional<F extends Shapes> = { readonly [K in keyof F]?: Static<F[K]> | undefined };

export const string = (description: string): Shape<string> => ({ schema: { type: 'string', description } });

export const integer = (description: string): Shape<number> => ({ schema: { type: 'integer', description } });

export const number = (description: string): Shape<number> => ({ schema: { type: 'number', description } });

export const boolean = (description: string): Shape<boolean> => ({ schema: { type: 'boolean', description } });

export const oneOf = <const V extends readonly string[]>(values: V, description: string): Shape<V[number]> => ({
  schema: { type: 'string', enum: values, description },
});

export const list = <T>(items: Shape<T>, description: string): Shape<readonly T[]> => ({
  schema: { type: 'array', items: items.schema, description },
});

export const map = <T>(values: Shape<T>, description: string): Shape<Readonly<Record<string, T>>> => ({
  schema: { type: 'object', additionalProperties: values.schema, description },
});

const schemasOf = (fields: Shapes): Record<string, JsonSchema> =>
  Object.fromEntries(Object.entries(fields).map(([name, shape]) => [name, shape.schema]));

/** An object; properties of `optional` may be absent, no others are allowed. */
export const object = <R extends Shapes, O extends Shapes>(
  description: string,
  required: R,
  optional: O,
): Shape<Required<R> & Optional<O>> => ({
  schema: {
    type: 'object',
    description,
    properties: { ...schemasOf(required), ...schemasOf(optional) },
    required: Object.keys(required),
    additionalProperties: false,
  },
});

/** The same shape with another description. */
export const described = <T>(shape: Shape<T>, description: string): Shape<T> => ({
  schema: { ...shape.schema, description },
});
