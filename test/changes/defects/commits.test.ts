/** What other tools make of odd commits, and docgate does not. Numbers are those of `list.ts`. */
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { docgate } from '../../cli/run.ts';
import { edgeRepository } from '../edge.ts';
import { run, said, sectionOf, since, unreleased } from './telling.ts';

describe('on the edge repository', () => {
  let [root, text, notes] = ['', '', ''];
  beforeAll(() => {
    root = edgeRepository().root;
    const { code, stdout, stderr } = docgate(['changelog'], { cwd: root });
    expect(code).toBe(0);
    [text, notes] = [stdout, stderr];
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  test('[0.4 1.22 1c.E02 3.7] what a header says is text, not markup', () => {
    expect(text).toContain('- **parser:** Array\\<T> \\_\\_proto\\_\\_ \\*.md \\| \\<script>alert(1)\\</script> ([#2](');
  });

  test('[1c.E20] code spans keep their backticks, and nothing is escaped in them', () => {
    expect(text).toContain('drop `code <b> span` support');
  });

  test('[1.3 1c.E05 3.9] a note keeps its paragraphs in its item, and trailers are no part of it', () => {
    expect(text).toMatch(/\n- \*\*Breaking:\*\* drop .*\n\n {2}one\n {2}two\n\n {2}- \\\*three\\\*\n {2}- four\n- parse/);
    expect(text).not.toContain('Reviewed-by');
  });

  test('[1c.E06] BREAKING-CHANGE in a footer breaks, with its note', () => {
    expect(text).toMatch(/\n- \*\*Breaking:\*\* old names go .*\n\n {2}use the new ones\n/);
  });

  test('[1c.E07] "breaking change:" does not, and that is said', () => {
    expect(text).toContain('\n- close the door ');
    expect(notes).toMatch(/small letters, which does not count:\n.*close the door/);
  });

  test('[1.1 1c.E08] FEAT is feat', () => {
    expect(sectionOf(text, 'Unreleased')).toMatch(/### Added\n\n- in capitals /);
  });

  test('[1c.E10] "feat:no space" has no type, and that is said', () => {
    expect(text).not.toContain('no space');
    expect(notes).toMatch(/2 commits could not be classified[\s\S]*feat:no space/);
  });

  test('[0.9 1.4 1c.E11 3.12] what was taken back is gone with its revert, what was brought back is there', () => {
    const section = sectionOf(text, '1.1.0-rc.1');
    expect(section).not.toContain('gone for good');
    expect(section.match(/taken back/g)).toHaveLength(1);
    expect(section).toContain('### Changed\n\n- Revert "feat: begin" ');
  });

  test('[1.6 1c.E13 3.10] a merge and its branch are one entry, with the pull request', () => {
    expect(text.match(/from a branch/g)).toHaveLength(1);
    expect(text).toContain('- from a branch ([#13](https://github.com/example/widgets/pull/13))');
  });

  test('[1.7 3.11] the list in the body of a squash makes no entries', () => {
    expect(text).toContain('- squashed ([#14](');
    expect(text).not.toContain('inner');
  });

  test('[0.7 1c.E14 2.2b] lines such as -hash- are words, and so is a NUL', () => {
    const { stdout } = docgate(['changelog', '--unreleased', '--json'], { cwd: root });
    const { releases } = JSON.parse(stdout) as { releases: { groups: { changes: { text: string; commits: string[] }[] }[] }[] };
    const changes = releases[0]?.groups.flatMap((group) => group.changes) ?? [];
    expect(changes.map((change) => change.text)).toEqual(expect.arrayContaining(['body of delimiters', 'body with a NUL']));
    for (const { commits } of changes) expect(commits).toEqual([expect.stringMatching(/^(?!0123456)[0-9a-f]{40}$/)]);
    expect(stdout).not.toContain('after');
  });

  test('[1.9 1c.E16] other/repo#46 is an issue of other/repo', () => {
    expect(text).toContain('[other/repo#46](https://github.com/other/repo/issues/46)');
    expect(text).toContain('[other/repo#31](https://github.com/other/repo/issues/31)');
  });

  test('[1c.E17] CRLF in a message is a line ending', () => {
    expect(text).toContain('- quick ([#15](https://github.com/example/widgets/issues/15), ');
    expect(text).not.toContain('\r');
  });

  test('[1c.E22] "chore!:" is listed, under a heading', () => {
    expect(text).toContain('### Changed\n\n- **Breaking:** need node 22 ');
  });

  test('[2.1a 3.14] of the tags on a commit those of the pattern count, and a version once', () => {
    const versions = [...text.matchAll(/^## \[(.+?)\]/gm)].map((match) => match[1]);
    expect(versions).toEqual(['Unreleased', '1.10.0', '1.1.0', '1.1.0-rc.1', '1.0.0']);
  });

  test('[2.1b 3.13] commits belong to the release that reaches them, whatever their dates are', () => {
    expect(sectionOf(text, '1.10.0')).toContain('sent late');
    expect(text).not.toContain('- hot');
  });

  test('[3.24] a name in a header notifies nobody', () => expect(text).toContain('what `@octocat` sent'));
});

test('[0.6 1.2 1c.E04 3.8] "!" breaks, whatever the type: the change is listed, and the version is a major one', () => {
  for (const header of ['feat!: a', 'fix(cache)!: a', 'chore!: a']) {
    const made = since(header);
    expect(unreleased(made)).toMatch(/- \*\*Breaking:\*\* (?:\*\*cache:\*\* )?a /);
    expect(said(made, 'bump', '-q')).toBe('2.0.0\n');
  }
});

test('[3.9b] neither #4 nor a ruler nor a wrapped line changes what breaks', () => {
  const made = since(
    'feat!: a\n\nBREAKING CHANGE: see #4 for\nall of it\n\n---------\n\nCo-authored-by: A <a@example.org>',
    'fix: b\n\nThis is no\nBREAKING CHANGE: it only reads like one',
  );
  const text = unreleased(made);
  expect(text).toContain('\n\n  see [#4](https://github.com/example/widgets/issues/4) for\n  all of it\n');
  expect(text.match(/Breaking:/g)).toHaveLength(1);
  expect(text).not.toMatch(/-----|Co-authored/);
});

test('[1.4b] a revert of a type that is not listed takes it back, and neither is listed', () => {
  const made = since();
  const id = made.commit('chore: a');
  made.commit(`Revert "chore: a"\n\nThis reverts commit ${id}.`);
  const { stdout, stderr } = run(made, 'changelog', '--unreleased');
  expect(stdout).not.toContain('- ');
  expect(stderr).not.toContain('classified');
});
