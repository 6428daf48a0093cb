/** Templates that hold nothing, or bytes that are no text, make no documents. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { folder, write } from '../tree/sandbox.ts';
import { docgate } from './run.ts';

const head = '{{!-- I. Context: incident --}}\n';
const latin = Buffer.concat([Buffer.from(`${head}# {{id}}\n\ncaf`), Buffer.from([0xe9]), Buffer.from(' {{title}}\n')]);

it.each([
  ['not UTF-8', { 'templates/incident.md.hbs': latin }],
  ['not UTF-8', { 'templates/incident.md.hbs': `${head}# {{id}} {{title}}\n`, 'templates/partials/own.md.hbs': latin }],
  ['empty', { 'templates/incident.md.hbs': '' }],
  ['empty', { 'templates/incident.md.hbs': `${head}\n  \n` }],
])('refuses a template that is %s', (what, files) => {
  const root = folder();
  write(root, files);
  const linted = docgate(['template', 'lint'], { cwd: root });
  expect(linted.code).not.toBe(0);
  expect(linted.stdout + linted.stderr).toMatch(new RegExp(`templates/\\S+:1:1: The template is ${what}`));
  const made = docgate(['new', 'incident', 'T', '--severity', 'low', '--detected', 'now'], { cwd: root });
  expect(made.code).toBe(2);
  expect(made.stderr).toContain(`is ${what}`);
  expect(existsSync(join(root, 'docs'))).toBe(false);
});
