/** Governed documents → what they record of one release. */
import type { Config } from '../config/types.ts';
import type { KindName } from '../model/document.ts';
import {
  type Approval,
  approvalsIn,
  belongsTo,
  type ChecklistProgress,
  type ClosedIncident,
  closedIncident,
  type Period,
  progressOf,
} from '../release/records.ts';
import type { Tree } from '../tree/tree.ts';
import { withApprovalFacts } from './approval-facts.ts';
import { type GitSpot, gitSources } from './git-facts.ts';
import { type ReadTarget, readTargets } from './read.ts';
import { governedTargets } from './targets.ts';

export interface RecordsRequest {
  /** Where git is asked what commits held; without it, an approval of a commit is bound to nothing that could have changed. */
  readonly git?: GitSpot;
  readonly tree: Tree;
  readonly config: Config;
  readonly version: string;
  readonly period: Period;
}

export interface ReleaseRecords {
  readonly approvals: readonly Approval[];
  readonly checklists: readonly ChecklistProgress[];
  readonly incidents: readonly ClosedIncident[];
}

const ofKind = (read: readonly ReadTarget[], kind: KindName): ReadTarget[] => read.filter(({ document }) => document.kind === kind);

/** Reads what is governed; approvals are those that still stand for the content that is there. */
export const readRecords = async ({ git, tree, config, version, period }: RecordsRequest): Promise<ReleaseRecords> => {
  const read = await readTargets(tree, await governedTargets({ tree, config, paths: [] }));
  const ours = read.filter(({ document }) => belongsTo(document, version));
  const signed = await withApprovalFacts(ofKind(ours, 'approvals'), {
    tree,
    config,
    provenance: false,
    ...(git && { git: gitSources(git) }),
  });
  return {
    approvals: signed.flatMap(({ document }) => approvalsIn(document)),
    checklists: ofKind(ours, 'checklist').flatMap(({ document }) => progressOf(document) ?? []),
    incidents: ofKind(read, 'incident').flatMap(({ document }) => closedIncident(document, period) ?? []),
  };
};
