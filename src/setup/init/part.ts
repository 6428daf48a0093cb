/** A part of a set-up: what would be changed, said and left to people. */
import type { Change } from '../hook/view.ts';

export interface Part {
  /** In order; paths are absolute or relative to the top of the repository. */
  readonly changes: readonly Change[];
  /** What the user should know or still has to do, a sentence each. */
  readonly notes: readonly string[];
  /** What it is about, for people; empty: nothing to say. */
  readonly summary: string;
}
