/** What is loaded: a command pays only for what it needs. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { repositoryFolder } from './cli/run.ts';

interface Metafile {
  readonly outputs: Readonly<Record<string, { readonly inputs: Readonly<Record<string, unknown>> }>>;
}

const packagesOf = (args: readonly string[]): string[] => {
  const hook = `import { register } from 'node:module'; register('data:text/javascript,' + encodeURIComponent("export const load = (url, context, next) => { process._rawDebug('LOADED ' + url); return next(url, context); }"));`;
  const { stderr } = spawnSync(process.execPath, ['--import', `data:text/javascript,${encodeURIComponent(hook)}`, 'dist/bin.js', ...args], {
    cwd: repositoryFolder,
    encoding: 'utf8',
  });
  const loaded = [...stderr.matchAll(/LOADED file:.*\/dist\/(.+\.js)/g)].map((match) => basename(match[1] ?? ''));
  const { outputs } = JSON.parse(readFileSync(`${repositoryFolder}dist/meta.json`, 'utf8')) as Metafile;
  const inputs = loaded.flatMap((file) => Object.keys(outputs[`dist/${file}`]?.inputs ?? {}));
  expect(loaded).toContain('bin.js');
  return [...new Set(inputs.flatMap((input) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(input)?.[1] ?? []))];
};

describe('start-up', () => {
  it.each([['--version'], ['--help'], ['check', '--help']])('%s loads neither a parser, a validator nor glob', (...args) => {
    const packages = packagesOf(args);
    expect(packages).toContain('commander');
    for (const heavy of ['remark-parse', 'unified', 'micromark', 'ajv', 'glob', 'yaml', 'temporal-polyfill', 'handlebars'])
      expect(packages).not.toContain(heavy);
  });

  it('schema loads no parser', () => {
    expect(packagesOf(['schema', 'policy'])).not.toContain('remark-parse');
  });
});
