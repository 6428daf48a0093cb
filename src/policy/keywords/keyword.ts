/** What keywords share: a definition for Ajv from a check that lists faults. */
import type { FuncKeywordDefinition, SchemaObject } from 'ajv';
import type { Calendar } from '../../model/calendar.ts';
import type { JsonSchema } from '../../model/shape.ts';

/** What a keyword may know beside the data: never IO. */
export interface KeywordContext {
  /** The instant that counts as now, RFC 3339 in UTC. */
  readonly now: string;
  /** IANA name of the zone of times that state none; without it such times are uncertain. */
  readonly timezone?: string;
  readonly calendar?: Calendar;
}

/** One thing in which the data does not satisfy a keyword. */
export interface Fault {
  /** Pointer below the data that the keyword judges. */
  readonly pointer: string;
  readonly message: string;
  readonly params: Readonly<Record<string, unknown>>;
}

export interface KeywordSpec<Data, Value> {
  readonly name: string;
  readonly type: 'array' | 'object' | 'string';
  /** The JSON Schema of the keyword's own value: a wrong policy is refused before any document is judged. */
  readonly metaSchema: JsonSchema;
  /** What its faults tell in `params`: the names that a message may use. */
  readonly params: readonly string[];
  /** What it reads of itself, as pointers from each item of a list, else from the object. */
  readonly reads?: readonly string[];
  readonly check: (data: Data, value: Value, context: KeywordContext) => readonly Fault[];
}

/** A keyword for Ajv, with what policies are linted by. */
export interface KeywordDefinition extends FuncKeywordDefinition {
  readonly keyword: string;
  readonly metaSchema: SchemaObject;
  readonly params: readonly string[];
  readonly reads: readonly string[];
}

export type Keyword = (context: KeywordContext) => KeywordDefinition;

interface Validator {
  (data: unknown, cxt?: { instancePath: string }): boolean;
  errors?: object[];
}

/** A keyword for Ajv: each fault becomes an error at its own pointer. */
export const keyword =
  <Data, Value>({ name, type, metaSchema, params, reads = [], check }: KeywordSpec<Data, Value>): Keyword =>
  (context) => ({
    keyword: name,
    type,
    metaSchema: metaSchema as SchemaObject,
    params,
    reads,
    errors: 'full',
    compile: (value: Value) => {
      const validate: Validator = (data, cxt) => {
        const faults = check(data as Data, value, context);
        validate.errors = faults.map((fault) => ({
          keyword: name,
          instancePath: `${cxt?.instancePath ?? ''}${fault.pointer}`,
          schemaPath: `#/${name}`,
          params: fault.params,
          message: fault.message,
        }));
        return faults.length === 0;
      };
      return validate;
    },
  });
