/** What users of other tools ask for in vain, and docgate does. Numbers are those of `list.ts`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { git, write } from '../../tree/sandbox.ts';
import { run, said, since, unreleased } from './telling.ts';

test('[3.4b] an entry that was worded by hand stays as it is, and is not told twice', () => {
  const made = since('fix: round prices (#12)');
  write(made.root, { 'CHANGELOG.md': '# Changelog\n\n## [Unreleased]\n\n### Fixed\n\n- Prices are **right** now (#12)\n' });
  expect(run(made, 'changelog', '--write').code).toBe(0);
  const text = readFileSync(join(made.root, 'CHANGELOG.md'), 'utf8');
  expect(text).toContain('- Prices are **right** now (#12)\n');
  expect(text).not.toContain('round prices');
});

test('[3.7b] only what is dangerous is escaped', () => {
  const plain = 'snake_case 2 * 3 = 6, a-b, 50% & more, x < y, C#, "quoted" (and so on), v1.2.x!';
  expect(unreleased(since(`feat: ${plain}`))).toContain(`- ${plain} (`);
});

test('[3.10b] the same change in several commits, or a fixup of it, is one entry', () => {
  const made = since('fix: a (#1)', 'fix: a (#2)', 'fixup! fix: a');
  const { stdout, stderr } = run(made, 'changelog', '--unreleased');
  expect(stdout.match(/^- /gm)).toHaveLength(1);
  expect(stderr).toBe('');
});

test('[3.13b] versions are in the order of Semantic Versioning: 1.10 above 1.9, rc.10 above rc.2', () => {
  const made = since();
  for (const version of ['1.9.0', '1.10.0', '1.11.0-rc.2', '1.11.0-rc.10']) {
    made.commit(`feat: ${version}`);
    made.tag(`v${version}`);
  }
  const versions = [...said(made, 'changelog').matchAll(/^## \[(.+?)\]/gm)].map((match) => match[1]);
  expect(versions).toEqual(['1.11.0-rc.10', '1.11.0-rc.2', '1.10.0', '1.9.0', '1.0.0']);
  made.commit('fix: a');
  expect(said(made, 'bump', '-q', '--prerelease', 'rc')).toBe('1.11.0-rc.11\n');
});

test('[2.3b 3.18] an entry can be mended after the merge, without a new history', () => {
  const made = since('oops', 'feat: secret');
  const [second, first] = git(made.root, ['log', '--format=%H', '-2']).split('\n') as [string, string];
  write(made.root, {
    'docs/changelog-overrides.yaml': `- { commit: "${first}", message: ["feat: search by colour", "fix: and by size"] }\n- { commit: "${second.slice(0, 8)}", ignore: true }\n`,
  });
  const { stdout, stderr } = run(made, 'changelog', '--unreleased');
  expect(stdout).toMatch(/### Added\n\n- search by colour [\s\S]*### Fixed\n\n- and by size /);
  expect(stdout).not.toContain('secret');
  expect(stderr).toBe('');
});

test('[x.6] what cannot be told is said, never left out in silence', () => {
  const made = since('Update things', 'feet: a');
  const { code, stdout, stderr } = run(made, 'changelog', '--unreleased');
  expect(code).toBe(0);
  expect(stdout).not.toMatch(/^- /m);
  expect(stderr).toMatch(/2 commits could not be classified and are not listed:[\s\S]*unknown type "feet"\. Did you mean "feat"\?/);
  expect(run(made, 'changelog', '--from', 'v0.9.0').stderr).toMatch(/no commit or tag "v0\.9\.0".*git fetch --tags/);
  git(made.root, ['tag', '-d', 'v1.0.0']);
  write(made.root, { 'CHANGELOG.md': '# Changelog\n\n## [1.0.0] - 2024-01-01\n\n- a\n' });
  git(made.root, ['add', '.']);
  made.commit('chore: release', { tree: git(made.root, ['write-tree']) });
  const missing = run(made, 'changelog', '--write');
  expect(missing.code).toBe(2);
  expect(missing.stderr).toMatch(/git fetch --tags/);
});
