/** Findings → report: counted, with a verdict. */
import type { Finding } from '../model/finding.ts';
import type { Report, RuleInfo, Summary, Verdict } from '../model/report.ts';
import type { Judged } from '../policy/waivers.ts';
import type { ReadTarget } from './read.ts';

const count = (findings: readonly Finding[], severity: Finding['severity']): number =>
  findings.filter((finding) => finding.severity === severity && finding.state !== 'pending' && finding.waived === undefined).length;

const summaryOf = (files: number, findings: readonly Finding[]): Summary => ({
  files,
  errors: count(findings, 'error'),
  warnings: count(findings, 'warning'),
  infos: count(findings, 'info'),
  pending: findings.filter(({ state, waived }) => state === 'pending' && waived === undefined).length,
  waived: findings.filter(({ waived }) => waived !== undefined).length,
});

// A gate that cannot tell must not pass; it says so when nothing else has failed.
const verdictOf = ({ errors, pending }: Summary, findings: readonly Finding[]): Verdict => {
  const failing = findings.filter(({ severity, state, waived }) => severity === 'error' && state !== 'pending' && waived === undefined);
  if (errors > 0) return failing.every(({ state }) => state === 'indeterminate') ? 'indeterminate' : 'fail';
  return pending > 0 ? 'pending' : 'pass';
};

const rulesApplied = (judged: readonly Judged[]): RuleInfo[] => {
  const rules = new Map(judged.flatMap((one) => one.rules.map(({ rule }) => [rule.id, rule] as const)));
  return [...rules.values()]
    .map(({ id, description, severity, help }) => ({
      id,
      description,
      severity: severity as RuleInfo['severity'],
      ...(help !== undefined && { help }),
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
};

const fileReport = ({ target, document }: ReadTarget): Report['files'][number] => ({
  path: target.path,
  kind: document.kind,
  claim: document.claim,
  progress: document.progress,
});

export interface Outcome {
  readonly tool: Report['tool'];
  readonly now: string;
  readonly read: readonly ReadTarget[];
  /** Everything that was judged, the configuration's waivers among it. */
  readonly judged: readonly Judged[];
  /** Sorted. */
  readonly findings: readonly Finding[];
}

/** The report of a run. */
export const reportOf = ({ tool, now, read, judged, findings }: Outcome): Report => {
  const summary = summaryOf(read.length, findings);
  return {
    tool,
    asOf: now,
    verdict: verdictOf(summary, findings),
    summary,
    files: read.map(fileReport),
    findings,
    rules: rulesApplied(judged),
  };
};
