/** A tree of git objects: what the index and a commit have in common. */
import { blobReader } from './blobs.ts';
import { type Entry, treeOfEntries } from './entries.ts';
import type { Environment } from './git.ts';
import type { Tree } from './tree.ts';

export interface GitEntry {
  /** Relative to the root, as git decodes to UTF-8. */
  readonly path: string;
  /** Six octal digits: `100644`, `100755`, `120000` (symbolic link), `160000` (submodule). */
  readonly mode: string;
  readonly oid: string;
}

export interface GitSnapshot {
  readonly name: string;
  readonly root: string;
  readonly entries: readonly GitEntry[];
}

/** Whether a mode is that of a file with text of its own. */
export const isFileMode = (mode: string): boolean => mode.startsWith('100');

const kindOf = (mode: string): Entry<string>['kind'] => {
  if (isFileMode(mode)) return 'file';
  return mode === '120000' ? 'link' : 'module';
};

/** The tree of the entries; a blob is fetched when it is read. */
export const gitTree = ({ name, root, entries }: GitSnapshot, env?: Environment): Tree =>
  treeOfEntries({
    name,
    entries: entries.map(({ path, mode, oid }) => ({ path, kind: kindOf(mode), content: oid })),
    read: blobReader(root, env),
  });
