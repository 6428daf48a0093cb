/** Generation: which template is taken, which contexts are refused, and that nothing is written. */
import { describe, expect, it } from 'vitest';
import { findTemplate, lintPaths, listTemplates } from '../../src/flows/templates.ts';
import { UsageError } from '../../src/model/usage-error.ts';
import { memoryTree } from '../../src/tree/memory.ts';
import { generated, shipped } from '../generate/contexts.ts';

const context = { version: '1.4.0' };

const textOf = async (template: string, files: Readonly<Record<string, string>>, given: unknown = context): Promise<string> =>
  (await generated(template, given, files)).text;

const failure = async (template: string, files: Readonly<Record<string, string>>, given: unknown = context): Promise<string> => {
  const error: unknown = await generated(template, given, files).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(UsageError);
  return (error as UsageError).message;
};

describe('the template', () => {
  it("is the user's before the shipped one", async () => {
    expect(await textOf('freeze', { 'templates/freeze.md.hbs': 'Frozen: {{version}}' })).toBe('Frozen: 1.4.0\n');
  });
  it('may be of another name, when it says its context', async () => {
    const files = { 'templates/our-notice.md.hbs': '{{!-- For the support team. Context: notice --}}\nOn hold: {{version}}' };
    expect(await textOf('our-notice', files)).toBe('On hold: 1.4.0\n');
    const listed = await listTemplates({ tree: memoryTree(files), shipped });
    expect(listed.at(-1)).toMatchObject({ name: 'our-notice', source: 'own', context: 'notice', purpose: 'For the support team.' });
  });
  it('has to say its context under another name', async () => {
    expect(await failure('our-notice', { 'templates/our-notice.md.hbs': '{{version}}' })).toMatch(
      /^templates\/our-notice\.md\.hbs:1:1: The first line has to say which context/,
    );
  });
  it('of a context that does not exist is refused', async () => {
    expect(await failure('a', { 'templates/a.md.hbs': '{{!-- A. Context: notic --}}' })).toMatch(
      /^templates\/a\.md\.hbs:1:1: .* Did you mean "notice"\?$/,
    );
  });
  it('that does not exist is named with the closest', async () => {
    expect(await failure('frezee', {})).toMatch(/^There is no template "frezee"; .* Did you mean "freeze"\?$/);
  });
  it('is known with its path and text, so that its digest can be recorded', async () => {
    const { template } = await generated('freeze', context, { 'templates/freeze.md.hbs': 'x' });
    expect(template).toMatchObject({ path: 'templates/freeze.md.hbs', text: 'x', source: 'own', context: 'notice' });
    expect(await findTemplate({ tree: memoryTree({}), shipped }, 'freeze')).toMatchObject({
      path: 'docgate/templates/freeze.md.hbs',
      source: 'shipped',
    });
  });
  it('may have CRLF and a byte order mark; what it makes has LF', async () => {
    expect(await textOf('freeze', { 'templates/freeze.md.hbs': '\uFEFFa\r\n{{#if owner}}\r\nb\r\n{{/if}}\r\n{{version}}\r\n' })).toBe(
      'a\n1.4.0\n',
    );
  });
});

describe('partials', () => {
  it("are the user's before the shipped ones, and other templates", async () => {
    const files = {
      'templates/freeze.md.hbs': '{{> head}} {{> rollback-in-progress}}',
      'templates/partials/head.md.hbs': 'H{{version}}',
      'templates/rollback-in-progress.md.hbs': 'R',
    };
    expect(await textOf('freeze', files)).toBe('H1.4.0 R\n');
  });
  it('replace one that a shipped template includes', async () => {
    const files = { 'templates/partials/change.md.hbs': '* {{text}}\n' };
    const change = { text: 'a', breaking: false, notes: [], pulls: [], issues: [], commits: [], authors: [] };
    expect(await textOf('changelog-section', files, { groups: [{ title: 'Added', changes: [change] }], contributors: [] })).toBe(
      '## Unreleased\n\n### Added\n\n* a\n',
    );
  });
  it('that are faulty and not included disturb nobody', async () => {
    expect(await textOf('freeze-lifted', { 'templates/partials/broken.md.hbs': '{{#if' })).toContain('1.4.0');
  });
});

describe('the context', () => {
  it.each([
    [{}, 'context notice: The file needs the key "version".'],
    [{ version: 1 }, 'context notice/version: "version" must be string, not 1.'],
    [{ version: '1', ownr: 'x' }, 'context notice/ownr: Unknown key "ownr". Did you mean "owner"?'],
  ])('%j', async (given, message) => {
    expect(await failure('freeze', {}, given)).toBe(message);
  });
});

describe('linting', () => {
  it('reports every fault of every template, and partials that cannot be read', async () => {
    const tree = memoryTree({
      'templates/freeze.md.hbs': '{{verson}}\n{{ownr}}',
      'templates/incident.md.hbs': '{{id}}',
      'templates/partials/p.md.hbs': '{{#if a}}',
      'templates/x.md.hbs': 'x',
    });
    const paths = ['templates/freeze.md.hbs', 'templates/incident.md.hbs', 'templates/partials/p.md.hbs', 'templates/x.md.hbs'];
    const places = (await lintPaths({ tree, shipped }, paths)).map((fault) => fault.split(': ')[0]);
    expect(places).toEqual([
      'templates/freeze.md.hbs:1:3',
      'templates/freeze.md.hbs:2:3',
      'templates/partials/p.md.hbs:1:10',
      'templates/x.md.hbs:1:1',
    ]);
  });
});
