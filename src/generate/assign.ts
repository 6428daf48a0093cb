/** `--set key=value`: values of a template's context, read as its JSON Schema says. */
import { didYouMean, UsageError } from '../model/usage-error.ts';

type Json = Readonly<Record<string, unknown>>;

/** The part of JSON Schema 2020-12 that contexts are described with. */
interface ContextSchema {
  readonly type?: string;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, ContextSchema>>;
  readonly properties?: Readonly<Record<string, ContextSchema>>;
  readonly items?: ContextSchema;
  readonly enum?: readonly unknown[];
}

const resolved = (schema: ContextSchema, root: ContextSchema): ContextSchema =>
  schema.$ref === undefined ? schema : (root.$defs?.[schema.$ref.replace('#/$defs/', '')] ?? {});

const wrong = (key: string, text: string, expected: string): UsageError => new UsageError(`--set ${key}: "${text}" is not ${expected}.`);

const parseNumber = (key: string, text: string, type: string): number => {
  const pattern = type === 'integer' ? /^-?\d+$/ : /^-?\d+(?:\.\d+)?$/;
  if (!pattern.test(text)) throw wrong(key, text, type === 'integer' ? 'a whole number' : 'a number');
  return Number(text);
};

const parseJson = (key: string, text: string, type: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw wrong(key, text, `the JSON of an ${type}`);
  }
};

const readValue = (key: string, text: string, { type = 'string', enum: values }: ContextSchema): unknown => {
  if (values !== undefined && !values.includes(text)) throw wrong(key, text, `one of ${values.join(', ')}`);
  if (type === 'integer' || type === 'number') return parseNumber(key, text, type);
  if (type === 'object' || type === 'array') return parseJson(key, text, type);
  if (type !== 'boolean') return text;
  if (text !== 'true' && text !== 'false') throw wrong(key, text, 'true or false');
  return text === 'true';
};

interface Slot {
  readonly schema: ContextSchema;
  readonly steps: readonly string[];
}

const slotOf = (key: string, root: ContextSchema): Slot => {
  const steps = key.split('.');
  let schema = resolved(root, root);
  for (const [depth, step] of steps.entries()) {
    const names = Object.keys(schema.properties ?? {});
    const next = Object.hasOwn(schema.properties ?? {}, step) ? schema.properties?.[step] : undefined;
    if (next === undefined) {
      const prefix = steps.slice(0, depth).map((name) => `${name}.`);
      const known = names.map((name) => `${prefix.join('')}${name}`);
      throw new UsageError(`--set ${key}: The template knows no such value.${didYouMean(key, known) || ` It knows ${known.join(', ')}.`}`);
    }
    schema = resolved(next, root);
  }
  return { schema, steps };
};

const put = (context: Json, [step = '', ...rest]: readonly string[], value: (before: unknown) => unknown): Json => ({
  ...context,
  [step]: rest.length === 0 ? value(context[step]) : put((context[step] ?? {}) as Json, rest, value),
});

// One word adds to a list; JSON replaces it.
const settled = (
  key: string,
  text: string,
  { schema, root }: { schema: ContextSchema; root: ContextSchema },
): ((before: unknown) => unknown) => {
  if (schema.type !== 'array' || text.trimStart().startsWith('[')) {
    const value = readValue(key, text, schema);
    return () => value;
  }
  const item = readValue(key, text, resolved(schema.items ?? {}, root));
  return (before) => [...(Array.isArray(before) ? before : []), item];
};

/**
 * The context with the assignments applied in their order. A dotted key reaches into objects; repeating the key of a list adds to it;
 * objects and whole lists are given as JSON. Throws a UsageError for an unknown key or a value of another type.
 */
export const assign = (context: Json, assignments: readonly string[], root: ContextSchema): Json =>
  assignments.reduce((sum, assignment) => {
    const at = assignment.indexOf('=');
    if (at < 1) throw new UsageError(`--set ${assignment}: Write key=value.`);
    const key = assignment.slice(0, at).trim();
    const { schema, steps } = slotOf(key, root);
    return put(sum, steps, settled(key, assignment.slice(at + 1), { schema, root }));
  }, context);
