/** Candidates: documents that look as if they should be governed, and what each turns out to be. */
import type { Document, KindName } from '../../model/document.ts';
import { isDated, isNamedTemplate } from './names.ts';

export interface Candidate {
  readonly path: string;
  readonly kind: KindName;
  /** Items, and how many of them are ticked or do not apply. */
  readonly items: number;
  readonly settled: number;
  /** It names the release that it is for, or the state that it is in. */
  readonly named: boolean;
  /** It holds what its kind is about. */
  readonly holds: boolean;
  /** Something in it could not be read. */
  readonly troubled: boolean;
  /** Times of day without a zone. */
  readonly zoneless: number;
  /** Who signed, as written, with the role. */
  readonly signers: readonly Signer[];
}

export interface Signer {
  readonly person: string;
  readonly role?: string;
}

/**
 * `record`: judged as its kind. `form`: copied and filled in elsewhere. `template`: a form by its name, which needs no word.
 * `prose`: named like its kind, without anything of it.
 */
export type Role = 'record' | 'form' | 'template' | 'prose';

const contentKeys: Readonly<
  Partial<Record<KindName, readonly ('tasks' | 'signOffs' | 'blanks' | 'releases' | 'stages' | 'thresholds')[]>>
> = {
  checklist: ['tasks'],
  approvals: ['signOffs', 'tasks', 'blanks'],
  changelog: ['releases'],
  promotion: ['stages', 'thresholds', 'tasks'],
};

const zonelessTimes = (value: unknown): number => {
  if (Array.isArray(value)) return value.reduce((sum: number, one) => sum + zonelessTimes(one), 0);
  if (typeof value !== 'object' || value === null) return 0;
  const { precision, zone } = value as { readonly precision?: unknown; readonly zone?: unknown };
  const own = ['second', 'minute', 'hour'].includes(String(precision)) && zone === undefined ? 1 : 0;
  return own + zonelessTimes(Object.values(value));
};

const signersOf = (data: Document['data']): Signer[] =>
  data.signOffs.flatMap(({ person = '', role }) =>
    person.trim() === '' ? [] : [{ person: person.trim(), ...(role !== undefined && { role }) }],
  );

/** What is to be known of a document that was read. */
export const candidateOf = ({ kind, source: { path }, data, progress }: Document): Candidate => ({
  path,
  kind,
  items: progress.total,
  settled: progress.done,
  named: isDated(path) || data.version !== undefined || data.claim !== undefined,
  holds: contentKeys[kind]?.some((key) => (data[key] ?? []).length > 0) ?? true,
  troubled: data.problems.length > 0 || data.lookalikes.length > 0,
  zoneless: kind === 'incident' ? zonelessTimes(data) : 0,
  signers: signersOf(data),
});

/** A changelog, told by its name and its headings alone: it is long, and the check reads it anyway. */
export const changelogCandidate = (path: string, text: string): Candidate => ({
  path,
  kind: 'changelog',
  items: 0,
  settled: 0,
  named: false,
  holds: /^#{1,4} .*(?:\d\.\d|unreleased)|\d\.\d.*\r?\n[-=]{3,}/im.test(text),
  troubled: false,
  zoneless: 0,
  signers: [],
});

/** What a candidate is. A document that cannot be read well stays a record: nobody knows what it would say. */
export const roleOf = ({ path, kind, items, settled, named, holds, troubled }: Candidate): Role => {
  if (isNamedTemplate(path)) return 'template';
  if (troubled) return 'record';
  if (!holds) return 'prose';
  return kind === 'checklist' && items > 0 && settled === 0 && !named ? 'form' : 'record';
};
