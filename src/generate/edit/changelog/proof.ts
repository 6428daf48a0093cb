/** Proofs: an edit counts only if the reader finds the new entries, and every other release as it was. */
import type { NewSection } from '../changelog-section.ts';
import { type Block, isPending, type Log } from './log.ts';

export interface Wanted {
  readonly sections: readonly NewSection[];
  readonly added: number;
}

const isTarget = (log: Log, block: Block, { sections }: Wanted): boolean =>
  isPending(log, block) || sections.some(({ version }) => version !== undefined && version === block.release.version);

// Whether a heading's label is defined may change: definitions are added.
const others = (log: Log, wanted: Wanted): string =>
  JSON.stringify(
    log.blocks
      .filter((block) => !isTarget(log, block, wanted))
      .map(({ release: { link: _, ...release }, start, end }) => [release, log.source.text.slice(start, end)]),
  );

const entriesOf = ({ blocks }: Log): number => blocks.reduce((sum, { release }) => sum + release.entries, 0);

/** Whether each version is there once, all entries are found, and the other releases are what they were. */
export const isProved = (was: Log, is: Log, wanted: Wanted): boolean => {
  const count = (version: string): number => is.blocks.filter(({ release }) => release.version === version).length;
  return (
    wanted.sections.every(({ version }) => version === undefined || count(version) === 1) &&
    entriesOf(is) - entriesOf(was) === wanted.added &&
    others(was, wanted) === others(is, wanted)
  );
};
