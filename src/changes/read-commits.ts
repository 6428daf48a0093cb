/** Commits with what they say: their own message, what stands in for it, or the pull request that they merge. */
import type { Reference } from '../model/changes.ts';
import type { HistoryCommit } from '../model/history.ts';
import { readMerge } from './merge-message.ts';
import { type Message, readMessage } from './message.ts';
import { pullsOfHeader } from './references.ts';
import { type Revert, revertOf } from './revert.ts';

/** A commit and one thing that it says. */
export interface ReadCommit {
  readonly commit: HistoryCommit;
  readonly message: Message;
  /** The pull requests that its header names. */
  readonly pulls: readonly Reference[];
  /** The header without them. */
  readonly title: string;
  /** What it takes back. */
  readonly revert: Revert | undefined;
  /** It only joins two histories, or belongs to another commit: not to be listed. */
  readonly silent: boolean;
}

/** What a checked-in file says instead of a commit's own message; no message: the commit is left out. */
export interface Override {
  /** Object id, at least seven digits of it. */
  readonly commit: string;
  readonly messages: readonly string[];
}

const silence = readMessage('');

const belongsToAnother = /^(?:fixup|squash|amend)! /;

const silent = (commit: HistoryCommit, pulls: readonly Reference[]): ReadCommit => ({
  commit,
  message: silence,
  title: '',
  pulls,
  revert: undefined,
  silent: true,
});

const readOne = (commit: HistoryCommit, text: string): ReadCommit => {
  const merge = readMerge(text);
  if (merge !== undefined && merge.message === undefined) return silent(commit, merge.pulls);
  const message = readMessage(merge?.message ?? text);
  if (belongsToAnother.test(message.header)) return silent(commit, []);
  const { text: title, pulls } = pullsOfHeader(message.header);
  const revert = revertOf(message, title);
  return { commit, message, title, pulls: merge === undefined ? pulls : [...merge.pulls, ...pulls], revert, silent: false };
};

/** Finds what stands in for a commit's message. */
export type FindOverride = (id: string) => Override | undefined;

/** Abbreviated ids are looked up by their first seven digits. */
export const overrideFinder = (overrides: readonly Override[]): FindOverride => {
  if (overrides.length === 0) return () => undefined;
  const byStart = new Map<string, Override[]>();
  for (const override of overrides)
    byStart.set(override.commit.slice(0, 7), [...(byStart.get(override.commit.slice(0, 7)) ?? []), override]);
  return (id) => byStart.get(id.slice(0, 7))?.find(({ commit }) => id.startsWith(commit));
};

/** How commits are read. */
export interface Reading {
  readonly overrideOf: FindOverride;
  /** Commits that were read while git was still printing, by their ids. */
  readonly prepared: ReadonlyMap<string, ReadCommit>;
}

/** What a commit says by itself. */
export const readCommit = (commit: HistoryCommit): ReadCommit => readOne(commit, commit.message);

/** What each commit says, in their order; by an override one commit may say several things, or nothing. */
export const readCommits = (commits: readonly HistoryCommit[], { overrideOf, prepared }: Reading): ReadCommit[] =>
  commits.flatMap((commit) => {
    const override = overrideOf(commit.id);
    if (override === undefined) return [prepared.get(commit.id) ?? readCommit(commit)];
    if (override.messages.length === 0) return [silent(commit, [])];
    return override.messages.map((text) => readOne(commit, text));
  });

/** The same commit with nothing to say. */
export const silenced = ({ commit, pulls }: ReadCommit): ReadCommit => silent(commit, pulls);
