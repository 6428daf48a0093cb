/** A changelog that names releases, in a repository that has lost their tags. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { newStory, type Story } from '../changes/story.ts';
import { git } from '../tree/sandbox.ts';
import { docgate, type Outcome } from './run.ts';

const stories: Story[] = [];
afterAll(() => {
  for (const { root } of stories) rmSync(root, { recursive: true, force: true });
});

const story = (): Story => {
  const made = newStory();
  stories.push(made);
  return made;
};

const run = ({ root }: Story, ...args: readonly string[]): Outcome => docgate(args, { cwd: root });

const file = ({ root }: Story): string => join(root, 'CHANGELOG.md');

const commitAll = (made: Story, message: string): void => {
  git(made.root, ['add', '-A']);
  made.commit(message, { tree: git(made.root, ['write-tree']) });
};

/** Two releases, told and committed, and a change since; their tags are gone. */
const tagless = (): Story => {
  const made = story();
  made.commit('feat: one');
  made.tag('v0.1.0');
  made.commit('feat: two');
  made.tag('v0.2.0');
  run(made, 'changelog', '--write');
  commitAll(made, 'chore: tell the releases');
  made.commit('feat: three');
  git(made.root, ['tag', '-d', 'v0.1.0', 'v0.2.0']);
  return made;
};

describe('without the tags of the releases that the changelog names', () => {
  it.each([
    [['changelog', '--unreleased', '--write']],
    [['changelog', '--unreleased']],
    [['changelog', '--check']],
    [['changelog']],
    [['changelog', '--release', '0.3.0', '--write']],
    [['changelog', '--release', '0.1.0', '--write']],
    [['bump']],
    [['notes', '0.3.0']],
  ])('%j is refused, and nothing changes', (args) => {
    const made = tagless();
    const before = readFileSync(file(made), 'utf8');
    const { code, stdout, stderr } = run(made, ...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^docgate: CHANGELOG\.md names releases, such as 0\.2\.0, .*git fetch --tags.*changelog\.tagless.*\n$/);
    expect(readFileSync(file(made), 'utf8')).toBe(before);
  });

  it('goes on where the configuration says that there are none', () => {
    const made = tagless();
    writeFileSync(join(made.root, 'docgate.config.yaml'), 'changelog: { tagless: true }\n');
    expect(run(made, 'bump', '-q').stdout).toBe('0.1.0\n');
    expect(run(made, 'changelog', '--unreleased').code).toBe(0);
  });

  it('names the pattern where tags are there that nobody reads', () => {
    const made = tagless();
    made.tag('shop-0.2.0');
    const { code, stderr } = run(made, 'bump');
    expect(code).toBe(2);
    expect(stderr).toMatch(/shop-0\.2\.0.*changelog\.tagPattern/);
  });

  it('refuses a release that is committed already', () => {
    const made = story();
    made.commit('feat: one');
    run(made, 'changelog', '--release', '0.1.0', '--write');
    commitAll(made, 'chore: release 0.1.0');
    commitAll(made, 'feat: two');
    expect(run(made, 'changelog', '--release', '0.1.0', '--write').code).toBe(2);
  });

  it('makes the first release, twice without a second change, and its notes', () => {
    const made = story();
    made.commit('feat: one');
    expect(run(made, 'changelog', '--release', '0.1.0', '--write').code).toBe(0);
    const text = readFileSync(file(made), 'utf8');
    expect(run(made, 'changelog', '--release', '0.1.0', '--check').code).toBe(0);
    expect(run(made, 'notes', '0.1.0').code).toBe(0);
    expect(readFileSync(file(made), 'utf8')).toBe(text);
  });

  it('asks no tag of a changelog that holds only what is not released', () => {
    const made = story();
    made.commit('feat: one');
    writeFileSync(file(made), '# Changelog\n\n## [Unreleased]\n\n## 0.1.0 (unreleased)\n');
    expect(run(made, 'bump', '-q')).toMatchObject({ code: 0, stdout: '0.1.0\n' });
  });

  it('tells a range that ends before the first tag', () => {
    const made = story();
    const first = made.commit('feat: one');
    made.commit('feat: two');
    made.tag('v0.1.0');
    run(made, 'changelog', '--write');
    expect(run(made, 'changelog', '--to', first).code).toBe(0);
  });
});

describe('a version that no tag could name', () => {
  it.each([
    ['nope', true],
    ['nope', false],
    ['1.1', true],
    ['1.1', false],
  ])('%s is refused (with a tag: %s)', (version, tagged) => {
    const made = story();
    made.commit('feat: one');
    if (tagged) made.tag('v1.0.0');
    made.commit('feat: two');
    for (const mode of ['--write', '--check']) {
      const { code, stdout, stderr } = run(made, 'changelog', '--release', version, mode);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toMatch(/^docgate: "[^"]+" is not a version.*\n$/);
    }
    expect(run(made, 'notes', '1.1').stderr).toContain('Did you mean "1.1.0"?');
  });

  it('prereleases, build metadata and a leading v are read', () => {
    const made = story();
    made.commit('feat: one');
    for (const version of ['v1.0.0', '1.0.0-rc.1', '1.0.0+build.5', '2026.11.21'])
      expect(run(made, 'changelog', '--release', version).code).toBe(0);
  });
});

describe('a folder of the name of the changelog', () => {
  it.each([['--write'], ['--check'], ['--diff']])('is said in one line by %s', (mode) => {
    const made = story();
    made.commit('feat: one');
    mkdirSync(file(made));
    const { code, stdout, stderr } = run(made, 'changelog', mode);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^(docgate: note: .*\n)*docgate: CHANGELOG\.md is a folder[^\n]*changelog\.file[^\n]*\n$/);
  });
});

describe('the comparison of what is not released', () => {
  const base = 'https://github.com/example/widgets/compare';

  it('moves on with the last release', () => {
    const made = story();
    made.commit('feat: a');
    made.tag('v0.1.0');
    made.commit('feat: b');
    run(made, 'changelog', '--write');
    run(made, 'changelog', '--release', '0.2.0', '--write');
    expect(readFileSync(file(made), 'utf8')).toContain(`[Unreleased]: ${base}/v0.2.0...HEAD\n`);
    commitAll(made, 'chore: release 0.2.0');
    made.tag('v0.2.0');
    expect(run(made, 'changelog', '--check').code).toBe(0);
    made.commit('feat: c');
    run(made, 'changelog', '--write');
    expect(readFileSync(file(made), 'utf8')).toContain(`[Unreleased]: ${base}/v0.2.0...HEAD\n`);
    expect(run(made, 'changelog', '--check').code).toBe(0);
  });

  it('is out of date where it names an older release', () => {
    const made = story();
    made.commit('feat: a');
    made.tag('v0.2.0');
    writeFileSync(
      file(made),
      `## [Unreleased]\n\n## [0.2.0] - 2024-01-01\n\n- a\n\n[Unreleased]: ${base}/v0.1.0...HEAD "new"\n[0.2.0]: ${base}/v0.1.0...v0.2.0\n`,
    );
    expect(run(made, 'changelog', '--check').code).toBe(1);
    expect(run(made, 'changelog', '--write').code).toBe(0);
    expect(readFileSync(file(made), 'utf8')).toContain(`[Unreleased]: ${base}/v0.2.0...HEAD "new"\n`);
    expect(run(made, 'changelog', '--check').code).toBe(0);
  });
});
