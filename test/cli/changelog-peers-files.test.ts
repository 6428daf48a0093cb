/** docgate beside other changelog tools where a file is at stake: what they do to a changelog kept by hand, and with half a history. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ordinaryRepository } from '../changes/edge.ts';
import { keptChangelog, keptCrlf } from '../changes/kept-changelog.ts';
import { type PeerName, peers } from '../changes/peers.ts';
import { isSubsequence } from '../generate/edit/changelog-editing.ts';
import { folder, git, write } from '../tree/sandbox.ts';
import { docgate } from './run.ts';

let root = '';
beforeAll(() => {
  root = ordinaryRepository().root;
});
afterAll(() => rmSync(root, { recursive: true, force: true }));
beforeEach(() => {
  put(keptChangelog);
});

const file = (): string => join(root, 'CHANGELOG.md');
const put = (text: string): void => writeFileSync(file(), text);
const text = (): string => readFileSync(file(), 'utf8');

const release = ['changelog', '--release', '1.36.0', '--as-of', '2024-03-01T00:00:00Z', '--write'];

// What docgate does to each part of the file is in test/changes/defects/insertion.test.ts.
it('docgate loses no line, mixes no endings, and writes once', () => {
  put(keptCrlf);
  expect(docgate(release, { cwd: root }).code).toBe(0);
  const once = text();
  const moved = keptCrlf.replace('compare/v1.35.0...HEAD', 'compare/v1.36.0...HEAD').split('\r\n');
  expect(isSubsequence(moved, once.split('\r\n'))).toBe(true);
  expect(once).toMatch(/^# Changelog\r\n[\s\S]*\n## \[Unreleased\]\r\n\r\n## \[1\.36\.0\] - 2024-03-01\r\n/);
  expect(once).not.toMatch(/[^\r]\n/);
  expect(docgate(release, { cwd: root }).code).toBe(0);
  expect(text()).toBe(once);
});

interface Insertion {
  readonly peer: PeerName;
  readonly args: readonly string[];
  /** What the file is after the first run, and how often the release stands there after the second. */
  readonly once: RegExp;
  readonly heading: RegExp;
  readonly isLost: boolean;
}

const inserting: readonly Insertion[] = [
  {
    peer: 'git-cliff',
    args: ['--unreleased', '--tag', 'v1.36.0', '--prepend', 'CHANGELOG.md'],
    once: /^## \[1\.36\.0\][\s\S]*\n# Changelog\r\n/,
    heading: /^## \[1\.36\.0\]/gm,
    isLost: false,
  },
  {
    peer: 'conventional-changelog',
    args: ['-p', 'conventionalcommits', '-i', 'CHANGELOG.md', '-s'],
    once: /^## \[\]\([\s\S]*\n# Changelog\r\n/,
    heading: /^## \[\]\(/gm,
    isLost: false,
  },
  {
    peer: 'auto-changelog',
    args: ['--prepend'],
    once: /^### Changelog\n[\s\S]*\n# Changelog\r\n/,
    heading: /^#### \[v1\.35\.0\]/gm,
    isLost: false,
  },
  { peer: 'auto-changelog', args: [], once: /^### Changelog\n/, heading: /^#### \[v1\.35\.0\]/gm, isLost: true },
];

describe.each(inserting)('$peer $args', ({ peer, args, once, heading, isLost }) => {
  const tool = peers[peer];

  it.skipIf(tool === undefined)(
    `writes above the title or instead of the file, mixes endings and writes twice (needs ${peer} from npm)`,
    () => {
      put(keptCrlf);
      tool?.run(root, args);
      expect(text()).toMatch(once);
      expect(text()).toMatch(/[^\r]\n/);
      expect(text().includes('Kept by hand')).toBe(!isLost);
      expect(text().match(heading)).toHaveLength(1);
      tool?.run(root, args);
      expect(text().match(heading)).toHaveLength(isLost ? 1 : 2);
    },
  );
});

describe('a template that fails while it is rendered', () => {
  const cliff = peers['git-cliff'];

  it('leaves the changelog as it is', () => {
    write(root, { 'templates/partials/change.md.hbs': '- {{nothing.at.all}}\n' });
    const { code, stderr } = docgate(release, { cwd: root });
    rmSync(join(root, 'templates'), { recursive: true });
    expect([code, text()]).toEqual([2, keptChangelog]);
    expect(stderr).toMatch(/^docgate: templates\/partials\/change\.md\.hbs:1:\d+: /);
  });

  it.skipIf(cliff === undefined)('makes git-cliff empty it (needs git-cliff from npm)', () => {
    write(root, { 'cliff.toml': '[changelog]\nbody = "{{ nothing.at.all }}"\n' });
    expect(() => cliff?.run(root, ['--unreleased', '--tag', 'v1.36.0', '--prepend', 'CHANGELOG.md'])).toThrow(/not found in context/);
    rmSync(join(root, 'cliff.toml'));
    expect(text()).toBe('');
  });
});

describe('in a shallow clone', () => {
  let shallow = '';
  beforeEach(() => {
    shallow = join(folder(), 'clone');
    git(root, ['clone', '-q', '--depth', '1', `file://${root}`, shallow]);
  });

  it.each(['changelog', 'bump'])('docgate %s refuses, with the remedy', (command) => {
    const { code, stdout, stderr } = docgate([command], { cwd: shallow });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/shallow clone.*git fetch --unshallow --tags/);
  });

  for (const [peer, heading] of [
    ['git-cliff', /^## \[unreleased\]/],
    ['conventional-changelog', /^##? /],
    ['auto-changelog', /^### Changelog/],
  ] as const) {
    const tool = peers[peer];
    it.skipIf(tool === undefined)(`${peer} tells next to nothing, and calls that a success (needs ${peer} from npm)`, () => {
      const said = tool?.run(shallow);
      expect(said).toMatch(heading);
      expect(said).not.toContain('change number 36');
    });
  }
});
