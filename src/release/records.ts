/** What documents record of a release: who approved it, how far its checklists are, which incidents were closed since the last one. */
import { approves } from '../model/approval.ts';
import type { Document } from '../model/document.ts';

export interface Approval {
  readonly role: string;
  readonly person: string;
  /** `YYYY-MM-DD`. */
  readonly date?: string;
}

export interface ChecklistProgress {
  readonly path: string;
  readonly title: string;
  readonly done: number;
  readonly notApplicable: number;
  readonly total: number;
}

export interface Measure {
  readonly text: string;
  readonly done: boolean;
}

export interface ClosedIncident {
  readonly id?: string;
  readonly title: string;
  readonly path: string;
  readonly severity?: string;
  /** `YYYY-MM-DD`, the day on which it was resolved. */
  readonly resolved: string;
  readonly measures: readonly Measure[];
}

/** The days of two releases, `YYYY-MM-DD`; without `after` from the beginning. */
export interface Period {
  readonly after?: string;
  readonly until: string;
}

const bare = (version: string): string => version.replace(/^v(?=\d)/i, '');

const namesVersion = (text: string | undefined, version: string): boolean =>
  (text ?? '').split(/[\s/(),:]+/).some((word) => bare(word) === bare(version));

/** Whether a document belongs to a release: its folder, its version field or its title say so. */
export const belongsTo = ({ source, data }: Document, version: string): boolean => {
  const folders = source.path.split('/').slice(0, -1);
  return (
    folders.some((folder) => bare(folder) === bare(version)) ||
    ['version', 'release', 'release-version', 'tag'].some((key) => namesVersion(data.fields[key]?.value, version)) ||
    namesVersion(data.title, version)
  );
};

/** The approvals that stand, in the order of the document. */
export const approvalsIn = ({ data }: Document): Approval[] =>
  data.signOffs.filter(approves).flatMap(({ role, person, date }) => {
    if (person === undefined) return [];
    return [{ role: role ?? '', person, ...(date?.date !== undefined && { date: date.date }) }];
  });

/** How far a check list has come; nothing for documents of other kinds. */
export const progressOf = ({ source: { path }, data: { title = path, progress } }: Document): ChecklistProgress | undefined => {
  if (progress === undefined) return undefined;
  const { total, done, notApplicable } = progress;
  return { path, title, done, notApplicable, total };
};

const within = (day: string, { after, until }: Period): boolean => (after === undefined || day >= after) && day <= until;

// `INC-7: Checkout fails` is known as INC-7 already.
const titleWithout = (id: string | undefined, title: string): string =>
  id !== undefined && title.startsWith(id) ? title.slice(id.length).replace(/^[\s:–—-]+/, '') || title : title;

/**
 * The incident, when its report says that it was resolved in the period. Days count as a whole: one resolved on the day of the last
 * release is listed, for it may have come after it. A report without a date of resolution closes nothing.
 */
export const closedIncident = ({ source, data }: Document, period: Period): ClosedIncident | undefined => {
  const { id, title, severity, events, actions } = data;
  const resolved = events?.resolved?.declared?.date;
  if (resolved === undefined || !within(resolved, period)) return undefined;
  const level = severity?.level ?? severity?.raw;
  return {
    ...(id !== undefined && { id: id.text }),
    title: titleWithout(id?.text, title ?? source.path),
    path: source.path,
    ...(level !== undefined && { severity: level }),
    resolved,
    measures: (actions ?? [])
      .filter(({ placeholder }) => placeholder !== true)
      .map(({ text, state }) => ({ text, done: state === 'done' })),
  };
};
