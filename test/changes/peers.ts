/** Other changelog tools, started on a repository, and the entries that anybody's output holds: `1.0.0 Added: scope: text`. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { providePeer } from '../tooling/peers.mjs';
import { isolated } from '../tree/sandbox.ts';

/** The newest of each that runs on the oldest Node that docgate runs on, and brings what it needs. */
const specs = {
  'git-cliff': { spec: 'git-cliff@2.14.2', args: [] },
  'conventional-changelog': { spec: 'conventional-changelog-cli@5.0.0', args: ['-r', '0', '-p', 'conventionalcommits'] },
  'auto-changelog': { spec: 'auto-changelog@2.7.0', args: ['--stdout', '--unreleased', '--commit-limit', 'false'] },
} as const;

export type PeerName = keyof typeof specs;

export const peerNames = Object.keys(specs) as readonly PeerName[];

export interface Peer {
  /** What it prints in a repository, with these arguments in place of the usual ones. */
  readonly run: (cwd: string, args?: readonly string[]) => string;
}

const findPeer = (name: PeerName): Peer | undefined => {
  const { spec, args: usual } = specs[name];
  const folder = providePeer(spec);
  const bin = folder === undefined ? '' : join(folder, 'node_modules/.bin', name);
  if (!existsSync(bin)) return undefined;
  const run = (cwd: string, args: readonly string[] = usual): string => {
    const { status, stdout, stderr } = spawnSync(bin, args, { cwd, env: { ...isolated, TZ: 'UTC' }, encoding: 'utf8' });
    if (status !== 0) throw new Error(`${name} ${args.join(' ')}: ${status}\n${stderr}`);
    return stdout;
  };
  return { run };
};

/** The tools, installed if need be, once; undefined where npm cannot. */
export const peers: Readonly<Record<PeerName, Peer | undefined>> = {
  'git-cliff': findPeer('git-cliff'),
  'conventional-changelog': findPeer('conventional-changelog'),
  'auto-changelog': findPeer('auto-changelog'),
};

const groups: Readonly<Record<string, string>> = {
  '🚀 Features': 'Added',
  Features: 'Added',
  '🐛 Bug Fixes': 'Fixed',
  'Bug Fixes': 'Fixed',
  '⚡ Performance': 'Changed',
  'Performance Improvements': 'Changed',
  Reverts: 'Changed',
  '⚠ BREAKING CHANGES': 'Breaking',
};

const versionOf = (heading: string): string => {
  const [, name = ''] = /^#+ +\[?v?([^\]\s]*)/.exec(heading) ?? [];
  return name === '' || /^unreleased$/i.test(name) ? 'Unreleased' : name;
};

/** Whether the first letter is a capital is a matter of taste. */
const plain = (words: string): string => words.replace(/^(?:\w[\w-]*: )?./, (start) => start.toLowerCase());

/** The words of an entry as its author wrote them: without links, references and marks. */
const wordsOf = (bullet: string): string =>
  plain(
    bullet
      .replace(/^\[\*\*breaking\*\*\] /, '')
      .replace(/^\*\((.+?)\)\* /, '$1: ')
      .replace(/^\*\*(.+?):\*\* /, '$1: ')
      .replace(/,? (?:\(\[[0-9a-f]{7}\]|closes \[).*$/, '')
      .replace(/ \[`#?[0-9a-f]+`\]\(.*$/, '')
      .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .replace(/ \(#\d+\)$/, '')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>'),
  );

/** The entries of Markdown whose releases are headings of one rank and its groups headings of rank 3. */
export const entriesOf = (text: string, rank = /^##? /): string[] => {
  let [release, group] = ['', ''];
  return text.split('\n').flatMap((line) => {
    if (rank.test(line)) [release, group] = [versionOf(line), ''];
    else if (line.startsWith('### ')) group = groups[line.slice(4)] ?? line.slice(4);
    else if (/^[-*] /.test(line)) return [`${release} ${group}: ${wordsOf(line.slice(2))}`];
    return [];
  });
};

interface Told {
  readonly releases: readonly {
    readonly version?: string;
    readonly groups: readonly {
      readonly title: string;
      readonly changes: readonly {
        readonly text: string;
        readonly scope?: string;
        readonly breaking: boolean;
        readonly notes?: string[];
      }[];
    }[];
  }[];
}

/** The entries of what `docgate changelog --json` prints; with notes, what breaks is listed once more, as its notes. */
export const entriesOfJson = (json: string, { notes = false } = {}): string[] =>
  (JSON.parse(json) as Told).releases.flatMap(({ version = 'Unreleased', groups: told }) =>
    told.flatMap(({ title, changes }) =>
      changes.flatMap((change) => {
        const said = notes && change.breaking ? (change.notes?.length ? change.notes : [change.text]) : [];
        const scope = change.scope === undefined ? '' : `${change.scope}: `;
        return [`${version} ${title}: ${plain(scope + change.text)}`, ...said.map((note) => `${version} Breaking: ${note.split('\n')[0]}`)];
      }),
    ),
  );

/** Entries without their groups. */
export const ungrouped = (entries: readonly string[]): string[] => entries.map((entry) => entry.replace(/ [^:]*: /, ': '));

/** Entries of a tool that takes headers as they are: without their types, scopes as docgate has them. */
export const untyped = (entries: readonly string[]): string[] =>
  entries.map((entry) =>
    entry.replace(
      /^(\S+: )(?:\w+(?:\((.+?)\))?!?: )?(.*)/,
      (_, start, scope, words) => start + plain(scope === undefined ? words : `${scope}: ${words}`),
    ),
  );

/** What only the first holds, and what only the second holds, each sorted. */
export const differenceOf = (one: readonly string[], other: readonly string[]): { only: string[]; lacking: string[] } => ({
  only: one.filter((entry) => !other.includes(entry)).sort(),
  lacking: other.filter((entry) => !one.includes(entry)).sort(),
});
