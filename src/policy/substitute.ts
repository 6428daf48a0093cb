/** Options and messages: `{"$option": "x"}` in schemas, `{{x}}` in messages. */
import { childPointer, parentPointer, valueAt } from '../model/located.ts';

type Options = Readonly<Record<string, unknown>>;

const isOption = (value: object): value is { $option: string } =>
  Object.keys(value).length === 1 && typeof (value as { $option?: unknown }).$option === 'string';

/** A schema with its options filled in. An option without a value takes its keyword away. */
export const withOptions = (schema: unknown, options: Options): unknown => {
  if (Array.isArray(schema)) return schema.map((part) => withOptions(part, options));
  if (typeof schema !== 'object' || schema === null) return schema;
  if (isOption(schema)) return options[schema.$option];
  const entries = Object.entries(schema).map(([key, value]) => [key, withOptions(value, options)] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
};

/** An option that a schema asks for, and the pointer of what it stands for. */
interface AskedOption {
  readonly name: string;
  readonly pointer: string;
}

/** All options that a schema asks for. */
export const askedOptions = (schema: unknown, pointer = ''): AskedOption[] => {
  if (typeof schema !== 'object' || schema === null) return [];
  if (!Array.isArray(schema) && isOption(schema)) return [{ name: schema.$option, pointer }];
  return Object.entries(schema).flatMap(([key, value]) => askedOptions(value, childPointer(pointer, key)));
};

/** Names of all options that a schema asks for. */
export const optionNames = (schema: unknown): string[] => askedOptions(schema).map(({ name }) => name);

/** What a message may name. */
export interface Scope {
  readonly data: unknown;
  readonly pointer: string;
  readonly params: Options;
  readonly options: Options;
}

const show = (value: unknown): string => {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.map(show).join(', ');
  return typeof value === 'object'
    ? String(
        (value as { raw?: unknown; text?: unknown; title?: unknown }).raw ??
          (value as { text?: unknown }).text ??
          (value as { title?: unknown }).title ??
          JSON.stringify(value),
      )
    : String(value);
};

/** The nearest value of that name: at the fault, then above it; then a parameter or an option. */
export const lookUp = (name: string, { data, pointer, params, options }: Scope): unknown => {
  const steps = name.split('.');
  const path = steps.map((step) => `/${step}`).join('');
  if (name === 'value') return valueAt(data, pointer);
  for (let current = pointer; ; current = parentPointer(current)) {
    const found = valueAt(data, `${current}${path}`);
    if (found !== undefined) return found;
    if (current === '') return valueAt(params, path) ?? valueAt(options, path);
  }
};

const placeholder = /( ?)\{\{\s*([\w.-]+)\s*\}\}/g;

/** The names that a message asks for. */
export const placeholdersIn = (template: string): string[] => [...template.matchAll(placeholder)].map(([, , name = '']) => name);

/** A message with its placeholders filled in. */
export const fill = (template: string, scope: Scope): string =>
  template
    .replace(placeholder, (_, space: string, name: string) => {
      const text = show(Object.hasOwn(scope.params, name) ? scope.params[name] : lookUp(name, scope));
      return text === '' ? '' : `${space}${text}`;
    })
    .replace(/\s+/g, ' ')
    .trim();
