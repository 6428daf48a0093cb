/** The port through which files are read: the work tree, the git index, a commit or memory. */

export interface Tree {
  /** What it is, for messages: `work tree`, `index`, `commit abc1234`, `memory`. */
  readonly name: string;
  /**
   * Files that match any of the globs, as POSIX paths relative to the root, sorted by code unit.
   * Globs are those of the package glob (minimatch); names in `ignore` globs are left out.
   */
  readonly list: (patterns: readonly string[], ignore?: readonly string[]) => Promise<readonly string[]>;
  /** The bytes of a file, or undefined where there is none. Directories and links out of the tree have none. */
  readonly read: (path: string) => Promise<Uint8Array | undefined>;
  /** Whether a file or folder is there; undefined when the path leads out of the tree. */
  readonly has: (path: string) => Promise<boolean | undefined>;
}
