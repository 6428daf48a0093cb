/** What other tools lack or get wrong, feature by feature, and docgate does not. Numbers are those of `list.ts`. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { docgate } from '../../cli/run.ts';
import { counted, folder, git, write } from '../../tree/sandbox.ts';
import { run, said, since, unreleased } from './telling.ts';

const day = (date: string): number => Date.parse(`${date}Z`) / 1000;

test('[1.5] merges of GitHub, GitLab, Bitbucket, Gitea and Azure name their requests, without asking the forge', () => {
  const made = since(
    'Merge pull request #1 from dev/topic\n\nfeat: one',
    "Merge branch 'topic' into 'main'\n\nfeat: two\n\nSee merge request group/project!2",
    'Merged in topic (pull request #3)\n\nfeat: three',
    "Merge pull request 'feat: four' (#4) from topic into main",
    'Merged PR 5: feat: five',
  );
  const words = ['one', 'two', 'three', 'four', 'five'];
  for (const [index, word] of words.entries()) expect(unreleased(made)).toMatch(new RegExp(`- ${word} \\(\\[[#!]${index + 1}\\]`));
});

test('[1.8] authors, co-authors and who came first are named, without asking the forge', () => {
  const made = since();
  made.commit('feat: a\n\nCo-authored-by: Dev Three <three@example.org>', { author: 'Dev Two <two@example.org>' });
  const notes = said(made, 'notes', '1.1.0');
  expect(notes).toMatch(/## Contributors\n\n- Dev Three \(first contribution\)\n- Dev Two \(first contribution\)\n/);
});

test('[1.10] without an address there are no links, and that is said; links compare a release with one that it reaches', () => {
  const made = since();
  const main = made.last();
  made.commit('fix: hot', { parents: [main] });
  made.tag('v1.0.1');
  made.commit('feat: b', { parents: [main] });
  made.tag('v1.1.0');
  expect(said(made, 'changelog', '--release', '1.1.0')).toContain('/compare/v1.0.0...v1.1.0');
  git(made.root, ['remote', 'remove', 'origin']);
  const { stdout, stderr } = run(made, 'changelog', '--release', '1.1.0');
  expect(stdout).toMatch(/^## 1\.1\.0 - /);
  expect(stdout).not.toContain('http');
  expect(stderr).toContain('changelog.repository');
});

test('[1.11] the six groups of Keep a Changelog are filled, in their order', () => {
  const text = unreleased(since('security: a', 'fix: b', 'remove: c', 'deprecate: d', 'perf: e', 'feat: f', 'fix(security): g'));
  expect(text.match(/^### \w+/gm)).toEqual(
    ['Added', 'Changed', 'Deprecated', 'Removed', 'Fixed', 'Security'].map((title) => `### ${title}`),
  );
});

test('[1.16 3a] changes can be written in files of their own, which no merge brings into conflict', () => {
  const made = since('feat: export (#12)');
  expect(said(made, 'changelog', 'fragment', 'added', 'Orders can be exported', '--pr', '12')).toBe('changelog.d/12.added.md\n');
  expect(unreleased(made)).toContain('- Orders can be exported ([#12](');
  expect(unreleased(made)).not.toContain('- export');
});

test('[1.18] what a breaking change raises below 1.0.0 is for the configuration to say', () => {
  const made = since('feat!: a');
  git(made.root, ['tag', '-d', 'v1.0.0']);
  made.tag('v0.3.0', git(made.root, ['rev-parse', 'HEAD~1']));
  for (const [zero, next] of [
    ['minor', '0.4.0'],
    ['major', '1.0.0'],
    ['patch', '0.3.1'],
  ] as const) {
    write(made.root, { 'docgate.config.yaml': `changelog: { bump: { zero: ${zero} } }\n` });
    expect(said(made, 'bump', '-q')).toBe(`${next}\n`);
  }
});

test('[1.19 3.17] prereleases roll up into the final release, and stay to be seen', () => {
  const made = since('feat: a');
  made.tag('v1.1.0-rc.1');
  made.commit('fix: b');
  made.tag('v1.1.0');
  const text = said(made, 'changelog', '--prereleases', 'rollup');
  expect(text).toMatch(/## \[1\.1\.0\][\s\S]*- a [\s\S]*- b [\s\S]*## \[1\.1\.0-rc\.1\][\s\S]*- a /);
  expect(said(made, 'changelog', '--prereleases', 'hide')).not.toContain('rc.1');
});

test('[1.20 3.14b] paths hide commits, and no tags; however many commits there are, none is missed', () => {
  const made = since();
  const tree = (name: string): string => {
    write(made.root, { [`${name}/file`]: name });
    git(made.root, ['add', name]);
    return git(made.root, ['write-tree']);
  };
  made.commit('feat: api', { tree: tree('api') });
  made.commit('feat: web', { tree: tree('web') });
  made.tag('v1.1.0');
  write(made.root, { 'docgate.config.yaml': 'changelog: { paths: [api] }\n' });
  const text = said(made, 'changelog');
  expect(text).toMatch(/## \[1\.1\.0\] - .*\n\n### Added\n\n- api /);
  expect(text).not.toContain('- web');
});

test('[1.23] tags are read by pattern, and some are not', () => {
  const made = since('feat: a');
  for (const tag of ['api@2.0.0', 'v9.9.9', '2024.1']) made.tag(tag);
  write(made.root, { 'docgate.config.yaml': 'changelog: { ignoreTags: ["v9.*"], tagPattern: ["v{version}", "api@{version}"] }\n' });
  expect(said(made, 'changelog').match(/^## \[(.+?)\]/gm)).toEqual(['## [2.0.0]', '## [1.0.0]']);
});

test('[0.10 1.24 3.15] a date is that of the tag, the commit or the present, in the zone that is set', () => {
  const made = since();
  made.commit('feat: a', { at: day('2023-06-01T12:00:00') });
  made.tag('v1.1.0', undefined, day('2024-03-10T23:30:00'));
  const dated = (config: string): string | undefined => {
    write(made.root, { 'docgate.config.yaml': `changelog: { ${config} }\n` });
    return /^## \[1\.1\.0\] - (.*)$/m.exec(said(made, 'changelog', '--release', '1.1.0'))?.[1];
  };
  expect(dated('date: tag')).toBe('2024-03-10');
  expect(dated('date: tag, timezone: Europe/Berlin')).toBe('2024-03-11');
  expect(dated('date: commit')).toBe('2023-06-01');
  expect(said(made, 'changelog', '--release', '1.1.0', '--date', '2024-03-12')).toContain('## [1.1.0] - 2024-03-12');
});

test('[1.25] a history without a tag is told, and the first release comes from it', () => {
  const made = since('fix: a');
  git(made.root, ['tag', '-d', 'v1.0.0']);
  const { stdout, stderr } = run(made, 'changelog');
  expect(stdout).toMatch(/^## \[?Unreleased\]?\n[\s\S]*- begin [\s\S]*- a /);
  expect(stderr).toContain('There is no tag');
  expect(said(made, 'changelog', '--release', '0.1.0')).toContain('## [0.1.0] - ');
});

test('[0.8 1.26 3.16] half a history is refused, with the remedy', () => {
  const made = since('fix: a');
  const shallow = join(folder(), 'clone');
  git(made.root, ['clone', '-q', '--depth', '1', `file://${made.root}`, shallow]);
  for (const args of [['changelog'], ['bump'], ['notes', '1.1.0'], ['changelog', '--write']]) {
    const { code, stdout, stderr } = docgate(args, { cwd: shallow });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/git fetch --unshallow --tags, or set fetch-depth: 0/);
  }
});

test('[1.28 3.23] the body of a GitHub release keeps its limit: cut at the end of a block, with a pointer', () => {
  const made = since(
    `feat: a\n\nBREAKING CHANGE: x\n\n${Array.from({ length: 40 }, (_, line) => `${'Words. '.repeat(500)}Paragraph ${line}.`).join('\n\n')}`,
  );
  const { code, stdout, stderr } = run(made, 'notes', '1.1.0', '--for', 'github');
  expect(code).toBe(0);
  expect(stdout.length).toBeLessThanOrEqual(125_000);
  expect(stdout).toMatch(
    /Words\. Paragraph \d+\.\n\nThe whole text: https:\/\/github\.com\/example\/widgets\/compare\/v1\.0\.0\.\.\.v1\.1\.0\n$/,
  );
  expect(stderr).toMatch(/characters did not fit/);
});

test('[1.33 2.1c 2.1f 2.2a 2.3a 2.5c 3.22] nobody is asked but git, which reads the commits once', () => {
  const made = since('feat: a');
  for (const version of ['1.1.0', '1.2.0', '1.3.0', '1.4.0']) {
    made.commit(`feat: ${version}`);
    made.tag(`v${version}`);
  }
  const { env, calls } = counted();
  const offline = `import net from 'node:net'; net.Socket.prototype.connect = () => { throw new Error('asked the network'); };`;
  const path = env['PATH'] ?? '';
  const { code, stderr } = docgate(['changelog'], {
    cwd: made.root,
    env: { PATH: path, NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(offline)}` },
  });
  expect(code, stderr).toBe(0);
  const logs = calls().filter((call) => /(^|\s)log\s/.test(call));
  expect(logs).toHaveLength(1);
  expect(logs.join()).not.toMatch(/--(?:stat|shortstat|numstat|patch)|\s-p\s/);
  expect(calls().join('\n')).not.toMatch(/\b(?:fetch|ls-remote|pull|clone)\b/);
});

test('[1.34 2.4a 3.19] headings are those that somebody wants, in any language', () => {
  const made = since('feat: a', 'fix: b', 'docs: c');
  write(made.root, { 'docgate.config.yaml': 'changelog:\n  types: { feat: Hinzugefügt, fix: Behoben, docs: Anleitungen }\n' });
  expect(
    unreleased(made)
      .match(/^### .*/gm)
      ?.sort(),
  ).toEqual(['### Anleitungen', '### Behoben', '### Hinzugefügt']);
});
