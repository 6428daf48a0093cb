/** Addresses of remotes and forges. */
import { describe, expect, it } from 'vitest';
import {
  commitUrl,
  compareUrl,
  type ForgeName,
  isKnownForge,
  referenceUrl,
  repositoryOf,
  tagUrl,
  webAddress,
} from '../../src/changes/forge.ts';

describe('the web address of a remote', () => {
  it.each([
    ['git@github.com:o/r.git', 'https://github.com/o/r'],
    ['ssh://git@github.com:22/o/r.git', 'https://github.com/o/r'],
    ['https://user:secret@github.com/o/r.git', 'https://github.com/o/r'],
    ['https://git.example.org:8443/o/r/', 'https://git.example.org:8443/o/r'],
    ['git://github.com/o/r', 'https://github.com/o/r'],
    ['gitlab.example.org:group/sub/r.git', 'https://gitlab.example.org/group/sub/r'],
    ['/srv/git/r.git', undefined],
    ['../r', undefined],
    ['file:///srv/r.git', undefined],
    ['C:\\git\\r', undefined],
  ])('%s', (remote, address) => {
    expect(webAddress(remote)).toBe(address);
  });
});

describe('links', () => {
  it.each<[ForgeName, string, string, string]>([
    ['github', 'https://github.com/o/r', '/compare/v1...a/v%402', '/pull/7'],
    ['gitlab', 'https://gitlab.com/o/r', '/-/compare/v1...a/v%402', '/-/merge_requests/7'],
    ['bitbucket', 'https://bitbucket.org/o/r', '/branches/compare/a/v%402%0Dv1', '/pull-requests/7'],
    ['gitea', 'https://codeberg.org/o/r', '/compare/v1...a/v%402', '/pulls/7'],
  ])('%s', (forge, url, compare, pull) => {
    const repository = repositoryOf(url);
    if (!isKnownForge(repository)) throw new Error('unknown');
    expect(repository.forge).toBe(forge);
    expect(compareUrl(repository, 'v1', 'a/v@2')).toBe(`${url}${compare}`);
    expect(referenceUrl(repository, { number: 7 }, 'pull')).toBe(`${url}${pull}`);
    expect(referenceUrl(repository, { repository: 'x/y', number: 7 }, 'pull')).toBe(`${url.replace('o/r', 'x/y')}${pull}`);
    expect(commitUrl(repository, 'abc')).toContain('/commit');
    expect(tagUrl(repository, 'v1')).toMatch(/\/v1$/);
  });

  it('guesses no forge', () => {
    expect(isKnownForge(repositoryOf('https://git.example.org/o/r'))).toBe(false);
    expect(repositoryOf('https://git.example.org/o/r', 'gitea')).toEqual({ url: 'https://git.example.org/o/r', forge: 'gitea' });
  });
});
