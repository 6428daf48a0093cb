/** `docgate template`, with the real binary. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folder, write } from '../tree/sandbox.ts';
import { docgate, repositoryFolder } from './run.ts';

const repositoryOf = (files: Readonly<Record<string, string>>): string => {
  const root = folder();
  write(root, { 'docgate.config.yaml': '{}\n', ...files });
  return root;
};

describe('docgate template', () => {
  it('lists what is shipped and what is our own', () => {
    const cwd = repositoryOf({ 'templates/freeze.md.hbs': '{{!-- Our freeze. --}}x' });
    const { code, stdout } = docgate(['template', 'list'], { cwd });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^freeze +templates\/freeze\.md\.hbs +notice +Our freeze\.$/m);
    expect(stdout).toMatch(/^incident +shipped +incident +\S/m);
  });

  it('ejects once, and never over a file', () => {
    const cwd = repositoryOf({});
    const shipped = readFileSync(join(repositoryFolder, 'templates/incident.md.hbs'), 'utf8');
    expect(docgate(['template', 'eject', 'incident', '--dry-run'], { cwd })).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('+++ b/templates/incident.md.hbs'),
    });
    expect(docgate(['template', 'lint'], { cwd }).stdout).toContain('no template in templates/');
    expect(docgate(['template', 'eject', 'incident'], { cwd }).code).toBe(0);
    expect(readFileSync(join(cwd, 'templates/incident.md.hbs'), 'utf8')).toBe(shipped);
    write(cwd, { 'templates/incident.md.hbs': 'ours' });
    expect(docgate(['template', 'eject', 'incident'], { cwd })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('not overwritten'),
    });
    expect(readFileSync(join(cwd, 'templates/incident.md.hbs'), 'utf8')).toBe('ours');
    expect(docgate(['template', 'eject', 'partials/change'], { cwd }).code).toBe(0);
    expect(docgate(['template', 'eject', 'incidnt'], { cwd })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('Did you mean "incident"?'),
    });
  });

  it('lints every template that is ejected', () => {
    const cwd = repositoryOf({});
    for (const name of ['release-notes', 'partials/changes', 'policy']) expect(docgate(['template', 'eject', name], { cwd }).code).toBe(0);
    expect(docgate(['template', 'lint'], { cwd })).toMatchObject({ code: 0, stdout: '3 templates in order.\n' });
  });

  it('prints all faults and exits with 2', () => {
    const cwd = repositoryOf({ 'templates/freeze.md.hbs': '{{verson}} {{owner}}\n{{cod version}}\n' });
    expect(docgate(['template', 'lint', 'templates/freeze.md.hbs'], { cwd })).toEqual({
      code: 2,
      stderr: '',
      stdout: [
        'templates/freeze.md.hbs:1:3: There is no "verson" in the context. Did you mean "version"?',
        'templates/freeze.md.hbs:1:14: "owner" may be missing; guard it with {{#if owner}}…{{/if}}, or write {{fill …}} or {{cell …}}.',
        'templates/freeze.md.hbs:2:3: There is no helper "cod". Did you mean "code"?',
        '',
      ].join('\n'),
    });
    expect(docgate(['template', 'lint', 'templates/none.md.hbs'], { cwd })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('There is no such template'),
    });
  });

  it('prints the schema of a context', () => {
    const { code, stdout } = docgate(['schema', 'context.notice']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ $id: 'https://docgate.dev/schemas/context.notice.schema.json' });
  });
});
