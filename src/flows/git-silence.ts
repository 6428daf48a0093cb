/** What a check has to say where git was asked and holds only a part of the history. */
import type { NoFacts } from '../facts/git-commit.ts';
import type { ReadTarget } from './read.ts';

const mostNamed = 3;

const named = (paths: readonly string[]): string => {
  const more = paths.length - mostNamed;
  return `${paths.slice(0, mostNamed).join(', ')}${more > 0 ? `, and ${more} more` : ''}`;
};

const asking: readonly string[] = ['incident', 'approvals'];

/** The notes of a run: which facts of which documents are absent, and how to get them. None where git knew all, or nothing at all. */
export const notesOnSilence = (silence: NoFacts | undefined, read: readonly ReadTarget[]): string[] => {
  if (silence?.partial !== true) return [];
  const paths = read.filter(({ document }) => asking.includes(document.kind)).map(({ target }) => target.path);
  return [
    `This is a shallow clone, so git cannot say when documents were reported, explained or changed since their approval (${named(paths)}), and deadlines by git's clock are not judged. Fetch the whole history: git fetch --unshallow, or fetch-depth: 0 in CI.`,
  ];
};
