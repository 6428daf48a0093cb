/** Real files with names that try to break every format, through the real binary. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { obeyed } from '../action/run.ts';
import { folder, write } from '../tree/sandbox.ts';
import { docgate, repositoryFolder } from './run.ts';

const names = [
  'a b/[x]{y}*?.md',
  '::error::title=x.md',
  '##[error]z.md',
  'line\nbreak.md',
  '\u001B[2Jclear.md',
  '\u202Ereversed.md',
  '<script>alert(1)</script>.md',
  ']]> & "quotes" \'single\'.md',
  '%0A%25,c:d=e.md',
  '--format.md',
  '@team #12 |pipe| `code`.md',
  '日本語 👩‍👩‍👧‍👦 é e\u0301.md',
  '~.md',
];
const words = '# Release checklist\n\n- [ ] ::set-output name=x::y ]]> <b>&amp; | `a` \u001B[31m \u202E @team #1\n';

const checked = (format: string): string => {
  const cwd = folder();
  write(cwd, Object.fromEntries(names.map((name) => [name, words])));
  const { code, stdout, stderr } = docgate(['check', '.', '--kind', 'checklist', '--format', format], { cwd });
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  return stdout;
};

const shared = (name: string): string => new URL(`../../../shared/data/${name}`, import.meta.url).pathname;

const valid = (ajv: Ajv, schema: string, data: unknown): void => {
  const validate = addFormats.default(ajv).compile(JSON.parse(readFileSync(schema, 'utf8')));
  validate(data);
  expect(validate.errors).toBeNull();
};

const sorted = (list: readonly string[]): string[] => [...new Set(list)].sort();

describe('files with hostile names', () => {
  it('json is valid and names each', () => {
    const data = JSON.parse(checked('json'));
    valid(new Ajv2020(), join(repositoryFolder, 'schemas/report.schema.json'), data);
    expect(sorted(data.findings.map(({ path }: { path: string }) => path))).toEqual(sorted(names));
  });

  it.skipIf(!existsSync(shared('sarif-2.1.0.json')))('sarif is valid, and its addresses decode to the names (needs ../shared/data)', () => {
    const data = JSON.parse(checked('sarif'));
    valid(new Ajv({ strict: false }), shared('sarif-2.1.0.json'), data);
    const uris: string[] = data.runs[0].results.map(
      (result: { locations: { physicalLocation: { artifactLocation: { uri: string } } }[] }) =>
        result.locations[0]?.physicalLocation.artifactLocation.uri,
    );
    expect(sorted(uris.map(decodeURIComponent))).toEqual(sorted(names));
  });

  it.skipIf(!existsSync(shared('gitlab-codeclimate-item.json')))('gitlab is valid and names each (needs ../shared/data)', () => {
    const data = JSON.parse(checked('gitlab'));
    for (const item of data) valid(new Ajv({ strict: false }), shared('gitlab-codeclimate-item.json'), item);
    expect(sorted(data.map(({ location }: { location: { path: string } }) => location.path))).toEqual(sorted(names));
  });

  const canJudge = existsSync(shared('junit-10.xsd')) && spawnSync('xmllint', ['--version']).status === 0;
  it.skipIf(!canJudge)('junit is valid (needs xmllint and ../shared/data)', () => {
    const { stderr } = spawnSync('xmllint', ['--noout', '--nonet', '--schema', shared('junit-10.xsd'), '-'], {
      input: checked('junit'),
      encoding: 'utf8',
    });
    expect(stderr.trim()).toBe('- validates');
  });

  it('github is annotations and no other command', () => {
    for (const { name, properties } of obeyed(checked('github')))
      expect(`${name} ${properties['title']}`).toMatch(/^(error|warning) checklist\//);
  });

  it.each(['pretty', 'markdown'])('%s prints nothing that a terminal obeys', (format) => {
    expect(checked(format)).not.toMatch(/[^\P{Cc}\n]|[\u202A-\u202E\u2066-\u2069]/u);
  });
});
