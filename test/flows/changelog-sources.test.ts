/** What is told beside commits: dates, links, overrides, fragments, people, and what a history refuses. */
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { loadConfig } from '../../src/config/config.ts';
import { readBump } from '../../src/flows/bump.ts';
import { changelogSections, changelogText } from '../../src/flows/changelog-sections.ts';
import { memoryTree } from '../../src/tree/memory.ts';
import { changeOf, lines, newest, newStory, type Story, told } from '../changes/story.ts';
import { folder, git, isolated } from '../tree/sandbox.ts';

const stories: Story[] = [];
afterAll(() => {
  for (const { root } of stories) rmSync(root, { recursive: true, force: true });
});

const story = (remote?: string): Story => {
  const made = newStory(remote);
  stories.push(made);
  return made;
};

const released = (): Story => {
  const made = story();
  made.commit('feat: begin', { at: Date.UTC(2024, 0, 1, 12) / 1000 });
  made.tag('v1.0.0', undefined, Date.UTC(2024, 0, 31, 23, 30) / 1000);
  return made;
};

const dateOf = async (made: Story, changelog: string, date?: string): Promise<string | undefined> =>
  newest(await told(made, { wanted: { kind: 'release', version: '1.0.0' }, config: `changelog: ${changelog}`, ...(date && { date }) }))
    .date;

describe('dates', () => {
  it('come from the tag, the commit, the present or as given, in UTC or the zone that is set', async () => {
    const made = released();
    expect(await dateOf(made, '{}')).toBe('2024-01-31');
    expect(await dateOf(made, '{ timezone: Europe/Berlin }')).toBe('2024-02-01');
    expect(await dateOf(made, '{ timezone: America/New_York }')).toBe('2024-01-31');
    expect(await dateOf(made, '{ date: commit }')).toBe('2024-01-01');
    expect(await dateOf(made, '{ date: now }')).toBe('2026-01-10');
    expect(await dateOf(made, '{ date: now, timezone: Pacific/Kiritimati }')).toBe('2026-01-11');
    expect(await dateOf(made, '{}', '2025-05-05')).toBe('2025-05-05');
  });

  it('refuse a zone that nobody knows', async () => {
    await expect(dateOf(released(), '{ timezone: Mars }')).rejects.toThrow(/docgate\.config\.yaml:1:\d+: "Mars" is not a time zone/);
  });
});

describe('links', () => {
  it('come from the remote, the configuration goes before', async () => {
    const made = story('https://token:secret@gitlab.com/group/sub/project.git');
    made.commit('feat: a (!7)');
    const text = changelogText(changelogSections(await told(made), {}));
    expect(text).toContain('[!7](https://gitlab.com/group/sub/project/-/merge_requests/7)');
    expect(text).not.toContain('secret');
    const config = 'changelog: { repository: { url: "https://git.example.org/o/r", forge: gitea } }';
    expect(changelogText(changelogSections(await told(made, { config }), {}))).toContain('](https://git.example.org/o/r/pulls/7)');
  });

  it('are left out, aloud, without an upstream or with one that nobody knows', async () => {
    const made = newStory('/srv/git/r.git');
    stories.push(made);
    made.commit('feat: a (#7)');
    made.tag('v1.0.0');
    made.commit('fix: b');
    const history = await told(made);
    expect(history.notices.join()).toContain('changelog.repository.url');
    expect(changelogText(changelogSections(history, {}))).toBe(
      `## Unreleased\n\n### Fixed\n\n- b (\`${made.last().slice(0, 7)}\`)\n\n## 1.0.0 - 2024-01-01\n\n### Added\n\n- a (#7)\n`,
    );
    git(made.root, ['remote', 'set-url', 'origin', 'https://git.example.org/o/r']);
    expect((await told(made)).notices.join()).toContain('changelog.repository.forge');
  });

  it('name commits always or never on demand', async () => {
    const made = story();
    made.commit('feat: a (#7)');
    const history = await told(made);
    expect(changelogText(changelogSections(history, { commits: 'always' }))).toContain(
      `[\`${made.last().slice(0, 7)}\`](https://github.com/`,
    );
    expect(changelogText(changelogSections(history, { commits: 'never' }))).not.toContain(made.last().slice(0, 7));
  });
});

describe('overrides', () => {
  it('say what commits should have said', async () => {
    const made = story();
    const [one, two, three] = ['oops', 'feat: secret', 'stuff'].map((message) => made.commit(message)) as [string, string, string];
    const files = {
      'docs/changelog-overrides.yaml': [
        `- { commit: "${one.slice(0, 8)}", message: "fix(api)!: mended\\n\\nBREAKING CHANGE: x" }`,
        `- { commit: "${two}", ignore: true, reason: not for the public }`,
        `- { commit: "${three}", message: ["feat: one", "feat: two"] }`,
      ].join('\n'),
    };
    const history = await told(made, { files });
    expect(lines(newest(history))).toEqual(['Added: one', 'Added: two', 'Fixed: api: mended']);
    expect(changeOf(newest(history), 'mended')).toMatchObject({ breaking: true, notes: ['x'] });
    expect(history.notices).toEqual([expect.stringContaining('There is no tag')]);
  });

  it.each([
    ['- { commit: "abc", ignore: true }', /1:13: "0\.commit" must match pattern/],
    ['- { commit: "abcdef1" }', /needs the key|must match/],
    ['- { commit: "abcdef1", ignore: true }\n- { commit: "abcdef12", ignore: true }', /2:13: The commit abcdef12 is named twice/],
  ])('refuse %s', async (text, message) => {
    const made = story();
    made.commit('feat: a');
    await expect(told(made, { files: { 'docs/changelog-overrides.yaml': text } })).rejects.toThrow(message);
  });

  it('refuse a file that is configured and missing', async () => {
    const made = story();
    made.commit('feat: a');
    await expect(told(made, { config: 'changelog: { overrides: o.yaml }' })).rejects.toThrow(/no file o\.yaml/);
  });
});

describe('fragments', () => {
  const files = {
    'changelog.d/12.added.md': '- Orders can be **exported**\n  as CSV\n',
    'changelog.d/prices.fixed.md': 'Prices are rounded once',
    'changelog.d/README.md': 'how to',
  };

  it('go before the commits of their pull request', async () => {
    const made = released();
    const id = made.commit('feat: export (#12)');
    made.commit('fix: other (#13)');
    const history = await told(made, { files, wanted: { kind: 'unreleased' } });
    expect(lines(newest(history))).toEqual([
      'Added: Orders can be **exported**\n  as CSV',
      'Fixed: Prices are rounded once',
      'Fixed: other',
    ]);
    expect(newest(history).groups[0]?.changes[0]?.commits).toEqual([id]);
    expect(changelogText(changelogSections(history, {}))).toContain(
      '- Orders can be **exported**\n    as CSV ([#12](https://github.com/example/widgets/pull/12))',
    );
    expect(history.fragments).toEqual(['changelog.d/12.added.md', 'changelog.d/prices.fixed.md']);
  });

  it('stand alone, or not at all, on demand', async () => {
    const made = released();
    made.commit('fix: other (#13)');
    const tell = async (source: string): Promise<string[]> =>
      lines(newest(await told(made, { files, wanted: { kind: 'unreleased' }, config: `changelog: { source: ${source} }` })));
    expect(await tell('fragments')).toEqual(['Added: Orders can be **exported**\n  as CSV', 'Fixed: Prices are rounded once']);
    expect(await tell('commits')).toEqual(['Fixed: other']);
  });

  it('belong to no release that has a tag', async () => {
    expect((await told(released(), { files, wanted: { kind: 'release', version: '1.0.0' } })).fragments).toEqual([]);
  });

  it.each([
    [{ 'changelog.d/12.adde.md': 'x' }, /changelog\.d\/12\.adde\.md: The name of a fragment/],
    [{ 'changelog.d/notes.md': 'x' }, /The name of a fragment/],
    [{ 'changelog.d/12.added.md': ' \n' }, /The fragment is empty/],
  ])('refuse %j', async (wrong, message) => {
    await expect(told(released(), { files: wrong, wanted: { kind: 'unreleased' } })).rejects.toThrow(message);
  });
});

describe('contributors', () => {
  it('are authors and co-authors, each once, and who came first', async () => {
    const made = released();
    made.commit('feat: a\n\nCo-authored-by: Dev Two <TWO@example.org>\nCo-authored-by: helper[bot] <bot@example.org>', {
      author: 'Dev Three <three@example.org>',
    });
    made.commit('chore: b', { author: 'Dev Two <two@example.org>' });
    made.commit('fix: c');
    const release = newest(await told(made, { contributors: true, wanted: { kind: 'unreleased' } }));
    expect(release.contributors).toEqual([
      { name: 'Dev One', email: 'one@example.org' },
      { name: 'Dev Three', email: 'three@example.org', first: true },
      { name: 'Dev Two', email: 'two@example.org', first: true },
    ]);
    expect(changeOf(release, 'a').authors.map(({ name }) => name)).toEqual(['Dev Three', 'Dev Two']);
  });

  it('have the handles of the people list; who is no human is none', async () => {
    const made = released();
    made.commit('feat: a', { author: 'Release Robot <robot@example.org>' });
    const people =
      '- { handle: "@dev-one", emails: [one@example.org] }\n- { handle: "@robot", emails: [robot@example.org], human: false }\n';
    const { releases } = await told(made, { contributors: true, files: { 'docs/people.yaml': people } });
    expect(releases.map(({ contributors }) => contributors)).toEqual([
      [],
      [{ name: 'Dev One', email: 'one@example.org', handle: '@dev-one', first: true }],
    ]);
  });
});

describe('refusals', () => {
  it('refuses a shallow clone, with the fix', async () => {
    const made = released();
    made.commit('fix: a');
    made.commit('fix: b');
    const clone = folder();
    execFileSync('git', ['clone', '-q', '--depth=1', `file://${made.root}`, clone], { env: { ...isolated }, stdio: 'ignore' });
    await expect(told({ root: clone })).rejects.toThrow(/shallow clone.*git fetch --unshallow --tags.*fetch-depth: 0/);
  });

  it('refuses a folder outside of git, and a repository without commits', async () => {
    await expect(told({ root: folder() })).rejects.toThrow(/not in a git repository/);
    const empty = folder();
    git(empty, ['init', '-q', '-b', 'main']);
    await expect(told({ root: empty })).rejects.toThrow(/no commits yet/);
  });
});

describe('bump', () => {
  it('counts from the last release, over its prereleases', async () => {
    const made = released();
    made.commit('feat: a');
    made.tag('v1.1.0-rc.1');
    made.commit('fix: b');
    const request = {
      root: made.root,
      env: isolated,
      tree: memoryTree({}),
      config: await loadConfig(memoryTree({})),
      now: '2026-01-10T12:00:00Z',
    };
    expect(await readBump(request)).toMatchObject({ current: '1.0.0', next: '1.1.0', level: 'minor' });
    expect(await readBump({ ...request, prerelease: 'rc' })).toMatchObject({ next: '1.1.0-rc.2' });
    made.commit('fix!: c');
    expect(await readBump(request)).toMatchObject({ next: '2.0.0', level: 'major' });
  });
});
