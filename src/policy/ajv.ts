/** Ajv, set up once per use: JSON Schema 2020-12, strict, with docgate's keywords. */
import { Ajv2020, type Options } from 'ajv/dist/2020.js';
import { boundedRegExp } from './bounded-reg-exp.ts';
import { keywords } from './keywords/index.ts';
import type { KeywordContext } from './keywords/keyword.ts';

const options: Options = {
  allErrors: true,
  strict: true,
  strictRequired: false,
  strictTypes: false,
  strictTuples: false,
  allowUnionTypes: true,
  validateSchema: false,
  addUsedSchema: false,
};

/**
 * An Ajv for rules: with docgate's keywords, which see `now`. The values of keywords are checked, and the time of patterns is bounded,
 * only in policies that are not shipped: that costs more than judging, and the shipped ones are checked by tests. On a busy machine a
 * bound on time would also refuse what is right.
 */
export const ruleAjv = (context: KeywordContext, shipped: boolean): Ajv2020 => {
  // Rules run a few times each: optimising their code costs more than it saves.
  const code = { optimize: false, ...(!shipped && { regExp: boundedRegExp }) };
  const ajv = new Ajv2020({ ...options, code });
  for (const keyword of keywords) {
    const { metaSchema, ...definition } = keyword(context);
    ajv.addKeyword(shipped ? definition : { ...definition, metaSchema });
  }
  return ajv;
};
