/** What the index changes against HEAD: the files a commit would touch. */
import { UsageError } from '../model/usage-error.ts';
import { type Environment, nulFields, runGit } from './git.ts';
import { isFileMode } from './git-tree.ts';

export interface StagedChange {
  /** POSIX path relative to the root. */
  readonly path: string;
  readonly status: 'added' | 'modified' | 'deleted' | 'renamed' | 'type-changed';
  /** The path before a rename. */
  readonly from?: string;
}

const statuses: Readonly<Record<string, StagedChange['status']>> = {
  A: 'added',
  D: 'deleted',
  M: 'modified',
  R: 'renamed',
  T: 'type-changed',
};

const statusOf = (letter: string, path: string): StagedChange['status'] => {
  if (letter === 'U') throw new UsageError(`${path} has a merge conflict. Resolve it and run git add.`);
  const status = statuses[letter];
  if (status === undefined) throw new Error(`git diff printed the status ${letter} for ${path}`);
  return status;
};

/** The changes in `git diff --raw -z`: `:<mode> <mode> <oid> <oid> <status><score>`, the path, for a rename the new path. */
function* changesIn(fields: Iterator<string, undefined>): Generator<StagedChange> {
  const next = (): string => fields.next().value ?? '';
  for (let header = next(); header !== ''; header = next()) {
    const [before = '', after = '', , , letter = ''] = header.slice(1).split(' ');
    const first = next();
    const status = statusOf(letter.charAt(0), first);
    const change = status === 'renamed' ? { path: next(), status, from: first } : { path: first, status };
    if (isFileMode(before) || isFileMode(after)) yield change;
  }
}

/**
 * The staged changes under a folder of a repository, sorted by path; before the first commit everything is added.
 * Symbolic links and submodules are left out, unless one takes a file's place or gives it back: that is `type-changed`.
 */
export const stagedChanges = async (root: string, env?: Environment): Promise<readonly StagedChange[]> => {
  const flags = ['--cached', '--raw', '-z', '--no-abbrev', '-M', '--ita-invisible-in-index', '--relative'];
  const fields = nulFields(await runGit(root, ['diff', ...flags, '--'], { env }));
  return [...changesIn(fields.values())].sort((a, b) => (a.path < b.path ? -1 : 1));
};
