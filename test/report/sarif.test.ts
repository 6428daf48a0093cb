import { existsSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { expect, test } from 'vitest';
import { printSarif } from '../../src/report/sarif.ts';
import { cleanReport, options, report } from './fixture.ts';

interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly kind: string;
  readonly level: string;
  readonly suppressions: readonly { readonly kind: string; readonly justification: string; readonly properties: object }[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly relatedLocations?: readonly object[];
  readonly locations: readonly { readonly physicalLocation: { readonly artifactLocation: { readonly uri: string } } }[];
}

interface Run {
  readonly columnKind: string;
  readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string; readonly helpUri?: string }[] } };
  readonly results: readonly Result[];
}

const runOf = (subject: typeof report): Run => JSON.parse(printSarif(subject, options)).runs[0];

const run = runOf(report);
const resultOf = (rule: string): Result | undefined => run.results.find(({ ruleId }) => ruleId === rule);

const schemaFile = new URL('../../../shared/data/sarif-2.1.0.json', import.meta.url);

test.skipIf(!existsSync(schemaFile))('valid against sarif-2.1.0.json (needs ../shared/data)', () => {
  const ajv = addFormats.default(new Ajv({ strict: false, allErrors: true }));
  const validate = ajv.compile(JSON.parse(readFileSync(schemaFile, 'utf8')));
  for (const subject of [report, cleanReport]) {
    validate(JSON.parse(printSarif(subject, options)));
    expect(validate.errors).toBeNull();
  }
});

test('every result points at its rule', () => {
  for (const { ruleId, ruleIndex } of run.results) expect(run.tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
  expect(new Set(run.tool.driver.rules.map(({ id }) => id)).size).toBe(run.tool.driver.rules.length);
});

test('paths are percent-encoded segment by segment, and decode to themselves', () => {
  const uris = run.results.map(({ locations }) => locations[0]?.physicalLocation.artifactLocation.uri ?? '');
  for (const uri of uris) expect(uri).toMatch(/^[\w\-.~!'()*%/]+$/);
  expect(uris.map((uri) => uri.split('/').map(decodeURIComponent).join('/'))).toEqual(report.findings.map(({ place }) => place.path));
});

test('a pending finding is open and has no level', () => {
  expect(resultOf('checklist/due')).toMatchObject({ kind: 'open', level: 'none' });
  expect(resultOf('checklist/late-command')).toMatchObject({ kind: 'fail', level: 'warning' });
});

test('every result tells whether it is suppressed', () => {
  expect(resultOf('checklist/bare-command')?.suppressions).toMatchObject([
    { kind: 'inSource', justification: 'Agreed in <call> | with `ops`', properties: { owner: '@grace' } },
  ]);
  expect(run.results.filter(({ suppressions }) => suppressions.length === 0)).toHaveLength(report.findings.length - 1);
});

test('a waiver of the configuration is external to the source', () => {
  const findings = report.findings.map((finding) =>
    finding.waived === undefined ? finding : { ...finding, waived: { ...finding.waived, origin: 'configuration' as const } },
  );
  const kinds = runOf({ ...report, findings }).results.flatMap(({ suppressions }) => suppressions.map(({ kind }) => kind));
  expect(kinds).toEqual(['external']);
});

test('fingerprints, related places and the unit of columns are there', () => {
  expect(run.results.map(({ partialFingerprints }) => partialFingerprints['docgate/v1'])).toEqual(
    report.findings.map(({ fingerprint }) => fingerprint),
  );
  expect(resultOf('approvals/unclear|time')?.relatedLocations).toHaveLength(1);
  expect(run.columnKind).toBe('utf16CodeUnits');
});

test('only an address of the web is a helpUri', () => {
  const uris = run.tool.driver.rules.map(({ helpUri }) => helpUri);
  expect(uris.filter((uri) => uri !== undefined).every((uri) => uri.startsWith('https://'))).toBe(true);
  expect(run.tool.driver.rules.find(({ id }) => id === 'docgate/unused-waiver')?.helpUri).toBeUndefined();
});

test('a path that is not well-formed does not break the report', () => {
  const [finding] = report.findings;
  if (finding === undefined) throw new Error('The fixture is empty.');
  const broken = { ...report, findings: [{ ...finding, place: { ...finding.place, path: 'a\uD800.md' } }] };
  expect(runOf(broken).results[0]?.locations[0]?.physicalLocation.artifactLocation.uri).toBe('a%EF%BF%BD.md');
});
