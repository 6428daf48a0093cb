/** Bodies: what of a release can be written to. */
import type { RootContent } from 'mdast';
import { rangeOfNode } from '../../../markdown/nodes.ts';
import { lineEndAt } from '../splice.ts';
import type { Group } from './groups.ts';
import type { Habits } from './habits.ts';
import { type Block, detailsAt, type Log } from './log.ts';

/** What is written into a release. */
export interface Body {
  readonly log: Log;
  readonly habits: Habits;
  /** End of the line below which the body starts. */
  readonly headEnd: number;
  /** Its nodes outside of `<details>`. */
  readonly nodes: readonly RootContent[];
  /** Those of them above the first group. */
  readonly own: readonly RootContent[];
  readonly groups: readonly Group[];
  readonly depth: number;
}

/** The body of a block, or of what of it stands below an offset. */
export const bodyOf = (log: Log, habits: Habits, { block, from }: { block: Block; from?: number }): Body => {
  const headEnd = from ?? lineEndAt(log.source, rangeOfNode(block.heading).end);
  const nodes = block.nodes.filter((node) => {
    const { start, end } = rangeOfNode(node);
    return start >= headEnd && detailsAt(log, end) === 0;
  });
  const groups = block.groups.filter(({ head }) => nodes.includes(head));
  const first = groups[0]?.range.start ?? Infinity;
  const own = nodes.filter((node) => block.section.body.includes(node) && rangeOfNode(node).start < first);
  return { log, habits, headEnd, nodes, own, groups, depth: block.heading.depth };
};
