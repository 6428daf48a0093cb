/** Edits: what an action changes in one document, and what it says about it. */
import type { Source } from '../../model/source.ts';
import { UsageError } from '../../model/usage-error.ts';
import type { Splice } from './splice.ts';

export interface Edit {
  /** Nothing to change: the document says so already. */
  readonly splices: readonly Splice[];
  /** What was done, in a few words, such as `ticked "Tests pass"`. */
  readonly summary: string;
}

export const unchanged = (summary: string): Edit => ({ splices: [], summary });

/** Bytes that are not UTF-8 would come back as other bytes. */
export const refuseUndecodable = ({ path, undecodableAt }: Source): void => {
  if (undecodableAt !== undefined)
    throw new UsageError(`${path}: The file is not UTF-8, so an edit would change other bytes too. Convert it to UTF-8 first.`);
};
