import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { expect, test } from 'vitest';
import { printJson } from '../../src/report/json.ts';
import { cleanReport, crowdedReport, options, report } from './fixture.ts';

const schema: object = JSON.parse(readFileSync(new URL('../../schemas/report.schema.json', import.meta.url), 'utf8'));
const ajv = addFormats.default(new Ajv2020({ allErrors: true }));
const validate = ajv.compile(schema);

const parse = (subject: typeof report): unknown => JSON.parse(printJson(subject, options));

test.each([
  ['the hostile report', report],
  ['a clean report', cleanReport],
  ['a crowded report', crowdedReport(20)],
])('%s satisfies schemas/report.schema.json', (_, subject) => {
  validate(parse(subject));
  expect(validate.errors).toBeNull();
});

test('text comes back as it was', () => {
  const { findings } = parse(report) as { findings: { message: string; path: string }[] };
  expect(findings.map(({ message, path }) => ({ message, path }))).toEqual(
    report.findings.map(({ message, place }) => ({ message, path: place.path })),
  );
});

test('what is absent is left out, and nothing else comes in', () => {
  const [finding] = report.findings;
  const extended = { ...report, findings: [{ ...finding, secret: 1 }] } as unknown as typeof report;
  const { findings } = parse(extended) as { findings: object[] };
  expect(Object.keys(findings[0] ?? {})).toEqual([
    ...['rule', 'severity', 'state', 'message', 'path', 'start', 'end', 'pointer', 'help', 'fingerprint', 'related'],
  ]);
});

test('the output is indented by two', () => {
  expect(printJson(report, options)).toMatch(/^\{\n {2}"schemaVersion": 1,\n/);
});
