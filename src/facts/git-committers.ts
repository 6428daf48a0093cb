/** Who put a passage where it stands: the committers of its lines. */
import type { Range, Source } from '../model/source.ts';
import type { Blame } from './git-blame.ts';
import { distinctPeople, type Identity } from './git-commit.ts';

export interface Provenance {
  readonly committers: readonly Identity[];
  readonly authors: readonly Identity[];
  /** The ids of the commits that the lines stem from. */
  readonly commits: readonly string[];
  /** At least one of the lines is not committed, so the others do not speak for the whole. */
  readonly uncommitted: boolean;
}

const newlines = (text: string): number => text.split('\n').length - 1;

/** Where a passage came from. A lone `\r` ends a line for Markdown but not for git, so git's lines are counted anew. */
export const provenanceOf = (blame: Blame, { text }: Source, { start, end }: Range): Provenance => {
  const first = newlines(text.slice(0, start));
  const last = first + newlines(text.slice(start, Math.max(start, end)).replace(/\n$/, ''));
  const lines = Array.from({ length: last - first + 1 }, (_, index) => blame[first + index]);
  const commits = lines.flatMap((line) => (line === undefined ? [] : [line.commit]));
  return {
    committers: distinctPeople(commits.map(({ committer }) => committer)),
    authors: distinctPeople(commits.map(({ author }) => author)),
    commits: [...new Set(commits.map(({ id }) => id))],
    uncommitted: commits.length < lines.length,
  };
};
