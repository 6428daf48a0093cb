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
  code: { regExp: boundedRegExp },
};

/** An Ajv for rules: with docgate's keywords, which see `now`. */
export const ruleAjv = (context: KeywordContext): Ajv2020 => {
  const ajv = new Ajv2020(options);
  for (const keyword of keywords) ajv.addKeyword(keyword(context));
  return ajv;
};
