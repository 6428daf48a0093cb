/** Which of the tests that a report names git saw being added after the incident. */
import { posix } from 'node:path';
import type { Document } from '../model/document.ts';
import type { Action } from '../model/parts/incident.ts';
import type { Commit } from './git-commit.ts';
import { fileHistory, type History } from './git-versions.ts';
import { resolveLink } from './links.ts';

export interface AddedTest {
  readonly path: string;
  readonly commit: Commit;
  /** Index of the action that names it. */
  readonly action: number;
}

// `pytest tests/a.py::test_b -k x`, `./tests/a.test.ts:12`: the file is one of the words, less what points into it.
const wordsOf = (command: string): string[] =>
  [command, ...command.split(/\s+/)].map((word) => word.replace(/^["']|["']$/g, '').replace(/(?:::|#).*$|:\d+(?::\d+)?$/s, ''));

const isLocal = (link: string): boolean => !/^(?:[a-z][a-z\d+.-]*:|\/\/|#)/i.test(link);

const decoded = (link: string): string => {
  try {
    return decodeURIComponent(link);
  } catch {
    return link;
  }
};

/** The files that an action may mean: from the root, else from the report's own folder. */
const namedFiles = (document: Document, { commands = [], links = [] }: Action, { files }: History): string[] => {
  const { path } = document.source;
  const fromCommands = commands.flatMap(wordsOf).map((word) => [posix.normalize(word.replace(/^\/+/, '')), resolveLink(path, word)]);
  const fromLinks = links.filter(isLocal).map((link) => [resolveLink(path, decoded(link.replace(/[?#].*$/s, '')))]);
  const meant = [...fromCommands, ...fromLinks].map((candidates) =>
    candidates.find((candidate) => candidate !== undefined && files.has(candidate)),
  );
  return [...new Set(meant.filter((file) => file !== undefined))];
};

/** The earliest addition, at or after an instant (RFC 3339 in UTC), of a file that an action with `prevents` names. */
export const firstAddedTest = (document: Document, history: History, since: string): AddedTest | undefined =>
  (document.data.actions ?? [])
    .flatMap((action, index) =>
      action.prevents === true ? namedFiles(document, action, history).map((path) => ({ path, action: index })) : [],
    )
    .flatMap(({ path, action }) => {
      const commit = fileHistory(history, path)?.added;
      return commit === undefined || commit.committedAt < since ? [] : [{ path, commit, action }];
    })
    .sort((a, b) =>
      a.commit.committedAt < b.commit.committedAt ? -1 : a.commit.committedAt > b.commit.committedAt ? 1 : a.action - b.action,
    )
    .at(0);
