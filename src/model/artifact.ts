/** Artifacts: whole files that docgate would write, thought out before anything is touched. */
export interface Artifact {
  /** POSIX, relative to the root; absolute for a hook that git keeps elsewhere. */
  readonly path: string;
  /** The whole file, byte order mark included; undefined: the file goes. */
  readonly text: string | undefined;
  /** The file that the plan was made from; undefined: no file may stand there yet. */
  readonly before: string | undefined;
  /** Permission bits of a new file, such as 0o755, or of one that comes back; a file that exists keeps its own. */
  readonly mode?: number;
}
