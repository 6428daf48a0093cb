/** What is built into other tools and hurts their users, and docgate has not. Numbers are those of `list.ts`. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkData } from '../../../src/data/check-data.ts';
import { schemaValidator } from '../../../src/data/validator.ts';
import { docgate, repositoryFolder } from '../../cli/run.ts';
import { schemaNamed } from '../../generate/contexts.ts';
import { write } from '../../tree/sandbox.ts';
import { run, said, since, unreleased } from './telling.ts';

const partial = 'templates/partials/change.md.hbs';

test('[0.5 3.21] templates are Handlebars; a name that is not known is an error with its place, never an empty section', () => {
  const made = since('feat: a');
  write(made.root, { [partial]: '* {{headline this}} by {{#each authors}}{{name}}{{/each}}\n' });
  expect(unreleased(made)).toContain('\n- a by Dev One\n');
  write(made.root, { [partial]: '* {{subject}}\n' });
  const { code, stdout, stderr } = run(made, 'changelog', '--unreleased');
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toMatch(/^docgate: templates\/partials\/change\.md\.hbs:1:5: .*subject/);
});

test('[0.12] incidents, approvals and checklists stand beside the changes', () => {
  const made = since('feat: a');
  write(made.root, {
    'docs/releases/1.1.0/approvals.md':
      '# Approvals for 1.1.0\n\n| Role | Approver | Status | Date |\n|---|---|---|---|\n| QA | @qa-lead | Approved | 2024-01-01 |\n',
    'docs/releases/1.1.0/checklist.md': '# Checklist 1.1.0\n\n- [x] Tests pass\n- [ ] Announced\n',
    'docs/incidents/INCIDENT-0001.md':
      '# INCIDENT-0001: Checkout returns 500\n\n**Severity**: high\n**Detected**: 2024-01-01 13:02 UTC\n**Resolved**: 2024-01-01 14:02 UTC\n\n## Preventive Measures\n\n- [x] Test of the empty basket\n',
  });
  const notes = said(made, 'notes', '1.1.0', '--as-of', '2024-01-02T12:00:00Z');
  expect(notes).toMatch(
    /### Added\n\n- a [\s\S]*## Incidents closed\n\n- \[?INCIDENT-0001[\s\S]*\| QA \| @?`?@?qa-lead`? \|[\s\S]*1 of 2 done/,
  );
});

test('[2.1d 2.5e 2.4d] what a repository holds is data: no command, no code, no option of git', () => {
  const made = since('feat: `touch pwned` $(touch pwned)');
  const config = (text: string) => {
    writeFileSync(join(made.root, 'docgate.config.yaml'), text);
    return run(made, 'changelog', '--unreleased');
  };
  expect(config('changelog: { paths: ["--output=pwned"] }\n').code).toBe(0);
  expect(config('changelog: { tagPattern: "--output=pwned{version}" }\n').code).toBe(0);
  expect(config('changelog: { preprocess: "touch pwned" }\n').code).toBe(2);
  expect(config('changelog: { overrides: "../../../etc/passwd" }\n').code).toBe(2);
  expect(config('').code).toBe(0);
  for (const option of ['--from', '--to']) expect(run(made, 'changelog', `${option}=--output=pwned`).code).toBe(2);
  write(made.root, { 'docgate.config.mjs': 'throw new Error("run")', [partial]: '{{#with (lookup this "constructor")}}{{name}}{{/with}}' });
  expect(run(made, 'changelog', '--unreleased').code).toBe(2);
  expect(readdirSync(made.root)).not.toContain('pwned');
});

test('[2.1g] groups stand in the order of Keep a Changelog, then of the configuration, without marks in their names', () => {
  const made = since('wip: a', 'fix: b', 'feat: c', 'perf: d', 'docs: e');
  write(made.root, { 'docgate.config.yaml': 'changelog: { types: { docs: Guides, wip: Drafts } }\n' });
  expect(unreleased(made).match(/^### .*/gm)).toEqual(['### Added', '### Changed', '### Fixed', '### Guides', '### Drafts']);
});

test('[2.2c] what one template says does not reach another run, and nothing is left unescaped by default', () => {
  const made = since('feat: *a* <b>');
  write(made.root, { [partial]: '- {{text}}\n' });
  expect(unreleased(made)).toContain('- \\*a\\* \\<b>');
  write(made.root, { [partial]: '- {{{text}}}\n' });
  expect(unreleased(made)).toContain('- *a* <b>');
});

test('[2.3c 3.20] a template sees every part of a change, its body notes too, and whitespace is its own', () => {
  const made = since('feat(cart)!: a (#4)\n\nBREAKING CHANGE: call b\n\nCloses #5');
  const parts =
    '{{text}};{{#if scope}}{{scope}};{{/if}}{{#each notes}}{{this}};{{/each}}{{#each pulls}}{{reference this}};{{/each}}{{#each issues}}{{reference this}}{{/each}}';
  write(made.root, { [partial]: `- ${parts}\n` });
  expect(unreleased(made)).toMatch(/\n- a;cart;call b;\[#4\]\(\S+\/pull\/4\);\[#5\]\(\S+\/issues\/5\)\n/);
  write(made.root, { [partial]: '- {{headline this}}\n  - {{#if breaking}}breaks{{/if}}\n' });
  expect(unreleased(made)).toContain('\n- a\n  - breaks\n');
});

test('[2.5d] nested lists of a template and of a note keep their indentation', () => {
  const made = since('feat!: a\n\nBREAKING CHANGE: x\n\n- one\n- two');
  expect(unreleased(made)).toContain('\n\n  x\n\n  - one\n  - two\n');
});

test('[2.5f] changes that say the same are one entry, with all their requests', () => {
  const text = unreleased(since('fix: a (#1)', 'fix: a (#2)'));
  expect(text.match(/- a /g)).toHaveLength(1);
  expect(text).toMatch(/- a \(\[#2\]\(\S+\), \[#1\]\(\S+\)\)/);
});

test('[2.4b 2.5a] the same file serves every line ending, and a text before the first release stays where it is', () => {
  const made = since('feat: a');
  const before = '# Widgets\r\n\r\nIntroduction.\r\n\r\n## 1.0.0\r\n\r\n* first\r\n';
  write(made.root, { 'CHANGELOG.md': before });
  expect(run(made, 'changelog', '--release', '1.1.0', '--write').code).toBe(0);
  const after = readFileSync(join(made.root, 'CHANGELOG.md'), 'utf8');
  expect(after).toMatch(
    /^# Widgets\r\n\r\nIntroduction\.\r\n\r\n## 1\.1\.0\r\n\r\n(?:### Added\r\n\r\n)?\* a [^\n]*\r\n\r\n## 1\.0\.0\r\n/,
  );
  expect(after.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
});

test('[1.31] the configuration has a schema, which finds a slip', () => {
  const { properties } = JSON.parse(docgate(['schema', 'config']).stdout) as { properties: { changelog?: object } };
  expect(properties.changelog).toBeDefined();
  const { exports } = JSON.parse(readFileSync(join(repositoryFolder, 'package.json'), 'utf8')) as { exports: Record<string, unknown> };
  expect(exports['./schemas/*']).toBe('./schemas/*');
  const made = since();
  write(made.root, { 'docgate.config.yaml': 'changelog:\n  tagPatern: x\n' });
  const { code, stderr } = run(made, 'changelog');
  expect(code).toBe(2);
  expect(stderr).toMatch(/^docgate: docgate\.config\.yaml:2:3: .*Did you mean "tagPattern"\?/);
});

test('[1.32] the data of the templates is printed, as its schema says, in little', () => {
  const made = since('feat: a (#1)', 'fix: b');
  const json = said(made, 'changelog', '--json');
  const [first] = (JSON.parse(json) as { releases: unknown[] }).releases;
  checkData({ path: 'json', value: first, locate: (at) => at, locateKey: (at) => at }, schemaValidator(schemaNamed('changelog')));
  expect(json.length / 3).toBeLessThan(1500);
});
