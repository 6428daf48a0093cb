/** What is loaded: a command pays only for what it needs. */
import { describe, expect, it } from 'vitest';
import { packagesLoaded } from './cli/loaded.ts';

describe('start-up', () => {
  it.each([['--version'], ['--help'], ['check', '--help']])('%s loads neither a parser, a validator nor glob', (...args) => {
    const packages = packagesLoaded(args);
    expect(packages).toContain('commander');
    for (const heavy of ['remark-parse', 'unified', 'micromark', 'ajv', 'glob', 'yaml', 'temporal-polyfill', 'handlebars'])
      expect(packages).not.toContain(heavy);
  });

  it('schema loads no parser', () => {
    expect(packagesLoaded(['schema', 'policy'])).not.toContain('remark-parse');
  });
});
