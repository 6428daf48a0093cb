/** docgate beside other changelog tools on the same repositories: alike where nothing is odd, and where not, who is right. */
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Difference } from '../changes/differences/difference.ts';
import { differences } from '../changes/differences/index.ts';
import { edgeRepository, ordinaryRepository } from '../changes/edge.ts';
import { differenceOf, entriesOf, entriesOfJson, type PeerName, peerNames, peers, ungrouped, untyped } from '../changes/peers.ts';
import { docgate } from './run.ts';

/** A repository, and what everybody says of it, once each. */
const scene = (cwd: string) => {
  const said = new Map<string, string>();
  const once = (args: readonly string[], run: () => string): string => {
    const key = args.join(' ');
    if (!said.has(key)) said.set(key, run());
    return said.get(key) ?? '';
  };
  const ours = (...args: readonly string[]): string => once(['docgate', ...args], () => docgate(['changelog', ...args], { cwd }).stdout);
  const theirs = (name: PeerName, args?: readonly string[]): string =>
    once([name, ...(args ?? [])], () => peers[name]?.run(cwd, args) ?? '');
  return { ours, theirs };
};

type Scene = ReturnType<typeof scene>;

/** The entries of a tool, and those of docgate in the form that this tool allows to compare. */
const compared = ({ ours, theirs }: Scene, name: PeerName) => {
  if (name === 'auto-changelog')
    return { their: untyped(ungrouped(entriesOf(theirs(name), /^#### /))), our: ungrouped(entriesOfJson(ours('--json'))) };
  return { their: entriesOf(theirs(name)), our: entriesOfJson(ours('--json'), { notes: name === 'conventional-changelog' }) };
};

const all: string[] = [];
let [ordinary, edge] = [undefined, undefined] as unknown as [Scene, Scene];

beforeAll(() => {
  for (const made of [ordinaryRepository(), edgeRepository()]) all.push(made.root);
  [ordinary, edge] = all.map(scene) as [Scene, Scene];
});
afterAll(() => {
  for (const root of all) rmSync(root, { recursive: true, force: true });
});

const hasListedGroup = (entry: string): boolean => /^\S+ (?:Added|Changed|Fixed): /.test(entry);

describe.each(peerNames)('%s', (name) => {
  it.skipIf(peers[name] === undefined)(`tells the ordinary repository as docgate does (needs ${name} from npm)`, () => {
    const { their, our } = compared(ordinary, name);
    expect(our).toHaveLength(25);
    // It has no groups, and lists what docgate does not; what docgate lists has to be the same, release by release.
    if (name === 'auto-changelog') expect(differenceOf(our, their).only).toEqual([]);
    else expect([...their].filter(hasListedGroup).sort()).toEqual([...our].sort());
  });

  it.skipIf(peers[name] === undefined)(
    `differs on the edge repository in what is listed, and in nothing else (needs ${name} from npm)`,
    () => {
      const { their, our } = compared(edge, name);
      const rows = differences[name];
      expect(differenceOf(their, our)).toEqual({
        only: rows.flatMap(({ theirs = [] }) => theirs).sort(),
        lacking: rows.flatMap(({ ours = [] }) => ours).sort(),
      });
    },
  );
});

const titleOf = ({ name, right, because }: Difference): string => `${name} (right: ${right}; ${because})`;

describe.each(peerNames)('%s on the edge repository, and docgate:', (peer) => {
  const titled = differences[peer].map((row): [string, Difference] => [titleOf(row), row]);

  it.each(titled)('otherwise: %s', (_, { ours = [], theirs = [], docgate: text = /./ }) => {
    const { our } = compared({ ...edge, theirs: () => '' }, peer);
    expect(our).toEqual(expect.arrayContaining([...ours]));
    expect(our.filter((entry) => theirs.includes(entry))).toEqual([]);
    expect(edge.ours()).toMatch(text);
  });

  describe.skipIf(peers[peer] === undefined)(`still so (needs ${peer} from npm)`, () => {
    it.each(titled.filter(([, { prints }]) => prints !== undefined))('%s', (_, { args, prints = /^$/ }) =>
      expect(edge.theirs(peer, args)).toMatch(prints),
    );
  });
});
