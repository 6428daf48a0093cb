/** Rules → checks: one compiled validator per rule, so a fault's rule is known and never parsed from a path. */
import type { ValidateFunction } from 'ajv';
import type { Ajv2020 } from 'ajv/dist/2020.js';
import type { JsonSchema } from '../model/shape.ts';
import { UsageError } from '../model/usage-error.ts';
import { ruleAjv } from './ajv.ts';
import { refusedAt } from './compile-fault.ts';
import { type ExplainedFault, explainErrors } from './explain-error.ts';
import type { KeywordContext } from './keywords/keyword.ts';
import type { Rule } from './policy.ts';
import { withSoundContains } from './sound-contains.ts';
import { withOptions } from './substitute.ts';

export interface CompiledRule {
  readonly rule: Rule;
  /** What in the data does not satisfy the rule. */
  readonly check: (data: unknown) => readonly ExplainedFault[];
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error)).replace(/^strict mode: /, '');

const refusalOf = (ajv: Ajv2020, schema: object): string | undefined => {
  try {
    ajv.compile(schema);
    return undefined;
  } catch (error) {
    return reasonOf(error);
  }
};

const compileOne = (ajv: Ajv2020, rule: Rule): ValidateFunction => {
  const schema = withOptions(rule.schema, rule.options ?? {}) as JsonSchema;
  try {
    return ajv.compile(withSoundContains(schema) as object);
  } catch (error) {
    const place = rule.stated?.locate(`/schema${refusedAt(schema, (part) => refusalOf(ajv, part))}`);
    const opening = place === undefined ? '' : `${place}: `;
    throw new UsageError(
      `${opening}${rule.id}: The rule's schema cannot be compiled: ${reasonOf(error)}. Correct the schema or its options.`,
    );
  }
};

const ranAway = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';

// A pattern that runs away must stop the run, not pass the document.
const holds = (rule: Rule, validate: ValidateFunction, data: unknown): boolean => {
  try {
    return validate(data) === true;
  } catch (error) {
    if (error instanceof RangeError)
      throw new UsageError(`${rule.id}: The rule could not be applied: a "$ref" of its schema leads back to itself without end.`);
    if (!ranAway(error)) throw error;
    throw new UsageError(`${rule.id}: The rule could not be applied: ${reasonOf(error)}. Simplify its patterns.`);
  }
};

/** Compiles the rules that are not switched off. A wrong schema or option is a UsageError. */
export const compileRules = (rules: readonly Rule[], context: KeywordContext): CompiledRule[] => {
  const ajvs = new Map<boolean, Ajv2020>();
  const ajvFor = (shipped: boolean): Ajv2020 => {
    const ajv = ajvs.get(shipped) ?? ruleAjv(context, shipped);
    ajvs.set(shipped, ajv);
    return ajv;
  };
  return rules
    .filter((rule) => rule.severity !== 'off')
    .map((rule) => {
      const validate = compileOne(ajvFor(rule.shipped), rule);
      return { rule, check: (data) => (holds(rule, validate, data) ? [] : explainErrors(validate.errors ?? [], data)) };
    });
};
