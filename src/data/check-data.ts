/** Validation of data files: the first thing that is wrong, in one line with place and remedy. */
import type { ErrorObject } from 'ajv';
import { childPointer, pointerSteps } from '../model/located.ts';
import { didYouMean } from '../model/usage-error.ts';
import { type DataFile, dataError } from './data-file.ts';

/** A compiled JSON Schema. */
export interface Validate {
  (data: unknown): boolean | Promise<unknown>;
  errors?: readonly ErrorObject[] | null;
}

/** What is wrong with a file. */
export interface DataFault {
  readonly pointer: string;
  readonly message: string;
  /** The key itself is wrong, not its value. */
  readonly atKey?: true;
}

const quoted = (values: readonly unknown[]): string => values.map((value) => JSON.stringify(value)).join(', ');

const knownKeys = (error: ErrorObject): string[] => {
  const schema = error.parentSchema as { properties?: Record<string, unknown> } | undefined;
  return Object.keys(schema?.properties ?? {});
};

/** Why a text is no regular expression of JSON Schema (ECMA-262, `u`). */
export const patternFault = (text: string): string | undefined => {
  try {
    new RegExp(text, 'u');
    return undefined;
  } catch (error) {
    return (error as Error).message.replace(/^Invalid regular expression: /, '');
  }
};

const formatFault = ({ instancePath, data, propertyName }: ErrorObject, name: string): DataFault => {
  const reason = patternFault(String(data)) ?? 'not of its format';
  return propertyName === undefined
    ? { pointer: instancePath, message: `${name} is no regular expression: ${reason}.` }
    : {
        pointer: childPointer(instancePath, propertyName),
        message: `The key "${propertyName}" is no regular expression: ${reason}.`,
        atKey: true,
      };
};

const faultOf = (error: ErrorObject): DataFault => {
  const pointer = error.instancePath;
  const name = pointer === '' ? 'The file' : `"${pointerSteps(pointer).join('.')}"`;
  const params = error.params as Record<string, unknown>;
  if (error.keyword === 'additionalProperties' || error.keyword === 'unevaluatedProperties') {
    const key = String(params['additionalProperty'] ?? params['unevaluatedProperty']);
    return { pointer: childPointer(pointer, key), message: `Unknown key "${key}".${didYouMean(key, knownKeys(error))}`, atKey: true };
  }
  // The only format that our schemas ask for.
  if (error.keyword === 'format') return formatFault(error, name);
  if (error.keyword === 'required') return { pointer, message: `${name} needs the key "${String(params['missingProperty'])}".` };
  if (error.keyword === 'enum') {
    const allowed = params['allowedValues'] as readonly unknown[];
    return {
      pointer,
      message: `${name} is ${JSON.stringify(error.data)}; expected one of ${quoted(allowed)}.${didYouMean(String(error.data), allowed.map(String))}`,
    };
  }
  return {
    pointer,
    message: `${name} ${error.message ?? 'is wrong'}${error.data === undefined || typeof error.data === 'object' ? '' : `, not ${JSON.stringify(error.data)}`}.`,
  };
};

// The deepest error of a failed alternative says most; the alternative itself says least.
const telling = (errors: readonly ErrorObject[]): ErrorObject | undefined =>
  [...errors].filter(({ keyword }) => keyword !== 'if').sort((a, b) => weight(a) - weight(b))[0];

const weight = ({ keyword, instancePath }: ErrorObject): number =>
  (['anyOf', 'oneOf', 'not'].includes(keyword) ? 1000 : 0) - instancePath.split('/').length;

/** The first thing in which a value does not satisfy its schema. */
export const dataFault = (value: unknown, validate: Validate): DataFault | undefined => {
  if (validate(value) === true) return undefined;
  const error = telling(validate.errors ?? []);
  return error === undefined ? { pointer: '', message: 'The file does not satisfy its schema.' } : faultOf(error);
};

/** Throws a UsageError for the first thing in which a file does not satisfy its schema. */
export const checkData = (file: DataFile, validate: Validate): void => {
  const fault = dataFault(file.value, validate);
  if (fault !== undefined) throw dataError(fault.atKey ? { locate: file.locateKey } : file, fault.pointer, fault.message);
};
