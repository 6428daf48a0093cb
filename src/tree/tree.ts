/** The port through which files are read: the work tree, the git index, a commit or memory. */

/** A symbolic link, and the path in the tree that it ends at; without one it leads nowhere or out of the tree. */
export interface Link {
  readonly path: string;
  readonly target?: string;
}

export interface Tree {
  /** What it is, for messages: `work tree`, `index`, `commit abc1234`, `memory`. */
  readonly name: string;
  /**
   * Files that match any of the globs, as POSIX paths relative to the root, sorted by code unit.
   * Globs are those of the package glob (minimatch); names in `ignore` globs are left out.
   */
  readonly list: (patterns: readonly string[], ignore?: readonly string[]) => Promise<readonly string[]>;
  /** Symbolic links whose own path matches any of the globs: `list` leaves them out, for each file keeps one name. */
  readonly links?: (patterns: readonly string[]) => Promise<readonly Link[]>;
  /** The bytes of a file, or undefined where there is none. Directories and links out of the tree have none. */
  readonly read: (path: string) => Promise<Uint8Array | undefined>;
  /** Whether a file or folder is there; undefined when the path leads out of the tree. */
  readonly has: (path: string) => Promise<boolean | undefined>;
}
