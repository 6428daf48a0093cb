import type { ErrorObject } from 'ajv';
import { describe, expect, test } from 'vitest';
import { checkData, type Validate } from '../../src/data/check-data.ts';
import { parseData } from '../../src/data/data-file.ts';
import { schemaValidator } from '../../src/data/validator.ts';
import { UsageError } from '../../src/model/usage-error.ts';

const validate = schemaValidator({
  type: 'object',
  properties: {
    kind: { enum: ['checklist', 'approvals'] },
    count: { type: 'integer', minimum: 1 },
    paths: { type: 'array', items: { type: 'string' } },
    rule: { anyOf: [{ const: 'off' }, { type: 'array', prefixItems: [{ enum: ['error', 'warning'] }] }] },
    inner: { type: 'object', properties: { timezone: { type: 'string' } }, required: ['timezone'], unevaluatedProperties: false },
    either: { oneOf: [{ required: ['a'] }, { required: ['b'] }] },
  },
  required: ['kind'],
  additionalProperties: false,
  if: { properties: { count: { const: 2 } }, required: ['count'] },
  then: { required: ['paths'] },
});

const said = (text: string, check: Validate = validate): string => {
  try {
    checkData(parseData('c.yaml', text), check);
  } catch (error) {
    if (error instanceof UsageError) return error.message;
    throw error;
  }
  return 'nothing';
};

describe('the first thing that is wrong is said in one line with place and remedy', () => {
  test.each([
    ['nothing wrong', 'kind: checklist', 'nothing'],
    ['an unknown key', 'kind: checklist\ncuont: 1', 'c.yaml:2:1: Unknown key "cuont". Did you mean "count"?'],
    ['an unknown key that is like none', 'kind: checklist\nxyzxyzxyz: 1', 'c.yaml:2:1: Unknown key "xyzxyzxyz".'],
    [
      'an unknown inner key',
      'kind: checklist\ninner: {timezone: UTC, timezon: X}',
      'c.yaml:2:24: Unknown key "timezon". Did you mean "timezone"?',
    ],
    ['a missing key', 'count: 1', 'c.yaml:1:1: The file needs the key "kind".'],
    ['a missing inner key', 'kind: checklist\ninner: {}', 'c.yaml:2:8: "inner" needs the key "timezone".'],
    [
      'a value outside a list',
      'kind: checklst',
      'c.yaml:1:7: "kind" is "checklst"; expected one of "checklist", "approvals". Did you mean "checklist"?',
    ],
    ['a value of another type', 'kind: checklist\ncount: many', 'c.yaml:2:8: "count" must be integer, not "many".'],
    ['a list item of another type', 'kind: checklist\npaths:\n  - a\n  - 7', 'c.yaml:4:5: "paths.1" must be string, not 7.'],
    ['an object where a string is due', 'kind: checklist\npaths: [{}]', 'c.yaml:2:9: "paths.0" must be string.'],
    [
      'the deepest error of the alternatives',
      'kind: checklist\nrule: [eror]',
      'c.yaml:2:8: "rule.0" is "eror"; expected one of "error", "warning". Did you mean "error"?',
    ],
    ['what a condition asks for', 'kind: checklist\ncount: 2', 'c.yaml:1:1: The file needs the key "paths".'],
    ['a file that is no map', '- 1', 'c.yaml:1:1: The file must be object.'],
  ])('%s', (_, text, expected) => expect(said(text)).toBe(expected));

  test('a name with a slash is shown as it is written', () => {
    const rules = schemaValidator({ properties: { rules: { additionalProperties: { type: 'string' } } } });
    expect(said('rules: {incident/late: 7}', rules)).toMatch(/^c\.yaml:1:24: /);
  });

  // faultOf replaces slashes but does not unescape `~1`.
  test('a name with a slash is not shown escaped', () => {
    const rules = schemaValidator({ properties: { rules: { additionalProperties: { type: 'string' } } } });
    expect(said('rules: {incident/late: 7}', rules)).not.toContain('~1');
  });
});

describe('a validator that says little', () => {
  const failing = (errors: Partial<ErrorObject>[] | null): Validate =>
    Object.assign(() => false, { errors: errors as ErrorObject[] | null });
  test.each([
    ['no errors', null, 'c.yaml:1:1: The file does not satisfy its schema.'],
    ['only a condition', [{ keyword: 'if', instancePath: '' }], 'c.yaml:1:1: The file does not satisfy its schema.'],
    ['an error without words', [{ keyword: 'x', instancePath: '', params: {} }], 'c.yaml:1:1: The file is wrong.'],
    [
      'an unknown key without its schema',
      [{ keyword: 'additionalProperties', instancePath: '', params: { additionalProperty: 'a' } }],
      'c.yaml:1:1: Unknown key "a".',
    ],
  ])('%s', (_, errors, expected) => expect(said('a: 1', failing(errors))).toBe(expected));
});
