/** The data of a document: what every kind holds, and what each kind adds. `schemas/<kind>.schema.json` says the same to others. */
import type { Blank } from './parts/blank.ts';
import type { Duration } from './parts/duration.ts';
import type { FieldModel } from './parts/field.ts';
import type { Action, DeclaredDuration, Events, Id, Severity, Step } from './parts/incident.ts';
import type { Code, Link } from './parts/link.ts';
import type { Lookalike } from './parts/lookalike.ts';
import type { Marked } from './parts/marked.ts';
import type { PartModel } from './parts/part.ts';
import type { Deliverable, Phase, Slot } from './parts/phase.ts';
import type { Placeholder } from './parts/placeholder.ts';
import type { Problem } from './parts/problem.ts';
import type { ItemCounts } from './parts/progress.ts';
import type { LostHeading, Release, ReleaseLink, UnreadRelease } from './parts/release.ts';
import type { SectionModel } from './parts/section.ts';
import type { SignOff, UnreadSignOff } from './parts/sign-off.ts';
import type { Stage } from './parts/stage.ts';
import type { TableModel } from './parts/table.ts';
import type { Task } from './parts/task.ts';
import type { Threshold } from './parts/threshold.ts';
import type { Time } from './parts/time.ts';
import type { TimelineEntry } from './parts/timeline.ts';
import type { Waiver } from './parts/waiver.ts';

/** What a document says of itself; without a word from it, it counts as complete. */
export type Claim = 'draft' | 'in-progress' | 'complete';

export interface BaseData {
  readonly title?: string;
  readonly claim?: Claim;
  readonly sections: readonly SectionModel[];
  readonly fields: Readonly<Record<string, FieldModel>>;
  readonly blanks: readonly Blank[];
  readonly tasks: readonly Task[];
  readonly lookalikes: readonly Lookalike[];
  readonly marked: readonly Marked[];
  readonly signOffs: readonly SignOff[];
  readonly unreadSignOffs: readonly UnreadSignOff[];
  readonly timeline: readonly TimelineEntry[];
  readonly thresholds: readonly Threshold[];
  readonly tables: readonly TableModel[];
  readonly links: readonly Link[];
  readonly code: readonly Code[];
  readonly placeholders: readonly Placeholder[];
  readonly problems: readonly Problem[];
  readonly waivers: readonly Waiver[];
}

interface Checklist {
  readonly version?: string;
  readonly progress: ItemCounts;
}

interface Approvals {
  readonly subjects: readonly string[];
  readonly approvedRoles: readonly string[];
}

interface Incident {
  readonly id?: Id;
  readonly fileId?: Id;
  readonly date?: Time;
  readonly severity?: Severity;
  readonly events: Events;
  readonly course: readonly Step[];
  readonly duration?: Duration;
  readonly durations: readonly DeclaredDuration[];
  readonly impact?: PartModel;
  readonly summary?: PartModel;
  readonly timelineSection?: PartModel;
  readonly rootCause?: PartModel;
  readonly resolution?: PartModel;
  readonly preventiveMeasures?: PartModel;
  readonly actions: readonly Action[];
}

/** What process and promotion documents say of rolling back. */
interface Rollback {
  readonly rollback?: PartModel;
  readonly rollbackTriggers: readonly string[];
  readonly requiredLogs: readonly string[];
  readonly dashboards: readonly string[];
}

interface Promotion extends Rollback {
  readonly stages: readonly Stage[];
}

interface Process extends Rollback {
  readonly phases: readonly Phase[];
  readonly deliverables: readonly Deliverable[];
  readonly schedule: readonly Slot[];
}

interface Changelog {
  readonly style: 'keep-a-changelog' | 'other';
  readonly releases: readonly Release[];
  readonly unreadReleases: readonly UnreadRelease[];
  readonly lostHeadings: readonly LostHeading[];
  readonly releaseLinks: readonly ReleaseLink[];
}

/** What each kind adds to the base. */
export interface OwnData {
  readonly checklist: Checklist;
  readonly approvals: Approvals;
  readonly incident: Incident;
  readonly promotion: Promotion;
  readonly process: Process;
  readonly changelog: Changelog;
  readonly document: object;
}

/** The data of a document of any kind, with the facts that were asked; what its kind does not have is absent. */
export type DocumentData = BaseData &
  Partial<Checklist & Approvals & Incident & Promotion & Process & Changelog> & {
    /** How the record stands to its template. */
    readonly template?: object;
  };
