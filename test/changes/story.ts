/** Histories made commit by commit, with every time and name fixed, so that even the object ids are the same everywhere. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { configOf, loadConfig } from '../../src/config/config.ts';
import { parseData } from '../../src/data/data-file.ts';
import { type ChangelogRequest, type ReleaseHistory, readReleases } from '../../src/flows/changelog.ts';
import type { Change, ReleaseChanges } from '../../src/model/changes.ts';
import { memoryTree } from '../../src/tree/memory.ts';
import { git, isolated } from '../tree/sandbox.ts';

const emptyTree = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';
const start = Date.UTC(2024, 0, 1, 12) / 1000;

export interface CommitOptions {
  readonly parents?: readonly string[];
  /** `Name <address>`. */
  readonly author?: string;
  /** Unix seconds; an hour after the last commit without it. */
  readonly at?: number;
  /** A tree to use instead of the empty one. */
  readonly tree?: string;
}

export interface Story {
  readonly root: string;
  /** Adds a commit on top of the last one, or of others, and returns its id. */
  readonly commit: (message: string, options?: CommitOptions) => string;
  /** Tags a commit, the last one without another; with a time the tag is annotated. */
  readonly tag: (name: string, id?: string, at?: number) => void;
  /** Makes a commit the head. */
  readonly head: (id: string) => void;
  readonly last: () => string;
}

const stamp = (person: string, at: number): Record<string, string> => {
  const [, name = '', email = ''] = /^(.*) <(.*)>$/.exec(person) ?? [];
  const date = `${at} +0000`;
  return {
    GIT_AUTHOR_NAME: name,
    GIT_AUTHOR_EMAIL: email,
    GIT_AUTHOR_DATE: date,
    GIT_COMMITTER_NAME: name,
    GIT_COMMITTER_EMAIL: email,
    GIT_COMMITTER_DATE: date,
  };
};

/** A new repository in a folder of its own; who makes it removes it. */
export const newStory = (remote: string | undefined = 'git@github.com:example/widgets.git'): Story => {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'docgate-story-')));
  git(root, ['init', '-q', '-b', 'main']);
  git(root, ['mktree', '--missing'], isolated);
  if (remote !== undefined) git(root, ['remote', 'add', 'origin', remote]);
  let [last, clock]: [string | undefined, number] = [undefined, start];
  const head = (id: string): void => {
    last = id;
    git(root, ['update-ref', 'refs/heads/main', id]);
  };
  return {
    root,
    commit: (message, { parents, author = 'Dev One <one@example.org>', at, tree = emptyTree } = {}) => {
      clock = at ?? clock + 3600;
      const from = parents ?? (last === undefined ? [] : [last]);
      const id = execFileSync('git', ['commit-tree', tree, ...from.flatMap((parent) => ['-p', parent])], {
        cwd: root,
        input: message,
        env: { ...isolated, ...stamp(author, clock) },
        encoding: 'utf8',
      }).trim();
      head(id);
      return id;
    },
    tag: (name, id = last, at) => {
      const target = id ?? 'HEAD';
      if (at === undefined) git(root, ['tag', '--no-sign', name, target]);
      else git(root, ['tag', '-a', '-m', name, name, target], { ...isolated, ...stamp('Dev One <one@example.org>', at) });
    },
    head,
    last: () => last ?? '',
  };
};

export interface Asking extends Partial<Omit<ChangelogRequest, 'config' | 'root'>> {
  /** YAML. */
  readonly config?: string;
  readonly files?: Readonly<Record<string, string>>;
}

/** What a story tells. */
export const told = async ({ root }: Pick<Story, 'root'>, { config, files = {}, ...request }: Asking = {}): Promise<ReleaseHistory> => {
  const tree = memoryTree(files);
  return readReleases({
    root,
    env: isolated,
    tree,
    config: config === undefined ? await loadConfig(tree) : await configOf(parseData('docgate.config.yaml', config)),
    now: '2026-01-10T12:00:00.000Z',
    wanted: { kind: 'all' },
    ...request,
  });
};

/** The changes of a release as `Group: text`. */
export const lines = ({ groups }: Pick<ReleaseChanges, 'groups'>): string[] =>
  groups.flatMap(({ title, changes }) => changes.map(({ text, scope }) => `${title}: ${scope === undefined ? '' : `${scope}: `}${text}`));

/** The change with a text. */
export const changeOf = ({ groups }: Pick<ReleaseChanges, 'groups'>, text: string): Change => {
  const found = groups.flatMap(({ changes }) => changes).find((change) => change.text === text);
  if (found === undefined) throw new Error(`no change "${text}" in ${JSON.stringify(groups)}`);
  return found;
};

/** What is told of the newest release. */
export const newest = ({ releases }: ReleaseHistory): ReleaseChanges => releases[0] ?? { groups: [], contributors: [] };
