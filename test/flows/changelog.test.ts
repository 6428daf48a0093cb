/** Histories told: the cases that changelog tools get wrong, each on a real repository. */
import { rmSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import type { ReleaseHistory } from '../../src/flows/changelog.ts';
import { changelogSections, changelogText } from '../../src/flows/changelog-sections.ts';
import { type Asking, changeOf, lines, newest, newStory, type Story, told } from '../changes/story.ts';
import { git, isolated } from '../tree/sandbox.ts';

const stories: Story[] = [];
afterAll(() => {
  for (const { root } of stories) rmSync(root, { recursive: true, force: true });
});

const story = (remote?: string): Story => {
  const made = newStory(remote);
  stories.push(made);
  return made;
};

/** A story with one release and some commits behind it. */
const since = (...messages: readonly string[]): Story => {
  const made = story();
  made.commit('feat: begin');
  made.tag('v1.0.0');
  for (const message of messages) made.commit(message);
  return made;
};

const unreleased = async (made: Story, asking: Asking = {}): Promise<ReleaseHistory> =>
  told(made, { wanted: { kind: 'unreleased' }, ...asking });

const linesSince = async (...messages: readonly string[]): Promise<string[]> => lines(newest(await unreleased(since(...messages))));

const textOf = (history: ReleaseHistory): string => changelogText(changelogSections(history, {}));

describe('groups', () => {
  it('has the six groups of Keep a Changelog in their order', async () => {
    expect(await linesSince('fix(security): a', 'fix: b', 'remove: c', 'deprecate: d', 'perf: e', 'feat: f', 'security: g')).toEqual([
      'Added: f',
      'Changed: e',
      'Deprecated: d',
      'Removed: c',
      'Fixed: b',
      'Security: g',
      'Security: security: a',
    ]);
  });

  it('lists a breaking change of a type that is not listed', async () => {
    expect(await linesSince('chore!: drop node 18', 'chore: tidy')).toEqual(['Changed: drop node 18']);
  });

  it('puts what breaks first, then the newest', async () => {
    expect(await linesSince('feat!: a', 'feat: b', 'feat: c')).toEqual(['Added: a', 'Added: c', 'Added: b']);
  });

  it('follows the mapping of the configuration', async () => {
    const made = since('feat(api): a', 'feat: b', 'wip: c', 'no type', 'docs(deps): d');
    const config =
      'changelog:\n  types: { "feat(api)": API, "*(deps)": Dependencies, "*": Changed }\n  scopes: { api: Programming interface }\n';
    expect(lines(newest(await unreleased(made, { config })))).toEqual([
      'Added: b',
      'Changed: no type',
      'Changed: c',
      'API: Programming interface: a',
      'Dependencies: deps: d',
    ]);
  });

  it('leaves out a scope that is not listed, unless it breaks something', async () => {
    const made = since('feat(internal): a', 'feat(internal)!: b');
    expect(lines(newest(await unreleased(made, { config: 'changelog: { scopes: { internal: false } }' })))).toEqual(['Added: internal: b']);
  });

  it('says aloud which commits it cannot place, and lists them by configuration only', async () => {
    const history = await unreleased(since('Just text', 'feet: typed wrong', 'feat:no space', 'constructor: x'));
    expect(lines(newest(history))).toEqual([]);
    expect(newest(history).unclassified).toHaveLength(4);
    expect(history.notices.join('\n')).toMatch(/4 commits could not be classified[\s\S]*Just text[\s\S]*changelog\.types/);
    expect(history.notices.join('\n')).toContain('Did you mean "feat"?');
  });
});

describe('reverts', () => {
  const taken = (header: string, id: string): string => `Revert "${header}"\n\nThis reverts commit ${id}.\n`;

  it('leaves out what was taken back, and what took it back', async () => {
    const made = since();
    const id = made.commit('feat: a');
    made.commit('feat: b');
    made.commit(taken('feat: a', id));
    expect(lines(newest(await unreleased(made)))).toEqual(['Added: b']);
  });

  it('keeps what was reverted twice, and four times', async () => {
    const made = since();
    let id = made.commit('feat: a');
    let header = 'feat: a';
    for (let time = 0; time < 4; time += 1) {
      id = made.commit(taken(header, id));
      header = `Revert "${header}"`;
    }
    expect(lines(newest(await unreleased(made)))).toEqual(['Added: a']);
  });

  it('understands Reapply and the footer Refs of the specification', async () => {
    const made = since();
    const a = made.commit('feat: a');
    const b = made.commit('feat: b');
    const revert = made.commit(taken('feat: a', a));
    made.commit(`Reapply "feat: a"\n\nThis reverts commit ${revert}.\n`);
    made.commit(`revert: let us never speak of it again\n\nRefs: ${b.slice(0, 8)}`);
    expect(lines(newest(await unreleased(made)))).toEqual(['Added: a']);
  });

  it('takes back a change whose type is not listed, and lists neither', async () => {
    const made = since();
    made.commit(taken('chore: a', made.commit('chore: a')));
    const history = await unreleased(made);
    expect(lines(newest(history))).toEqual([]);
    expect(newest(history).unclassified).toBeUndefined();
  });

  it('lists the revert of what an earlier release holds, even beside a change of the same name', async () => {
    const made = story();
    const id = made.commit('feat: a');
    made.tag('v1.0.0');
    made.commit('feat: a');
    made.commit(taken('feat: a', id));
    for (const wanted of [{ kind: 'unreleased' }, { kind: 'all' }] as const)
      expect(lines(newest(await told(made, { wanted })))).toEqual(['Added: a', 'Changed: Revert "feat: a"']);
  });

  it('finds what was rebased by its header', async () => {
    expect(await linesSince('feat: a (#3)', taken('feat: a (#3)', '0'.repeat(39).concat('1')))).toEqual([]);
  });

  it('takes back all that a merge brought in', async () => {
    const made = since();
    const main = made.last();
    const one = made.commit('feat: a', { parents: [main] });
    const two = made.commit('fix: b', { parents: [one] });
    const merge = made.commit("Merge branch 'topic'", { parents: [main, two] });
    made.commit(`Revert "Merge branch 'topic'"\n\nThis reverts commit ${merge}, reversing\nchanges made to ${main}.\n`);
    made.commit('feat: c');
    expect(lines(newest(await unreleased(made)))).toEqual(['Added: c']);
  });
});

describe('merges and squashes', () => {
  const merged = (title: string, ...branch: readonly string[]): Story => {
    const made = since();
    const main = made.last();
    let side = main;
    for (const message of branch) side = made.commit(message, { parents: [side] });
    made.commit(`Merge pull request #13 from dev/topic\n\n${title}`, { parents: [main, side] });
    return made;
  };

  it('lists a merge and its branch once, with the pull request', async () => {
    const history = await unreleased(merged('feat: a', 'feat: a'));
    expect(lines(newest(history))).toEqual(['Added: a']);
    expect(changeOf(newest(history), 'a').pulls).toMatchObject([{ number: 13, url: 'https://github.com/example/widgets/pull/13' }]);
  });

  it('lists the title where no commit of the branch tells anything', async () => {
    const history = await unreleased(merged('feat: a', 'wip', 'chore: b'));
    expect(lines(newest(history))).toEqual(['Added: a']);
    expect(changeOf(newest(history), 'a').commits).toHaveLength(3);
    expect(newest(history).unclassified).toBeUndefined();
  });

  it('lists the commits where the title says something else', async () => {
    expect(lines(newest(await unreleased(merged('Add search', 'feat: a', 'fix: b'))))).toEqual(['Added: a', 'Fixed: b']);
  });

  it('gives each commit its innermost pull request', async () => {
    const made = since();
    const main = made.last();
    const develop = made.commit('feat: squashed (#5)', { parents: [main] });
    const topic = made.commit('feat: topic', { parents: [develop] });
    const inner = made.commit('Merge pull request #6 from dev/topic', { parents: [develop, topic] });
    const loose = made.commit('feat: loose', { parents: [inner] });
    made.commit('Merge pull request #20 from dev/develop', { parents: [main, loose] });
    const release = newest(await unreleased(made));
    const pullOf = (text: string): number[] => changeOf(release, text).pulls.map(({ number }) => number);
    expect([pullOf('squashed'), pullOf('topic'), pullOf('loose')]).toEqual([[5], [6], [20]]);
  });

  it('reads the merge messages of every forge', async () => {
    const messages = [
      'Merged PR 1: feat: azure',
      "Merge pull request 'feat: gitea' (#2) from topic into main",
      'Merged in topic (pull request #3)\n\nfeat: bitbucket',
      "Merge branch 'topic' into 'main'\n\nfeat: gitlab\n\nSee merge request group/project!4",
    ];
    const release = newest(await unreleased(since(...messages)));
    for (const [index, text] of ['azure', 'gitea', 'bitbucket', 'gitlab'].entries())
      expect(changeOf(release, text).pulls).toMatchObject([{ number: index + 1 }]);
  });

  it('makes no entries of the list in a squash body', async () => {
    expect(await linesSince('feat: a (#4)\n\n* feat: inner one\n\n* fix: inner two\n')).toEqual(['Added: a']);
  });

  it('joins commits that say the same, and drops fixups', async () => {
    const history = await unreleased(since('fix: a (#1)', 'fix: a (#2)', 'fixup! fix: a'));
    expect(lines(newest(history))).toEqual(['Fixed: a']);
    expect(changeOf(newest(history), 'a').pulls.map(({ number }) => number)).toEqual([2, 1]);
    expect(newest(history).unclassified).toBeUndefined();
  });
});

describe('texts', () => {
  it('keeps a note of several paragraphs in its list item, without its trailers', async () => {
    const text = textOf(await unreleased(since('feat!: a (#1)\n\nBREAKING CHANGE: one\ntwo\n\nthree\n\nReviewed-by: A <a@example.org>')));
    expect(text).toContain(
      '- **Breaking:** a ([#1](https://github.com/example/widgets/pull/1))\n\n  one\n  two\n\n  three\n\n[Unreleased]',
    );
    expect(text).not.toContain('Reviewed');
  });

  it('renders Markdown and HTML in a subject as text', async () => {
    const text = textOf(await unreleased(since('feat: Array<T> __proto__ *.md | <script> `code <b> span` (#1)')));
    expect(text).toContain('- Array\\<T> \\_\\_proto\\_\\_ \\*.md \\| \\<script> `code <b> span` ([#1]');
  });

  it('links owner/repo#n to that repository', async () => {
    const text = textOf(await unreleased(since('fix: a, as in other/repo#46 (#2)\n\nCloses #3, third/one#4')));
    expect(text).toContain('a, as in [other/repo#46](https://github.com/other/repo/issues/46) ([#2](');
    expect(text).toContain('[third/one#4](https://github.com/third/one/issues/4)');
  });

  it('is not confused by bodies that look like delimiters', async () => {
    const history = await unreleased(since('fix: a\n\n-hash-\nabc\n-gitTags-\n\u001f\u001e %x00 | \\0', 'fix: b | c'));
    expect(lines(newest(history))).toEqual(['Fixed: b | c', 'Fixed: a']);
    for (const { commits } of newest(history).groups[0]?.changes ?? []) expect(commits[0]).toMatch(/^[0-9a-f]{40}$/);
  });

  it('reads messages that end their lines in CRLF', async () => {
    const release = newest(await unreleased(since('feat!: a\r\n\r\nBREAKING CHANGE: one\r\ntwo\r\n\r\nRefs: #1\r\n')));
    expect(changeOf(release, 'a')).toMatchObject({ notes: ['one\ntwo'], issues: [{ number: 1 }] });
  });

  it('says aloud that a lower-case breaking change does not count', async () => {
    const history = await unreleased(since('fix: a\n\nbreaking change: b'));
    expect(changeOf(newest(history), 'a').breaking).toBe(false);
    expect(history.notices.join('\n')).toContain('small letters');
  });
});

describe('releases', () => {
  const linear = (): Story => {
    const made = since('fix: a');
    made.tag('v1.0.1', undefined, Date.UTC(2024, 1, 1, 23, 30) / 1000);
    made.commit('feat: b', { at: Date.UTC(2023, 5, 1) / 1000 });
    made.tag('v1.10.0');
    made.commit('feat: c', { at: Date.UTC(2024, 2, 1) / 1000 });
    made.tag('v1.9.0');
    made.commit('feat: d');
    return made;
  };

  it('follows reachability and versions, whatever the dates say', async () => {
    const { releases } = await told(linear());
    expect(releases.map(({ version }) => version)).toEqual([undefined, '1.10.0', '1.9.0', '1.0.1', '1.0.0']);
    expect(releases.map((release) => lines(release).join())).toEqual(['Added: d', 'Added: b', 'Added: c', 'Fixed: a', 'Added: begin']);
    expect(releases.map(({ previousTag }) => previousTag)).toEqual(['v1.9.0', 'v1.0.1', 'v1.10.0', 'v1.0.0', undefined]);
  });

  it('tells one release as it tells all of them', async () => {
    const made = linear();
    const all = await told(made);
    for (const version of ['1.10.0', '1.9.0', '1.0.1', '1.0.0']) {
      const [one] = (await told(made, { wanted: { kind: 'release', version } })).releases;
      expect(one).toEqual(all.releases.find((release) => release.version === version));
    }
    expect((await told(made, { wanted: { kind: 'unreleased' } })).releases[0]).toEqual(all.releases[0]);
  });

  it('tells a range release by release', async () => {
    const { releases } = await told(linear(), { wanted: { kind: 'range', from: 'v1.0.0', to: 'v1.10.0' } });
    expect(releases.map(({ version }) => version)).toEqual(['1.10.0', '1.0.1']);
  });

  it('compares with an ancestor only', async () => {
    const made = since('fix: a');
    const main = made.last();
    made.commit('fix: hot', { parents: [main] });
    made.tag('v1.0.1');
    made.commit('feat: b', { parents: [main] });
    made.tag('v1.1.0');
    const { releases } = await told(made);
    expect(releases.map(({ version }) => version)).toEqual([undefined, '1.1.0', '1.0.0']);
    expect(releases[1]?.compareUrl).toBe('https://github.com/example/widgets/compare/v1.0.0...v1.1.0');
    expect(lines(releases[1] ?? { groups: [] })).toEqual(['Added: b', 'Fixed: a']);
  });

  it('reads several tags on one commit', async () => {
    const made = since('feat: a');
    for (const tag of ['v1.1.0-rc.1', 'v1.1.0', 'api@2.0.0', '1.1.0', 'latest']) made.tag(tag);
    const plain = (await told(made)).releases;
    expect(plain.map(({ version }) => version)).toEqual([undefined, '1.1.0', '1.1.0-rc.1', '1.0.0']);
    expect(lines(plain[1] ?? { groups: [] })).toEqual(['Added: a']);
    const other = (await told(made, { config: 'changelog: { tagPattern: "api@{version}" }' })).releases;
    expect(other.map(({ tag }) => tag)).toEqual([undefined, 'api@2.0.0']);
  });

  it('ignores tags by pattern', async () => {
    const made = since('feat: a');
    made.tag('v9.9.9');
    expect((await told(made, { config: 'changelog: { ignoreTags: ["v9.*"] }' })).releases.map(({ version }) => version)).toEqual([
      undefined,
      '1.0.0',
    ]);
  });

  it('rolls prereleases up on demand', async () => {
    const made = since('feat: a');
    made.tag('v1.1.0-rc.1');
    made.commit('fix: b');
    made.tag('v1.1.0');
    const tell = async (prereleases: 'separate' | 'rollup' | 'hide'): Promise<string[]> =>
      (await told(made, { prereleases })).releases.map((release) => `${release.version}: ${lines(release).join()}`);
    const begin = '1.0.0: Added: begin';
    expect(await tell('separate')).toEqual(['undefined: ', '1.1.0: Fixed: b', '1.1.0-rc.1: Added: a', begin]);
    expect(await tell('rollup')).toEqual(['undefined: ', '1.1.0: Added: a,Fixed: b', '1.1.0-rc.1: Added: a', begin]);
    expect(await tell('hide')).toEqual(['undefined: ', '1.1.0: Added: a,Fixed: b', begin]);
  });

  it('limits changes to paths without losing tags', async () => {
    const made = story();
    const blob = git(made.root, ['hash-object', '-w', '--stdin', '/dev/null'].slice(0, 3));
    expect(blob).toMatch(/^[0-9a-f]{40}$/);
    const tree = (name: string): string =>
      git(made.root, ['write-tree', `--prefix=`].slice(0, 1), { ...isolated, GIT_INDEX_FILE: index(made, blob, name) });
    made.commit('feat: a', { tree: tree('api') });
    made.tag('v1.0.0');
    made.commit('feat: b', { tree: tree('web') });
    made.tag('v1.1.0');
    made.commit('feat: c', { tree: tree('api') });
    const { releases } = await told(made, { config: 'changelog: { paths: [api] }' });
    expect(releases.map((release) => `${release.version}: ${lines(release).join()}`)).toEqual([
      'undefined: Added: c',
      '1.1.0: Added: b',
      '1.0.0: Added: a',
    ]);
  });

  it('says so when the paths are of nothing', async () => {
    const made = story();
    made.commit('feat: a');
    const { notices } = await told(made, { config: 'changelog: { paths: [no/such] }' });
    expect(notices.join('\n')).toContain('No commit changed anything below changelog.paths (no/such)');
  });

  it('prepares a release that has no tag yet', async () => {
    const made = since('feat: a');
    const history = await told(made, { wanted: { kind: 'release', version: '1.1.0' } });
    expect(newest(history)).toMatchObject({ version: '1.1.0', date: '2026-01-10', previousTag: 'v1.0.0' });
    expect(newest(history).compareUrl).toBe('https://github.com/example/widgets/compare/v1.0.0...v1.1.0');
    await expect(told(made, { wanted: { kind: 'release', version: '0.9.0' } })).rejects.toThrow(/no tag for 0\.9\.0.*git fetch --tags/);
  });

  it('tells a history without tags, and says so', async () => {
    const made = story();
    made.commit('feat: a');
    const history = await told(made);
    expect(lines(newest(history))).toEqual(['Added: a']);
    expect(history.notices.join()).toContain('There is no tag');
    made.tag('release-1');
    expect((await told(made)).notices.join()).toMatch(/None of the 1 tag, such as release-1.*changelog\.tagPattern/);
  });

  it('refuses a name that git does not know, with the nearest and the fix', async () => {
    await expect(told(since(), { wanted: { kind: 'range', from: 'v1.0.1' } })).rejects.toThrow(
      /Did you mean "v1\.0\.0"\?.*git fetch --tags/,
    );
  });
});

const index = (made: Story, blob: string, name: string): string => {
  const path = `${made.root}/.git/${name}.index`;
  git(made.root, ['update-index', '--add', '--cacheinfo', `100644,${blob},${name}/file`], { ...isolated, GIT_INDEX_FILE: path });
  return path;
};
