/** `docgate changelog`, its fragments and `docgate bump` on real repositories, by the real binary. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { edgeRepository } from '../changes/edge.ts';
import { newStory, type Story } from '../changes/story.ts';
import { write } from '../tree/sandbox.ts';
import { packagesLoaded } from './loaded.ts';
import { docgate, type RunOptions } from './run.ts';

const stories: Story[] = [];
afterAll(() => {
  for (const { root } of stories) rmSync(root, { recursive: true, force: true });
});

const story = (remote?: string): Story => {
  const made = newStory(remote);
  stories.push(made);
  return made;
};

/** Everything that other tools stumble over, in one repository. */
const edge = (): Story => {
  const made = edgeRepository();
  stories.push(made);
  return made;
};

/** The same for all who only read it. */
let whole: Story;
beforeAll(() => {
  whole = edge();
});

const run = (made: Story, args: readonly string[], options: RunOptions = {}) => docgate(args, { cwd: made.root, ...options });

describe('docgate changelog', () => {
  it('tells the edge repository as the golden file does', async () => {
    const { code, stdout, stderr } = run(whole, ['changelog']);
    expect(code).toBe(0);
    await expect(`${stdout}\n--- stderr ---\n${stderr}`).toMatchFileSnapshot('golden/changelog-edge.md');
  });

  it('tells it as the notes of the next release and of an odd one, as the golden files do', async () => {
    const notes = (reader: string) =>
      ['2.0.0', '1.1.0-rc.1'].map((version) => run(whole, ['notes', version, '--for', reader, '--as-of', '2026-01-05T12:00:00Z']).stdout);
    await expect(notes('github').join('\n')).toMatchFileSnapshot('golden/notes-edge.md');
    await expect(notes('chat').join('\n')).toMatchFileSnapshot('golden/notes-edge.txt');
  });

  it('says the same in any zone and language', () => {
    const environments: readonly Record<string, string>[] = [
      { TZ: 'Pacific/Kiritimati', LANG: 'de_DE.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
      {
        TZ: 'America/Los_Angeles',
        LANG: 'C',
        GIT_CONFIG_COUNT: '2',
        GIT_CONFIG_KEY_0: 'log.showSignature',
        GIT_CONFIG_VALUE_0: 'true',
        GIT_CONFIG_KEY_1: 'color.ui',
        GIT_CONFIG_VALUE_1: 'always',
      },
    ];
    const outputs = environments.map((env) => run(whole, ['changelog', '--json'], { env }));
    expect(outputs[0]).toEqual(outputs[1]);
    expect(JSON.parse(outputs[0]?.stdout ?? '')).toMatchObject({ repository: { forge: 'github' } });
  });

  it('takes the present from SOURCE_DATE_EPOCH', () => {
    const { stdout } = run(whole, ['changelog', '--release', '2.0.0'], { env: { SOURCE_DATE_EPOCH: '1767225600' } });
    expect(stdout).toMatch(/^## \[2\.0\.0\] - 2026-01-01\n/);
    expect(stdout).toContain('[2.0.0]: https://github.com/example/widgets/compare/v1.10.0...v2.0.0\n');
  });

  it.each([
    [['--unreleased', '--release', '1.0.0'], /--unreleased and --release exclude each other/],
    [['--write', '--json'], /--write and --json exclude each other/],
    [['--date', '2025-02-30'], /"2025-02-30" is not a day/],
    [['--from', 'v0.9'], /There is no commit or tag "v0\.9"/],
    [['--release', '0.5.0'], /There is no tag for 0\.5\.0/],
  ])('refuses %j', (args, message) => {
    const { code, stdout, stderr } = run(whole, ['changelog', ...args]);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(message);
  });

  it('loads neither YAML, a validator, a template engine nor a parser without a configuration', () => {
    const packages = packagesLoaded(['changelog', '--unreleased'], whole.root);
    expect(packages).toContain('commander');
    for (const heavy of ['yaml', 'ajv', 'handlebars', 'micromark', 'glob', 'minimatch', 'semver']) expect(packages).not.toContain(heavy);
  });

  describe('with own templates', () => {
    const own = (files: Readonly<Record<string, string>>): Story => {
      const made = edge();
      write(made.root, files);
      return made;
    };
    const section = 'templates/changelog-section.md.hbs';
    const change = 'templates/partials/change.md.hbs';

    it('prints sections by the template, release by release', () => {
      const text =
        '= {{or version "next"}}\n{{#each groups}}{{#each changes}}\n* {{headline this}}\n{{/each}}{{/each}}\n{{#each links}}\n{{label}} {{url}}\n{{/each}}';
      const { code, stdout } = run(own({ [section]: text }), ['changelog']);
      expect(code).toBe(0);
      expect(stdout).toMatch(/^= next\n[\s\S]*\n= 1\.1\.0\n[\s\S]*\n= 1\.0\.0\n\n\* begin\n/);
      expect(stdout).toContain('Unreleased https://github.com/example/widgets/compare/');
    });

    it('words entries by the partial, keeps its hands off on the second run, and finds entries of before', () => {
      const made = own({ [change]: '- {{headline this}} [{{join commits}}]{{details this}}\n' });
      const before = run(made, ['changelog', '--unreleased']).stdout;
      expect(before).toMatch(/- in capitals \[[\da-f]{40}\]\n/);
      expect(run(made, ['changelog', '--write']).code).toBe(0);
      expect(readFileSync(join(made.root, 'CHANGELOG.md'), 'utf8')).toMatch(/\n- in capitals \[[\da-f]{40}\]\n/);
      expect(run(made, ['changelog', '--check']).stdout).toBe('CHANGELOG.md: up to date\n');
      made.commit('fix: the newest one');
      expect(run(made, ['changelog', '--diff']).stdout).toMatch(/\n\+- the newest one \[[\da-f]{40}\]\n/);
      expect(run(made, ['changelog', '--write']).code).toBe(0);
      expect(run(made, ['changelog', '--check']).code).toBe(0);
    });

    it.each([
      [{ [section]: 'a\n{{verson}}' }, ['changelog'], /templates\/changelog-section\.md\.hbs:2:3: .*Did you mean "version"/],
      [{ [change]: '- {{txt}}' }, ['changelog', '--write'], /templates\/partials\/change\.md\.hbs:1:5: .*Did you mean "text"/],
      [{ [change]: '- {{#if text}}' }, ['changelog', '--write'], /templates\/partials\/change\.md\.hbs:1:\d+: /],
      [{ [change]: '- {{scope}}' }, ['changelog', '--write'], /templates\/partials\/change\.md\.hbs:1:5: "scope" may be missing/],
    ])('refuses %j and changes no file', (files, args, message) => {
      const made = own(files);
      const { code, stdout, stderr } = run(made, args);
      expect(code).toBe(2);
      expect(stdout).toBe('');
      expect(stderr).toMatch(message);
      expect(existsSync(join(made.root, 'CHANGELOG.md'))).toBe(false);
    });
  });

  it('writes a changelog where there is none, and then finds it up to date', () => {
    const made = edge();
    expect(run(made, ['changelog', '--check']).code).toBe(1);
    expect(run(made, ['changelog', '--diff']).stdout).toContain('+# Changelog\n');
    expect(existsSync(join(made.root, 'CHANGELOG.md'))).toBe(false);
    expect(run(made, ['changelog', '--write']).stdout).toBe('CHANGELOG.md: written\n');
    expect(readFileSync(join(made.root, 'CHANGELOG.md'), 'utf8')).toMatch(
      /^# Changelog\n[\s\S]*\n## \[Unreleased\]\n[\s\S]*\n## \[1\.0\.0\] - 2024-01-02\n/,
    );
    expect(run(made, ['check', 'CHANGELOG.md', '--kind', 'changelog']).code).toBe(0);
    expect(run(made, ['changelog', '--check']).stdout).toBe('CHANGELOG.md: up to date\n');
    made.commit('fix: one more (#99)');
    const { code, stdout } = run(made, ['changelog', '--check']);
    expect(code).toBe(1);
    expect(stdout).toContain('+- one more ([#99](https://github.com/example/widgets/pull/99))\n');
    expect(stdout.match(/^[+-](?!\+\+|--)/gm)).toHaveLength(1);
    expect(run(made, ['changelog', '--write']).code).toBe(0);
    expect(run(made, ['changelog', '--check']).code).toBe(0);
  });

  it('releases what is not released, twice without a second change', () => {
    const made = edge();
    run(made, ['changelog', '--write']);
    const release = ['changelog', '--release', '2.0.0', '--as-of', '2026-01-05', '--write'];
    expect(run(made, release).stdout).toBe('CHANGELOG.md: written\n');
    const text = readFileSync(join(made.root, 'CHANGELOG.md'), 'utf8');
    expect(text).toContain('\n## [2.0.0] - 2026-01-05\n');
    expect(text.match(/need node 22/g)).toHaveLength(1);
    expect(run(made, release).code).toBe(0);
    expect(readFileSync(join(made.root, 'CHANGELOG.md'), 'utf8')).toBe(text);
    expect(run(made, ['check', 'CHANGELOG.md', '--kind', 'changelog']).code).toBe(0);
  });

  it('does not tell again what stands under a release that is not tagged yet', () => {
    const made = edge();
    run(made, ['changelog', '--release', '2.0.0', '--as-of', '2026-01-05', '--write']);
    const text = readFileSync(join(made.root, 'CHANGELOG.md'), 'utf8');
    expect(text).toContain('\n## Unreleased\n\n## [2.0.0] - 2026-01-05\n');
    run(made, ['changelog', '--write']);
    expect(readFileSync(join(made.root, 'CHANGELOG.md'), 'utf8').match(/need node 22/g)).toHaveLength(1);
  });
});

describe('docgate changelog fragment', () => {
  it('writes a change into a file of its own, which the next release uses up', () => {
    const made = edge();
    expect(run(made, ['changelog', 'fragment', 'fixed', 'Prices are *rounded* once', '--pr', '12']).stdout).toBe(
      'changelog.d/12.fixed.md\n',
    );
    expect(run(made, ['changelog', 'fragment', 'fixed', 'Again', '--pr', '#12']).stdout).toBe('changelog.d/12.fixed.2.md\n');
    expect(run(made, ['changelog', 'fragment', 'added', 'Über alles: a thing!', '--breaking']).stdout).toBe(
      'changelog.d/uber-alles-a-thing.added!.md\n',
    );
    expect(readFileSync(join(made.root, 'changelog.d/12.fixed.md'), 'utf8')).toBe('Prices are *rounded* once\n');
    const { stdout } = run(made, ['changelog', '--unreleased']);
    expect(stdout).toContain('- Prices are *rounded* once ([#12](https://github.com/example/widgets/pull/12))');
    expect(stdout).toContain('- **Breaking:** Über alles: a thing!');
    expect(run(made, ['changelog', '--release', '2.0.0', '--write']).stdout).toContain('changelog.d/12.fixed.md: removed\n');
    expect(existsSync(join(made.root, 'changelog.d/12.fixed.md'))).toBe(false);
  });

  it('refuses a type that nobody knows', () => {
    const { code, stderr } = run(whole, ['changelog', 'fragment', 'fixd', 'x']);
    expect(code).toBe(2);
    expect(stderr).toContain('Did you mean "fixed"?');
  });
});

describe('docgate bump', () => {
  it('suggests a version with its reasons', () => {
    const made = whole;
    const { code, stdout } = run(made, ['bump']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^2\.0\.0 \(major, from 1\.10\.0\)\n {2}major: Breaking: Changed: need node 22 \([0-9a-f]{7}\)\n/);
    expect(run(made, ['bump', '--quiet', '--prerelease', 'rc']).stdout).toBe('2.0.0-rc.1\n');
    expect(JSON.parse(run(made, ['bump', '--json']).stdout)).toMatchObject({ current: '1.10.0', next: '2.0.0', level: 'major' });
  });

  it('prints nothing where commits could not be classified, and says so', () => {
    const made = story();
    made.commit('feat: a');
    made.tag('v1.1.0');
    made.commit('Fix the login crash');
    for (const args of [['bump'], ['bump', '-q'], ['bump', '--prerelease', 'rc']]) {
      const { code, stdout, stderr } = run(made, args);
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
      expect(stderr).toContain('docgate: There is no next version: 1 commit since 1.1.0 could not be classified');
    }
    const { code, stdout } = run(made, ['bump', '--json']);
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toEqual({ current: '1.1.0', level: 'none', reasons: [], unclassified: 1 });
    made.commit('fix: the cart');
    expect(run(made, ['bump', '-q'])).toMatchObject({ code: 0, stdout: '1.1.1\n' });
  });

  it('is quiet when told so, and names the file where commits are put right', () => {
    const made = edge();
    for (const args of [['bump'], ['changelog', '--unreleased'], ['changelog', '--write'], ['notes', '2.0.0']])
      expect(run(made, [...args, '-q']).stderr).toBe('');
    expect(run(made, ['bump']).stderr).toMatch(/docs\/changelog-overrides\.yaml .*commit: "[0-9a-f]{7}", message: .*docs\/changelog\.md/);
  });

  it('prints nothing where nothing asks for a release', () => {
    const made = story();
    made.commit('feat: a');
    made.tag('v1.1.0');
    expect(run(made, ['bump', '-q'])).toEqual({ code: 1, stdout: '', stderr: 'docgate: Nothing since 1.1.0 asks for a release.\n' });
  });

  it('reads the policy of the configuration', () => {
    const made = story();
    made.commit('feat: a');
    made.tag('v0.3.0');
    made.commit('feat!: b');
    writeFileSync(join(made.root, 'docgate.config.yaml'), 'changelog: { bump: { zero: major } }\n');
    expect(run(made, ['bump', '-q']).stdout).toBe('1.0.0\n');
  });
});
