/** Findings of the first run → what starts below "error", and what does not. */
import type { Finding } from '../../model/finding.ts';
import type { Group } from './groups.ts';

/** A rule that does not hold yet in the files of one group. */
export interface Relaxed {
  readonly rule: string;
  /** `off` where the document is not meant to be settled at all. */
  readonly severity: 'warning' | 'off';
  /** `path:line`, in order. */
  readonly places: readonly string[];
  readonly files: number;
}

export interface RelaxedGroup extends Group {
  readonly relaxed: readonly Relaxed[];
}

export interface Relaxing {
  readonly groups: readonly RelaxedGroup[];
  /** Findings that stay errors. */
  readonly kept: readonly Finding[];
}

// A gate that may overlook what it could not read is none, and an excuse that ran out must not be excused again.
const unrelaxable =
  /\/(?:unreadable(?:-.*)?|malformed-box|conflict-marker|mojibake|unread-timeline|unread-time|unread-release|unread-state|unread-sign-offs|no-items|no-sign-offs|no-releases|unknown-template|[a-z]+-waiver)$/;

// The boxes of a process are steps of every release: nobody ticks them there.
const standingSteps = /^(?:process)\/(?:open-items|deliverable-open)$/;

/** Whether a finding fails a run. */
export const isFailing = ({ severity, state, waived }: Finding): boolean =>
  severity === 'error' && state !== 'pending' && waived === undefined;

const spotOf = ({ place }: Finding): string => `${place.path}:${place.start.line}`;

const relaxedOf = (rule: string, findings: readonly Finding[], ticked: ReadonlySet<string>): Relaxed => {
  const files = new Set(findings.map(({ place }) => place.path));
  const off = standingSteps.test(rule) && ![...files].some((path) => ticked.has(path));
  return { rule, severity: off ? 'off' : 'warning', places: [...new Set(findings.map(spotOf))], files: files.size };
};

const relaxGroup = (group: Group, findings: readonly Finding[], ticked: ReadonlySet<string>): RelaxedGroup => {
  const paths = new Set(group.paths);
  const own = findings.filter(({ place }) => paths.has(place.path));
  const rules = [...new Set(own.map(({ rule }) => rule))].sort();
  return {
    ...group,
    relaxed: rules.map((rule) =>
      relaxedOf(
        rule,
        own.filter((finding) => finding.rule === rule),
        ticked,
      ),
    ),
  };
};

/** Relaxes what fails, group by group. `ticked`: the paths in which something is ticked. */
export const relax = (groups: readonly Group[], findings: readonly Finding[], ticked: ReadonlySet<string>): Relaxing => {
  const failing = findings.filter(isFailing);
  const mendable = failing.filter(({ rule }) => !unrelaxable.test(rule));
  return {
    groups: groups.map((group) => relaxGroup(group, mendable, ticked)),
    kept: failing.filter(({ rule }) => unrelaxable.test(rule)),
  };
};
