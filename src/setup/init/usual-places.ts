/** Where docgate puts what it makes, for a configuration that governs it before it is there. */
import type { KindName } from '../../model/document.ts';

/** A place where documents will stand, though none does yet. */
export interface Place {
  readonly files: string;
  readonly kind: KindName;
}

/** Where docgate puts what it makes. */
export const usualPlaces: readonly Place[] = [
  { files: 'docs/incidents/**/*.md', kind: 'incident' },
  { files: 'docs/releases/**/*checklist*.md', kind: 'checklist' },
  { files: 'docs/releases/**/approvals.md', kind: 'approvals' },
  { files: 'CHANGELOG.md', kind: 'changelog' },
];
