/** A report: everything a run found, as one value that each format prints. */
import type { Claim } from './data.ts';
import type { KindName, Progress } from './document.ts';
import type { Finding, Severity } from './finding.ts';
import type { Source } from './source.ts';

/** `indeterminate`: something could not be told, for example a deadline whose start is unknown. */
export type Verdict = 'pass' | 'fail' | 'pending' | 'indeterminate';

export interface FileReport {
  readonly path: string;
  readonly kind: KindName;
  readonly claim: Claim;
  readonly progress: Progress;
}

export interface Summary {
  readonly files: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  /** Findings that are not due yet; they are counted here and nowhere else. */
  readonly pending: number;
  /** Findings excused by a waiver; they are counted here and nowhere else. */
  readonly waived: number;
}

/** What a rule is, for formats that list rules. */
export interface RuleInfo {
  readonly id: string;
  readonly description: string;
  readonly severity: Severity;
  /** The page that explains the rule, where there is one. */
  readonly help?: string;
}

export interface Report {
  readonly tool: { readonly name: string; readonly version: string };
  /** The instant that counted as now, RFC 3339. */
  readonly asOf: string;
  readonly verdict: Verdict;
  readonly summary: Summary;
  /** Sorted by path. */
  readonly files: readonly FileReport[];
  /** Sorted by `compareFindings`. */
  readonly findings: readonly Finding[];
  /** Every rule that was applied, sorted by id. */
  readonly rules: readonly RuleInfo[];
}

/** What formats may use beside the report. */
export interface PrintOptions {
  readonly color: boolean;
  readonly quiet: boolean;
  /** Columns of the terminal. */
  readonly width: number;
  /** What makes this run fail, as the command line asks. */
  readonly failing: readonly (Severity | 'pending')[];
  /** By path, for code frames. */
  readonly sources: ReadonlyMap<string, Source>;
}

/** Prints a report: pure, the same bytes for the same input. */
export type Print = (report: Report, options: PrintOptions) => string;
