/** docgate beside other changelog tools where a file is at stake: what they do to a changelog kept by hand, and with half a history. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ordinaryRepository } from '../changes/edge.ts';
import { keptChangelog, keptCrlf } from '../changes/kept-changelog.ts';
import { type PeerName, peerNamed } from '../changes/peers.ts';
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

describe.each([
  ['LF', keptChangelog, '\n'],
  ['CRLF', keptCrlf, '\r\n'],
])('docgate, in a file with %s', (_, before, ending) => {
  beforeEach(() => {
    put(before);
    expect(docgate(release, { cwd: root }).code).toBe(0);
  });

  it('sets the release in its place, moves the links on and changes no other line', () => {
    const moved = before.replace('compare/v1.35.0...HEAD', 'compare/v1.36.0...HEAD').split(ending);
    const after = text().split(ending);
    expect(isSubsequence(moved, after)).toBe(true);
    expect(after.filter((line) => !moved.includes(line))).toEqual([
      '## [1.36.0] - 2024-03-01',
      expect.stringMatching(/^\* \*\*cart:\*\* change number 36 \(\[`[0-9a-f]{7}`\]/),
      '[1.36.0]: https://github.com/example/widgets/compare/v1.35.0...v1.36.0',
    ]);
    expect(after.findIndex((line) => line.startsWith('## [1.36.0]'))).toBe(after.indexOf('## [Unreleased]') + 2);
    expect(text().replaceAll(ending, '')).not.toMatch(/[\r\n]/);
  });

  it('does nothing the second time', () => {
    const once = text();
    expect(docgate(release, { cwd: root }).code).toBe(0);
    expect(text()).toBe(once);
  });
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
  const tool = peerNamed(peer);

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
  const cliff = peerNamed('git-cliff');

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
    const tool = peerNamed(peer);
    it.skipIf(tool === undefined)(`${peer} tells next to nothing, and calls that a success (needs ${peer} from npm)`, () => {
      const said = tool?.run(shallow);
      expect(said).toMatch(heading);
      expect(said).not.toContain('change number 36');
    });
  }
});
