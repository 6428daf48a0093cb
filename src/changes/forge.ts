/** Forges: the web addresses of a repository's issues, pull requests, commits and comparisons. */
import type { Reference } from '../model/changes.ts';

export const forgeNames = ['github', 'gitlab', 'bitbucket', 'gitea'] as const;
export type ForgeName = (typeof forgeNames)[number];

/** A repository on the web. */
export interface Repository {
  /** Without a slash at the end, such as `https://github.com/owner/name`. */
  readonly url: string;
  readonly forge: ForgeName;
}

/** An address that no forge is known for: links to it would be guesses. */
export interface UnknownForge {
  readonly url: string;
}

const hosts: readonly (readonly [RegExp, ForgeName])[] = [
  [/(?:^|\.)github\./, 'github'],
  [/(?:^|\.)gitlab\./, 'gitlab'],
  [/(?:^|\.)bitbucket\./, 'bitbucket'],
  [/(?:^|\.)(?:gitea|forgejo|codeberg)\./, 'gitea'],
];

const secure = /^(?:https?|ssh|git|git\+ssh|git\+https):\/\/(?:[^@/]+@)?([^/:]+)(?::(\d+))?\/+(.+)$/;
const short = /^(?:[^@/\s]+@)?([^/:\s]{2,}):(?!\/\/)\/*(.+)$/;

const tidy = (path: string): string =>
  path
    .replace(/\/+$/, '')
    .replace(/\.git$/, '')
    .replace(/\/+$/, '');

/** The web address of what git calls a remote, without credentials; undefined for a path. */
export const webAddress = (remote: string): string | undefined => {
  const [, host, port, path] = secure.exec(remote) ?? [];
  if (host !== undefined && path !== undefined) {
    const web = remote.startsWith('http') && port !== undefined ? `:${port}` : '';
    return `${remote.startsWith('http:') ? 'http' : 'https'}://${host}${web}/${tidy(path)}`;
  }
  const [, shortHost, shortPath] = remote.includes('://') ? [] : (short.exec(remote) ?? []);
  return shortHost === undefined || shortPath === undefined ? undefined : `https://${shortHost}/${tidy(shortPath)}`;
};

/** The repository behind an address; without a forge when its host tells none and nobody named one. */
export const repositoryOf = (url: string, named?: ForgeName): Repository | UnknownForge => {
  const address = tidy(url);
  const host = /^https?:\/\/([^/:]+)/.exec(address)?.[1]?.toLowerCase() ?? '';
  const forge = named ?? hosts.find(([pattern]) => pattern.test(host))?.[1];
  return forge === undefined ? { url: address } : { url: address, forge };
};

export const isKnownForge = (repository: Repository | UnknownForge): repository is Repository => 'forge' in repository;

const part = (name: string): string => encodeURIComponent(name).replaceAll('%2F', '/');

interface Addresses {
  readonly pull: string;
  readonly issue: string;
  readonly commit: string;
  readonly compare: (from: string, to: string) => string;
  readonly tag: (name: string) => string;
}

const dots = (from: string, to: string): string => `${part(from)}...${part(to)}`;

const addresses: Readonly<Record<ForgeName, Addresses>> = {
  github: {
    pull: 'pull/',
    issue: 'issues/',
    commit: 'commit/',
    compare: (from, to) => `compare/${dots(from, to)}`,
    tag: (name) => `releases/tag/${part(name)}`,
  },
  gitlab: {
    pull: '-/merge_requests/',
    issue: '-/issues/',
    commit: '-/commit/',
    compare: (from, to) => `-/compare/${dots(from, to)}`,
    tag: (name) => `-/tags/${part(name)}`,
  },
  bitbucket: {
    pull: 'pull-requests/',
    issue: 'issues/',
    commit: 'commits/',
    // Bitbucket compares backwards, with a carriage return between the two.
    compare: (from, to) => `branches/compare/${part(to)}%0D${part(from)}`,
    tag: (name) => `commits/tag/${part(name)}`,
  },
  gitea: {
    pull: 'pulls/',
    issue: 'issues/',
    commit: 'commit/',
    compare: (from, to) => `compare/${dots(from, to)}`,
    tag: (name) => `releases/tag/${part(name)}`,
  },
};

const originOf = (url: string): string => /^https?:\/\/[^/]+/.exec(url)?.[0] ?? url;

/** Where an issue or pull request is found; one of another repository is looked for on the same host. */
export const referenceUrl = (repository: Repository, { repository: other, number }: Reference, kind: 'pull' | 'issue'): string =>
  `${other === undefined ? repository.url : `${originOf(repository.url)}/${other}`}/${addresses[repository.forge][kind]}${number}`;

export const commitUrl = ({ url, forge }: Repository, id: string): string => `${url}/${addresses[forge].commit}${id}`;

/** Where two tags, or a tag and HEAD, are compared. */
export const compareUrl = ({ url, forge }: Repository, from: string, to: string): string => `${url}/${addresses[forge].compare(from, to)}`;

/** Where the first release is found: there is nothing to compare it with. */
export const tagUrl = ({ url, forge }: Repository, name: string): string => `${url}/${addresses[forge].tag(name)}`;
