/** Linting of the user's own policies: what a rule asks for must be able to fail. */
import { dataFault, type Validate } from '../../data/check-data.ts';
import { schemaValidator } from '../../data/validator.ts';
import { pointerSteps } from '../../model/located.ts';
import type { JsonSchema } from '../../model/shape.ts';
import { didYouMean, UsageError } from '../../model/usage-error.ts';
import { keywords } from '../keywords/index.ts';
import type { KeywordDefinition } from '../keywords/keyword.ts';
import type { Policy, Rule } from '../policy.ts';
import { askedOptions, withOptions } from '../substitute.ts';
import type { RuleFault } from './fault.ts';
import { idleKeywords } from './judged-types.ts';
import { unknownNames } from './names.ts';
import type { Place } from './place.ts';
import { unfillable } from './placeholders.ts';
import { lostPointers } from './pointers.ts';
import { lostReference } from './references.ts';
import { ruleSchema } from './rule-schema.ts';
import { valueSample } from './value-sample.ts';
import { type Visit, visitsOf } from './walk.ts';

/** What is wrong with a rule whose documents have one of these models. */
export type LintRule = (rule: Rule, models: readonly JsonSchema[]) => RuleFault | undefined;

const undeclared = ({ schema, options = {} }: Rule): RuleFault | undefined => {
  const asked = askedOptions(schema).find(({ name }) => !Object.hasOwn(options, name));
  if (asked === undefined) return undefined;
  const names = Object.keys(options);
  return {
    pointer: `/schema${asked.pointer}/$option`,
    message: `The rule has no option "${asked.name}".${didYouMean(asked.name, names) || ' Give its default under "options" of the rule.'}`,
  };
};

// The last step that is a keyword of ours: what is wrong is wrong below it.
const sampleFor = (pointer: string, own: readonly KeywordDefinition[]): string => {
  const steps = pointerSteps(pointer);
  const found = own.find(({ keyword }) => keyword === steps.findLast((step) => own.some((one) => one.keyword === step)));
  return found === undefined ? '' : ` Expected for example: ${valueSample(found.keyword, found.metaSchema)}`;
};

const malformed = (schema: unknown, validate: Validate, own: readonly KeywordDefinition[]): RuleFault | undefined => {
  const fault = dataFault(schema, validate);
  return fault && { ...fault, pointer: `/schema${fault.pointer}`, message: `${fault.message}${sampleFor(fault.pointer, own)}` };
};

const folderOf = (model: JsonSchema): JsonSchema => {
  const properties = { path: { type: 'string' }, ...(model['properties'] as object) };
  return { type: 'object', properties: { documents: { type: 'array', items: { ...model, properties } } }, additionalProperties: false };
};

const placeOf = ({ scope }: Rule, models: readonly JsonSchema[]): Place => (scope === 'folder' ? models.map(folderOf) : models);

// A definition may be referred to from several places: what it asks for has to be found at one of them.
const idleEverywhere = (faults: readonly (readonly RuleFault[])[]): RuleFault[] => {
  const [first = [], ...others] = faults;
  return first.filter(({ pointer }) => others.every((other) => other.some((fault) => fault.pointer === pointer)));
};

const idle = (
  rule: Rule,
  schema: JsonSchema,
  { place, own }: { place: Place; own: readonly KeywordDefinition[] },
): RuleFault | undefined => {
  const visits = visitsOf(schema, place);
  const parts = new Map(visits.map(({ pointer }) => [pointer, visits.filter((other) => other.pointer === pointer)]));
  const faultsOf = (visit: Visit): RuleFault[] => [
    ...lostReference(schema, visit),
    ...unknownNames(visit),
    ...lostPointers(visit, own),
    ...idleKeywords(visit, own),
  ];
  const [first] = [...parts.values()].flatMap((part) => idleEverywhere(part.map(faultsOf)));
  return first === undefined ? unfillable(rule, visits, own)[0] : { ...first, pointer: `/schema${first.pointer}` };
};

/** A linter. Making it costs more than using it. */
export const ruleLinter = (): LintRule => {
  const own = keywords.map((keyword) => keyword({ now: '' }));
  const validate = schemaValidator(ruleSchema(own));
  return (rule, models) => {
    const lost = undeclared(rule);
    if (lost !== undefined) return lost;
    const schema = withOptions(rule.schema, rule.options ?? {}) as JsonSchema;
    return malformed(schema, validate, own) ?? idle(rule, schema, { place: placeOf(rule, models), own });
  };
};

/** Throws a UsageError for the first rule of the user's own that is wrong. Rules of shipped policies are left alone: a test lints them. */
export const lintPolicy = (policy: Policy, models: readonly JsonSchema[], lint: LintRule): void => {
  for (const rule of policy.rules) {
    const fault = rule.stated === undefined ? undefined : lint(rule, models);
    if (fault === undefined) continue;
    const place = fault.atKey ? rule.stated?.locateKey(fault.pointer) : rule.stated?.locate(fault.pointer);
    throw new UsageError(`${place}: ${rule.id}: ${fault.message}`);
  }
};
