/** Installing into YAML changes nothing but the inserted lines, uninstalling restores the file, whatever it looks like. */
import Ajv from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { lefthook } from '../../../src/setup/hook/lefthook.ts';
import { preCommit } from '../../../src/setup/hook/pre-commit.ts';
import { hasShared, sharedBytes } from '../../shared.ts';
import { fc } from '../../tooling/fast-check.ts';
import { goThereAndBack, viewWith } from './viewing.ts';

const comment = fc.constantFrom('', ' # why', '  # "quoted": {not: yaml', ' # docgate');
const commentLine = fc.constantFrom('', '# a comment', '   # indented comment', '#', '# - item: [');
const commentLines = fc.array(commentLine, { maxLength: 2 });
const word = fc.constantFrom('lint', '"quo\\"ted"', "'it''s'", 'ünï', '&anchor x', '>-\n      folded\n      text');
const pad = (lines: readonly string[], width: number): string[] => lines.map((line) => (line === '' ? '' : ' '.repeat(width) + line));

const repo = fc
  .tuple(commentLines, word, comment)
  .map(([lead, name, tail]) => [
    ...lead,
    `- repo: meta${tail}`,
    '  hooks:',
    '  - id: identity',
    `    name: ${name.replaceAll('\n', '\n  ')}`,
  ]);

const reposBlock = fc
  .tuple(fc.array(repo, { minLength: 1, maxLength: 3 }), fc.constantFrom(0, 1, 2, 4), comment)
  .map(([repos, width, tail]) => [`repos:${tail}`, ...pad(repos.flat().join('\n').split('\n'), width)]);

const reposFlow = fc.constantFrom(
  ['repos: []'],
  ['repos: [ ] # none'],
  ['"repos": [{repo: meta, hooks: [{id: identity}]}]'],
  ['repos: [ # one', '  {repo: meta, hooks: [{id: identity}]},', '  ]'],
  ['repos:'],
  ['repos:   # later'],
);

const before = fc.constantFrom([], ['fail_fast: true'], ['minimum_pre_commit_version: "3.0.4"', ''], ['default_stages: [commit]']);
const start = fc.constantFrom([], ['---'], ['# yaml-language-server: $schema=x', '---']);

const textOf = (lines: readonly string[], eol: string, ending: string): string =>
  lines.join('\n').replaceAll('\n', eol) + ending.replaceAll('\n', eol);

const layout = fc.record({
  eol: fc.constantFrom('\n', '\r\n'),
  ending: fc.constantFrom('', '\n', '\n\n', '\n# the end', '\n# the end\n'),
  bom: fc.constantFrom('', '\uFEFF'),
});

const preCommitConfig = fc
  .tuple(
    layout,
    start,
    commentLines,
    before,
    fc.oneof(reposBlock, reposFlow),
    fc.constantFrom([], ['exclude: ^vendor/'], ['', '# more', 'ci: {skip: [x]}']),
  )
  .map(([{ eol, ending, bom }, ...parts]) => bom + textOf(parts.flat(), eol, ending));

const lefthookBody = fc.constantFrom(
  ['pre-commit:', '  commands:', '    lint:', '      run: |', '        echo a', '', '        echo b'],
  ['pre-commit: # ours', '    parallel: true', '    commands:', '        # linter', '        lint: {run: echo}'],
  ['pre-commit:', '  jobs:', '  - run: echo {staged_files}', '    glob: "*.md"', '  - run: echo 2'],
  ['pre-commit:', '  jobs:', '      # first', '      - run: echo'],
  ['pre-commit:', '  jobs: [{run: echo}]'],
  ['pre-commit: {parallel: true}'],
  ['pre-commit: {commands: {lint: {run: "echo ]}"}}}'],
  ['pre-commit:', '  parallel: true', '', 'commit-msg:', '  commands:', '    a:', '      run: echo'],
  ['pre-commit:', '', '# nothing', 'pre-push:', '  parallel: true'],
  ['pre-commit:', '  commands:'],
  ['"pre-commit":', '  "commands": {}'],
  ['{pre-push: {parallel: true}}'],
  ['assert_lefthook_installed: true'],
  [],
);

const lefthookConfig = fc
  .tuple(layout, start, commentLines, lefthookBody)
  .map(([{ eol, ending, bom }, ...parts]) => bom + textOf(parts.flat(), eol, ending));

const isCrlf = (text: string): boolean => /\r\n/.test(text);
const hasMixedEndings = (text: string): boolean => /\r\n/.test(text) && /(?<!\r)\n/.test(text);

describe('YAML of hook managers', () => {
  it('comes back from pre-commit byte for byte', () => {
    const path = '.pre-commit-config.yaml';
    fc.assert(
      fc.property(preCommitConfig, (config) => {
        const text = goThereAndBack(preCommit, viewWith({ [path]: config }), path);
        const { repos } = parse(text) as { repos: { repo: string; hooks: { id: string; entry: string }[] }[] };
        expect(repos[0]).toMatchObject({ repo: 'local', hooks: [{ id: 'docgate', language: 'system' }] });
        expect(repos[0]?.hooks[0]?.entry).toMatch(/^sh -c 'if .*"\$docgate" hook run \|\| exit 1'$/s);
        if (isCrlf(config)) expect(hasMixedEndings(text)).toBe(false);
      }),
      { numRuns: 400 },
    );
  });

  it('comes back from lefthook byte for byte', () => {
    fc.assert(
      fc.property(lefthookConfig, fc.constantFrom('lefthook.yml', '.config/lefthook.yaml'), (config, path) => {
        const text = goThereAndBack(lefthook, viewWith({ [path]: config }), path);
        const { jobs, commands } = (parse(text) as { 'pre-commit': { jobs?: { run: string }[]; commands?: { docgate: { run: string } } } })[
          'pre-commit'
        ];
        const run = jobs === undefined ? commands?.docgate.run : jobs[0]?.run;
        expect(run).toMatch(/^if \[ -x node_modules\/\.bin\/docgate \][\s\S]*"\$docgate" hook run \|\| exit 1\n$/);
        if (isCrlf(config)) expect(hasMixedEndings(text)).toBe(false);
      }),
      { numRuns: 400 },
    );
  });

  it.skipIf(!hasShared)('stays valid by the schema of pre-commit configurations (needs ../shared)', () => {
    const ajv = new Ajv.default({ strict: false, validateFormats: false });
    const schema = (name: string): object => JSON.parse(Buffer.from(sharedBytes(`data/${name}.json`)).toString()) as object;
    ajv.addSchema(schema('pre-commit-hooks'));
    const validate = ajv.compile(schema('pre-commit-config'));
    const path = '.pre-commit-config.yaml';
    for (const config of ['repos: []\n', 'repos:\n- repo: meta\n  hooks:\n  - id: identity\n']) {
      const value: unknown = parse(goThereAndBack(preCommit, viewWith({ [path]: config }), path));
      expect(validate(value), JSON.stringify(validate.errors)).toBe(true);
    }
    expect(validate({ repos: [{ repo: 'local', hooks: [{ id: 'x', language: 'cobol' }] }] })).toBe(false);
  });
});
