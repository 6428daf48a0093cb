import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Forge, forgeOf, jobTemplate, planCi } from '../../../src/setup/init/ci.ts';
import { repositoryFolder } from '../../cli/run.ts';

const none = new Map<string, string>();
const plan = (forge: Forge, present: ReadonlyMap<string, string> = none) => planCi(forge, 'job\n', present);

describe('forgeOf', () => {
  it('believes files before remotes', () => {
    const remotes = ['git@gitlab.example.com:a/b.git'];
    expect(forgeOf({ paths: ['.github/workflows/ci.yml'], remotes })).toBe('github');
    expect(forgeOf({ paths: ['.gitlab-ci.yml'], remotes: ['https://github.com/a/b'] })).toBe('gitlab');
    expect(forgeOf({ paths: [], remotes })).toBe('gitlab');
    expect(forgeOf({ paths: [], remotes: ['https://github.com/a/b'] })).toBe('github');
    expect(forgeOf({ paths: [], remotes: ['https://git.example.com/a/b'] })).toBeUndefined();
  });
});

describe('planCi', () => {
  it('adds a job where none is', () => {
    expect(plan('github').changes).toEqual([{ path: '.github/workflows/docgate.yml', text: 'job\n', before: undefined }]);
    expect(plan('gitlab').changes).toEqual([{ path: '.gitlab-ci.yml', text: 'job\n', before: undefined }]);
  });

  it('edits no pipeline of somebody else', () => {
    const present = new Map([['.gitlab-ci.yml', 'build:\n  script: make\n']]);
    const { changes, notes } = plan('gitlab', present);
    expect(changes).toEqual([{ path: '.gitlab/ci/docgate.yml', text: 'job\n', before: undefined }]);
    expect(notes.join()).toContain('include: [{ local: .gitlab/ci/docgate.yml }]');
    expect(plan('gitlab', new Map([...present, ['.gitlab/ci/docgate.yml', 'job\n']])).changes).toEqual([]);
  });

  it('adds nothing twice', () => {
    expect(plan('github', new Map([['.github/workflows/docgate.yml', 'mine\n']])).changes).toEqual([]);
    expect(plan('gitlab', new Map([['.gitlab-ci.yml', 'x:\n  script: npx docgate check\n']])).changes).toEqual([]);
  });
});

describe('the template of each forge', () => {
  it.each(['github', 'gitlab'] as const)('%s is shipped', (forge) => {
    expect(readFileSync(`${repositoryFolder}${jobTemplate(forge)}`, 'utf8')).toContain('docgate');
  });
});
