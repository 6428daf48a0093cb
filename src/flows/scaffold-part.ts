/** A part of what a new release consists of. */
import type { Artifact } from '../model/artifact.ts';

export interface Part {
  readonly artifacts: readonly Artifact[];
  /** What the reader has to know, one sentence each. */
  readonly notes: readonly string[];
  /** What the documents were made of, for `--json`. */
  readonly context: Readonly<Record<string, unknown>>;
}
