/** The index: what the next commit would hold, whatever the work tree says. */
import { UsageError } from '../model/usage-error.ts';
import { emptyTreeBeside } from './empty-tree.ts';
import { type Environment, nulFields, runGit } from './git.ts';
import { type GitEntry, gitTree } from './git-tree.ts';
import type { Tree } from './tree.ts';

/** The ids of a file without content, in SHA-1 and SHA-256 repositories. */
const emptyBlobs: readonly string[] = [
  'e69de29bb2d1d6434b8b29ae775ad8c2e48c5391',
  '473a0f4c3be8a93681a267e3b1e9a7dcda1185436fe141f7749120a303721813',
];

const isEmpty = ({ oid }: GitEntry): boolean => emptyBlobs.includes(oid);

const conflict = (path: string): UsageError =>
  new UsageError(`${path} has a merge conflict, so the index is not one snapshot. Resolve it and run git add.`);

/** An entry of `git ls-files --stage -z`: `<mode> <oid> <stage>`, a tab, the path. */
const entryOf = (field: string): GitEntry => {
  const [, mode, oid, stage, path] = /^(\d+) ([0-9a-f]+) (\d)\t(.*)$/s.exec(field) ?? [];
  if (mode === undefined || oid === undefined || path === undefined) throw new Error(`git ls-files printed ${JSON.stringify(field)}`);
  if (stage !== '0') throw conflict(path);
  return { path, mode, oid };
};

/**
 * The entries without those of `git add --intent-to-add`. They look like empty files, and only a diff leaves them out;
 * against the empty tree it answers for every entry, whatever HEAD holds.
 */
const withoutIntents = async (root: string, entries: readonly GitEntry[], env?: Environment): Promise<readonly GitEntry[]> => {
  const empty = entries.find(isEmpty);
  if (empty === undefined) return entries;
  const flags = ['--cached', '--name-only', '-z', '--no-renames', '--ita-invisible-in-index', '--relative'];
  const real = new Set(nulFields(await runGit(root, ['diff', ...flags, emptyTreeBeside(empty.oid), '--'], { env })));
  return entries.filter((entry) => !isEmpty(entry) || real.has(entry.path));
};

/** The tree of the index under a folder of a repository. GIT_INDEX_FILE is honoured; an unmerged path is a UsageError. */
export const indexTree = async (root: string, env?: Environment): Promise<Tree> => {
  const staged = nulFields(await runGit(root, ['ls-files', '--stage', '-z'], { env })).map(entryOf);
  return gitTree({ name: 'index', root, entries: await withoutIntents(root, staged, env) }, env);
};
