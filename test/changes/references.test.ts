/** References in headers, prose and trailers. */
import { describe, expect, it } from 'vitest';
import { readMessage } from '../../src/changes/message.ts';
import { pullsOfHeader, referencesIn, referencesOf } from '../../src/changes/references.ts';

describe('pull requests of a header', () => {
  it.each([
    ['feat: x (#12)', 'feat: x', ['#12']],
    ['feat: x (#12) (#15)', 'feat: x', ['#12', '#15']],
    ['feat: x (#12, #13)', 'feat: x', ['#12', '#13']],
    ['feat: x (!7)', 'feat: x', ['#7']],
    ['feat: x (other/repo#46)', 'feat: x', ['other/repo#46']],
    ['feat: x (see below)', 'feat: x (see below)', []],
    ['feat: x #12', 'feat: x #12', []],
    ['feat: x (#12', 'feat: x (#12', []],
  ])('%s', (header, text, pulls) => {
    const read = pullsOfHeader(header);
    expect(read.text).toBe(text);
    expect(read.pulls.map(({ repository = '', number }) => `${repository}#${number}`)).toEqual(pulls);
  });
});

const named = (text: string): { pulls: string[]; issues: string[] } => {
  const { pulls, issues } = referencesOf(readMessage(`fix: x\n\n${text}`));
  const name = ({ repository = '', number }: { repository?: string | undefined; number: number }): string => `${repository}#${number}`;
  return { pulls: pulls.map(name), issues: issues.map(name) };
};

describe('issues', () => {
  it.each([
    ['Closes #1', ['#1']],
    ['This fixes #1, other/repo#2 and #3.', ['#1', 'other/repo#2', '#3']],
    ['Refs: #1, GH-4', ['#1', '#4']],
    ['Closes: https://github.com/other/repo/issues/9', ['other/repo#9']],
    ['Fixes group/sub/project#5', ['group/sub/project#5']],
    ['It came up in #4, and costs 5 #hash', []],
    ['Fixes the colour #123abc', []],
  ])('%s', (text, issues) => {
    expect(named(text).issues).toEqual(issues);
  });

  it('tells merge requests from issues', () => {
    expect(named('See merge request group/project!12')).toEqual({ pulls: ['#12'], issues: [] });
    expect(named('Refs: !7, #8')).toEqual({ pulls: ['#7'], issues: ['#8'] });
  });

  it('looks for none in code spans', () => {
    expect(referencesIn('keep `#12` and #13')).toEqual([{ number: 13 }]);
  });
});
