/** What other tools do to a changelog that is there already, and docgate does not. Numbers are those of `list.ts`. */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { docgate } from '../../cli/run.ts';
import { isSubsequence } from '../../generate/edit/changelog-editing.ts';
import { write } from '../../tree/sandbox.ts';
import { ordinaryRepository } from '../edge.ts';
import { keptChangelog, keptCrlf } from '../kept-changelog.ts';
import { run, said, since } from './telling.ts';

let root = '';
beforeAll(() => {
  root = ordinaryRepository().root;
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const file = (): string => join(root, 'CHANGELOG.md');
const read = (): string => readFileSync(file(), 'utf8');
const release = (version = '1.36.0') =>
  docgate(['changelog', '--release', version, '--as-of', '2024-03-01T00:00:00Z', '--write'], { cwd: root });

/** The file after a release was written into this text. */
const released = (text: string, version?: string): string => {
  writeFileSync(file(), text);
  expect(release(version).code).toBe(0);
  return read();
};

describe.each([
  ['LF', keptChangelog, '\n'],
  ['CRLF', keptCrlf, '\r\n'],
])('a file kept by hand, with %s', (_, before, ending) => {
  let [after, lines, moved] = ['', [] as string[], [] as string[]];
  beforeAll(() => {
    after = released(before);
    lines = after.split(ending);
    moved = before.replace('compare/v1.35.0...HEAD', 'compare/v1.36.0...HEAD').split(ending);
  });

  test('[0.1 1.12 1b.8 1b.9] the release stands below what is not released, which it empties, and the links move on', () => {
    const at = lines.indexOf('## [Unreleased]');
    expect(lines.slice(at, at + 5)).toEqual([
      '## [Unreleased]',
      '',
      '## [1.36.0] - 2024-03-01',
      '',
      'The cart was *rewritten*; __mind__ your plug-ins.',
    ]);
    expect(lines).toContain('[Unreleased]: https://github.com/example/widgets/compare/v1.36.0...HEAD');
    expect(lines).toContain('[1.36.0]: https://github.com/example/widgets/compare/v1.35.0...v1.36.0');
  });

  test('[0.3 1.13 1b.4 1b.6 3.3 3.4] no line is lost: neither the preamble nor what was written by hand', () => {
    expect(isSubsequence(moved, lines)).toBe(true);
  });

  test('[1b.1 1b.2 1b.3 1b.5 1b.7 1b.10] nothing lands above the title or its text, and there is one title', () => {
    expect(after.startsWith(before.slice(0, before.indexOf('## [Unreleased]')))).toBe(true);
    expect(lines.filter((line) => line.startsWith('# Changelog'))).toHaveLength(1);
  });

  test('[1b.13 2.4c 3.5 3b] nothing is restyled: three lines are new, all others are as they were', () => {
    expect(lines.filter((line) => !moved.includes(line))).toEqual([
      '## [1.36.0] - 2024-03-01',
      expect.stringMatching(/^\* \*\*cart:\*\* change number 36 /),
      '[1.36.0]: https://github.com/example/widgets/compare/v1.35.0...v1.36.0',
    ]);
  });

  test('[1.14 1b.11] every line ends as the file does', () => expect(after.replaceAll(ending, '')).not.toMatch(/[\r\n]/));

  test('[1.27 1b.14 1b.15] a withdrawn release and a fenced heading are what they are', () => {
    expect(lines).toContain('## [1.35.0] - 2024-02-06 [YANKED]');
    expect(lines).toContain('## [9.9.9]');
    expect(after).not.toContain('9.9.9]:');
  });

  test('[3.6] there are no two blank lines at the boundaries', () => expect(after.replaceAll('\r', '')).not.toMatch(/\n{3}/));

  test('[0.2 1.15 3.1 2.5b] a second run changes nothing, and is no failure', () => {
    writeFileSync(file(), after);
    expect(release().code).toBe(0);
    expect(read()).toBe(after);
  });
});

test('[3.1b] what is not released does not stack up, however often it is written', () => {
  writeFileSync(file(), keptChangelog);
  for (let time = 0; time < 3; time += 1) expect(docgate(['changelog', '--write'], { cwd: root }).code).toBe(0);
  expect(read().match(/^## \[Unreleased\]$/gm)).toHaveLength(1);
  expect(read().match(/change number 36/g)).toHaveLength(1);
});

test('[3.2] releases of a foreign changelog stay in order, the new one in the style of the file', () => {
  const foreign =
    '# History\n\n1.17.0 (January 19, 2024)\n-------------------------\n* a\n\n1.8.0 (January 10, 2024)\n------------------------\n* b\n';
  const after = released(foreign);
  expect([...after.matchAll(/^(1\.\d+\.0) \(/gm)].map((match) => match[1])).toEqual(['1.36.0', '1.17.0', '1.8.0']);
  expect(after).toMatch(/^# History\n\n1\.36\.0 \(March 1, 2024\)\n-+\n/);
});

test('[1b.12] a title and a heading without version are no obstacles', () => {
  expect(released('# Notes on everything\n\n## Unreleased\n\n## 1.26.0\n\n- a\n')).toMatch(/## Unreleased\n\n## 1\.36\.0\n/);
});

test('[3.3b] an empty place for what is not released stays behind', () => {
  expect(released('# Changelog\n\n## [Unreleased]\n\n## [1.35.0] - 2024-02-06\n\n- a\n')).toMatch(/## \[Unreleased\]\n\n## \[1\.36\.0\]/);
});

test('[0.3b 1.21 2.1e 2.2d] a template that fails leaves the file as it was, and no other file behind', () => {
  writeFileSync(file(), keptChangelog);
  write(root, { 'templates/partials/change.md.hbs': '- {{nothing.at.all}}\n' });
  const { code, stderr } = release();
  rmSync(join(root, 'templates'), { recursive: true });
  expect(code).toBe(2);
  expect(stderr).toMatch(/^docgate: templates\/partials\/change\.md\.hbs:1:/);
  expect(read()).toBe(keptChangelog);
  expect(readdirSync(root).sort()).toEqual(['.git', 'CHANGELOG.md']);
  expect(said({ root }, 'changelog', '--unreleased')).toContain('change number 36');
});

test('[1.29] what would change is shown, with exit code 1, and not written', () => {
  writeFileSync(file(), keptChangelog);
  const { code, stdout } = run({ root }, 'changelog', '--check');
  expect(code).toBe(1);
  expect(stdout).toMatch(/\n\+\* \*\*cart:\*\* change number 36 /);
  expect(read()).toBe(keptChangelog);
});

test('[3.25 1.17] a changelog is checked: every fault at once, each with its place', () => {
  const made = since();
  const heads = '## [Unreleased]\n\n- loose\n\n## [1.0.0] - 2024-13-01\n\n### Bugs\n\n- a\n\n## [1.1.0]\n\n### Fixed\n\n### Fixed\n\n- b\n';
  write(made.root, { 'CHANGELOG.md': `# Changelog\n\n${heads}\n## [Unreleased]\n\n<<<<<<< ours\n\n[0.9.0]: https://example.org\n` });
  const { code, stdout } = run(made, 'check', 'CHANGELOG.md', '--kind', 'changelog', '--format', 'json');
  expect(code).toBe(1);
  const found = [...stdout.matchAll(/"rule(?:Id)?": ?"changelog\/([\w-]+)"/g)].map((match) => match[1]);
  expect([...new Set(found)].sort()).toEqual([
    'conflict-marker',
    'duplicate-group',
    'empty-group',
    'impossible-date',
    'loose-entries',
    'missing-date',
    'missing-link',
    'release-order',
    'several-unreleased',
    'unknown-group',
    'unreleased-not-first',
    'unused-link',
  ]);
});
