/** Standings: how much a finding weighs once its state and its waiver count, worst first. */
import { type Finding, severities } from '../model/finding.ts';

const standings = [...severities, 'pending', 'waived'] as const;

/** A waived finding is `waived`, one that is not due yet `pending`; every other weighs its severity. */
export type Standing = (typeof standings)[number];

export const standingOf = (finding: Finding): Standing => {
  if (finding.waived !== undefined) return 'waived';
  return finding.state === 'pending' ? 'pending' : finding.severity;
};

const weigh = (finding: Finding): number => standings.indexOf(standingOf(finding));

/** The worst first; equals keep their order. */
export const sortWorstFirst = (findings: readonly Finding[]): Finding[] => findings.toSorted((a, b) => weigh(a) - weigh(b));

/** How many findings there are of each standing. */
export const countStandings = (findings: readonly Finding[]): Record<Standing, number> => {
  const counts = { error: 0, warning: 0, info: 0, pending: 0, waived: 0 };
  for (const finding of findings) counts[standingOf(finding)] += 1;
  return counts;
};
