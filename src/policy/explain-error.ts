/** Ajv errors → faults: each with a pointer into the model, what was expected and what is there. */
import type { ErrorObject } from 'ajv';
import { childPointer, valueAt } from '../model/located.ts';

export interface ExplainedFault {
  readonly pointer: string;
  readonly message: string;
  readonly expected?: string;
  /** The property that is missing. */
  readonly missing?: string;
  readonly params: Readonly<Record<string, unknown>>;
}

type Params = Readonly<Record<string, unknown>>;

// Two keywords report at the parent what is wrong one step below.
const pointerOf = (error: ErrorObject): string => {
  const params = error.params as Params;
  const key = params['additionalProperty'] ?? params['unevaluatedProperty'];
  if (key !== undefined) return childPointer(error.instancePath, String(key));
  return error.keyword === 'uniqueItems' ? childPointer(error.instancePath, Number(params['i'])) : error.instancePath;
};

// `rootCause` → `root cause`: what a person would call the property.
const inWords = (name: string): string => name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

const expectedOf = ({ keyword, params, schema }: ErrorObject): string | undefined => {
  const values = params as Params;
  if (keyword === 'enum') return `one of ${(values['allowedValues'] as readonly unknown[]).join(', ')}`;
  if (keyword === 'const') return String(values['allowedValue']);
  if (keyword === 'required') return inWords(String(values['missingProperty']));
  if (keyword === 'type') return String(values['type']);
  if (keyword === 'pattern') return `a match of ${String(values['pattern'])}`;
  return typeof schema === 'number' ? `${keyword} ${schema}` : undefined;
};

const branches = /\/(?:anyOf|oneOf|not|contains)\//;

// `if` says nothing; below anyOf, oneOf, not and contains only the keyword itself speaks.
const isNoise = (error: ErrorObject, all: readonly ErrorObject[]): boolean =>
  error.keyword === 'if' ||
  (branches.test(error.schemaPath) &&
    all.some(
      (other) =>
        other !== error &&
        ['anyOf', 'oneOf', 'not', 'contains'].includes(other.keyword) &&
        error.schemaPath.startsWith(`${other.schemaPath}/`),
    ));

/** The faults behind Ajv's errors, without noise, one per pointer and message. */
export const explainErrors = (errors: readonly ErrorObject[], data: unknown): ExplainedFault[] => {
  const faults = new Map<string, ExplainedFault>();
  for (const error of errors) {
    if (isNoise(error, errors)) continue;
    const pointer = pointerOf(error);
    const expected = expectedOf(error);
    const missing = (error.params as Params)['missingProperty'];
    const params = {
      ...(error.params as Params),
      ...(typeof missing === 'string' && { missingProperty: inWords(missing) }),
      actual: valueAt(data, pointer),
    };
    const key = `${pointer} ${String(missing ?? '')}`;
    if (!faults.has(key))
      faults.set(key, {
        pointer,
        message: error.message ?? error.keyword,
        params,
        ...(expected !== undefined && { expected }),
        ...(typeof missing === 'string' && { missing }),
      });
  }
  return [...faults.values()];
};
