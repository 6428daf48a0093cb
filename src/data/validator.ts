/** Validators for docgate's own data files. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { JsonSchema } from '../model/shape.ts';
import { patternFault, type Validate } from './check-data.ts';

const formats = { regex: (text: string): boolean => patternFault(text) === undefined };

/** A validator of a JSON Schema 2020-12 that docgate ships. */
export const schemaValidator = (schema: JsonSchema): Validate =>
  new Ajv2020({ allErrors: true, strict: false, validateSchema: false, verbose: true, formats }).compile(schema);
