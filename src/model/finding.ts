/** Findings: rules that did not hold, each at a place. */
import type { Place } from './source.ts';

export const severities = ['error', 'warning', 'info'] as const;

export type Severity = (typeof severities)[number];

/** `failed`: the rule does not hold. `pending`: it does not have to hold yet. */
export type FindingState = 'failed' | 'pending' | 'indeterminate' | 'late';

/** Who excused a finding, why and until when. */
export interface Waiver {
  readonly reason: string;
  readonly owner: string;
  readonly expires: string;
  /** Where the waiver stands: in the judged document itself, or in the configuration. */
  readonly origin: 'document' | 'configuration';
}

/** Another place that explains a finding. */
export interface Related {
  readonly message: string;
  readonly place: Place;
}

export interface Finding {
  /** `<policy>/<rule>`. */
  readonly rule: string;
  readonly severity: Severity;
  readonly state: FindingState;
  readonly message: string;
  readonly place: Place;
  /** JSON pointer into the document's model. */
  readonly pointer: string;
  readonly expected?: string;
  readonly actual?: string;
  readonly fix?: string;
  /** The page that explains the rule, where there is one. */
  readonly help?: string;
  /** Stable over moves of the line: rule, path, item and occurrence. */
  readonly fingerprint: string;
  readonly related: readonly Related[];
  readonly waived?: Waiver;
}

const compare = (a: string | number, b: string | number): number => (a < b ? -1 : a > b ? 1 : 0);

/** Path, line, column, rule, pointer: the order of every report, whatever the order of reading. */
export const compareFindings = (a: Finding, b: Finding): number =>
  compare(a.place.path, b.place.path) ||
  a.place.start.offset - b.place.start.offset ||
  compare(a.rule, b.rule) ||
  compare(a.pointer, b.pointer) ||
  compare(a.message, b.message);
