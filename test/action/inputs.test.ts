/** action.yml and the code that reads its inputs and writes its outputs say the same. */
import { existsSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { inputNames, readInputs } from '../../src/action/inputs.ts';
import { outputNames } from '../../src/action/outputs.ts';

interface Manifest {
  readonly inputs: Readonly<Record<string, { readonly default?: unknown; readonly description: string }>>;
  readonly outputs: Readonly<Record<string, unknown>>;
  readonly runs: { readonly using: string; readonly main: string };
}

const text = readFileSync(new URL('../../action.yml', import.meta.url), 'utf8');
const manifest: Manifest = parse(text);

const schemaFile = new URL('../../../shared/data/github-action.json', import.meta.url);

describe('action.yml', () => {
  it.skipIf(!existsSync(schemaFile))('is valid (needs ../shared/data)', () => {
    const validate = new Ajv({ strict: false, allErrors: true }).compile(JSON.parse(readFileSync(schemaFile, 'utf8')));
    validate(parse(text));
    expect(validate.errors).toBeNull();
    validate({ ...manifest, runs: { ...manifest.runs, using: 'node99' } });
    expect(validate.errors).not.toBeNull();
  });

  it('lists the inputs that are read and the outputs that are written', () => {
    expect(Object.keys(manifest.inputs)).toEqual([...inputNames]);
    expect(Object.keys(manifest.outputs)).toEqual([...outputNames]);
  });

  it('starts the bundle', () => {
    expect(existsSync(new URL(`../../${manifest.runs.main}`, import.meta.url))).toBe(true);
  });

  it('states the defaults that the code has', () => {
    const stated = Object.entries(manifest.inputs).flatMap(([name, input]) =>
      input.default === undefined ? [] : [[`INPUT_${name.toUpperCase()}`, String(input.default)]],
    );
    expect(stated.length).toBeGreaterThan(3);
    expect(readInputs(Object.fromEntries(stated))).toEqual(readInputs({}));
  });
});

describe('inputs', () => {
  it('say what is judged, and by what', () => {
    expect(readInputs({})).toMatchObject({ policy: [], git: true });
    expect(readInputs({})).not.toHaveProperty('kind');
    expect(readInputs({})).not.toHaveProperty('provenance');
    const env = {
      INPUT_KIND: 'approvals',
      INPUT_POLICY: '\n approvals\r\n./a b.policy.json\n',
      'INPUT_NO-GIT': 'True',
      INPUT_PROVENANCE: 'true',
    };
    expect(readInputs(env)).toMatchObject({ kind: 'approvals', policy: ['approvals', './a b.policy.json'], git: false, provenance: true });
  });

  it('pair each file with its format', () => {
    const printing = (env: Record<string, string>): string => {
      const { format = [], output } = readInputs(env);
      return format.map((name, index) => (output[index] === undefined ? name : `${name}>${output[index]}`)).join(' ');
    };
    expect(printing({})).toBe('pretty github');
    expect(printing({ 'INPUT_SARIF-FILE': 'a.sarif' })).toBe('sarif>a.sarif pretty github');
    expect(printing({ 'INPUT_SARIF-FILE': 'a.sarif', INPUT_OUTPUT: 'b', INPUT_FORMAT: 'json' })).toBe('sarif>a.sarif json>b github');
    expect(printing({ INPUT_FORMAT: 'github' })).toBe('github');
    expect(printing({ INPUT_FORMAT: 'github', INPUT_OUTPUT: 'b' })).toBe('github>b github');
    expect(printing({ INPUT_FORMAT: 'markdown', INPUT_ANNOTATIONS: 'False' })).toBe('markdown');
  });
});
