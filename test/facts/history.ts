/** Repositories with a story: commits at fixed times by named people, and histories made by hand. */
import { gitHistory } from '../../src/facts/git-history.ts';
import type { LogCommit, Touch } from '../../src/facts/git-log.ts';
import type { GitSpot } from '../../src/facts/git-state.ts';
import { type History, isKnown, touchesByPath } from '../../src/facts/git-versions.ts';
import { readDocument } from '../../src/kinds/index.ts';
import type { Document } from '../../src/model/document.ts';
import { sourceOfText } from '../../src/model/source.ts';
import { git, isolated, write } from '../tree/sandbox.ts';

/** `2026-01-05T10:00:00Z` for `5 10:00`. */
export const moment = (short: string): string => {
  const [day = '', time = '00:00'] = short.split(' ');
  return `2026-01-${day.padStart(2, '0')}T${time}:00Z`;
};

/** An environment in which commits are made at a moment by an author, and by another committer if one is named. */
export const at = (short: string, name = 'Alice', committer = name): typeof isolated => ({
  ...isolated,
  GIT_AUTHOR_DATE: moment(short),
  GIT_COMMITTER_DATE: moment(short),
  GIT_AUTHOR_NAME: name,
  GIT_AUTHOR_EMAIL: `${name.toLowerCase()}@example.org`,
  GIT_COMMITTER_NAME: committer,
  GIT_COMMITTER_EMAIL: `${committer.toLowerCase()}@example.org`,
});

/** Writes files (undefined deletes), stages everything and commits; returns the commit's id. */
export const commitAt = (root: string, env: typeof isolated, files: Readonly<Record<string, string>> = {}): string => {
  write(root, files);
  git(root, ['add', '-A'], env);
  git(root, ['commit', '-q', '--allow-empty', '-m', 'change'], env);
  return git(root, ['rev-parse', 'HEAD']);
};

/** The history of a repository that has one. */
export const historyOf = async (root: string, spot: Partial<GitSpot> = {}): Promise<History> => {
  const history = await gitHistory({ root, env: isolated, ...spot })();
  if (!isKnown(history)) throw new Error(history.reason);
  return history;
};

export const incident = (text: string, path = 'INC-1.md'): Document => readDocument(sourceOfText(path, text), 'incident');

/** As the flows answer it: by the reader of incident reports. */
export const states = (source: Document['source']): boolean => {
  const cause = readDocument(source, 'incident').data['rootCause'] as { readonly empty?: boolean } | undefined;
  return cause !== undefined && cause.empty !== true;
};

export const commitOf = (order: number, short: string): LogCommit => ({
  id: `c${order}`,
  order,
  author: { name: 'Alice', email: 'alice@example.org' },
  authoredAt: moment(short),
  committer: { name: 'Alice', email: 'alice@example.org' },
  committedAt: moment(short),
});

/** A touch written as `path@blob`, made of others. */
export const touch = (commit: LogCommit, made: string, ...from: readonly string[]): Touch => {
  const version = (text: string) => ({ path: text.split('@')[0] ?? '', blob: text.split('@')[1] ?? '' });
  return { ...version(made), commit, from: from.map(version) };
};

export const historyWith = (files: Readonly<Record<string, string>>, touches: readonly Touch[]): History => ({
  commit: 'head',
  files: new Map(Object.entries(files)),
  touches: touchesByPath(touches),
});
