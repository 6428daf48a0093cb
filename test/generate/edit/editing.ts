/** What tests of edits share: sources, entries, and the reading back. */
import { applySplices } from '../../../src/generate/edit/splice.ts';
import type { Edit } from '../../../src/generate/edit/edit.ts';
import type { SignRequest } from '../../../src/generate/edit/sign.ts';
import { readDocument } from '../../../src/kinds/index.ts';
import { type Source, sourceOfText } from '../../../src/model/source.ts';
import type { SignOff } from '../../../src/read/sign-off.ts';
import type { Task } from '../../../src/read/tasks.ts';

export const source = (text: string, path = 'docs/approvals.md'): Source => sourceOfText(path, text);

export const edited = (before: Source, edit: Edit): string => applySplices(before, edit.splices);

export const digest = (letter: string): string => `sha256:${letter.repeat(64)}`;

export const request = (other: Partial<SignRequest> = {}): SignRequest => ({
  role: 'QA',
  person: '@alice',
  decision: 'approved',
  date: '2026-01-05T10:00Z',
  subjects: [{ path: 'docs/plan.md', digest: digest('a') }],
  ...other,
});

export const signOffsOf = (text: string, path?: string): readonly SignOff[] =>
  (readDocument(source(text, path), 'approvals').data['signOffs'] as readonly SignOff[]).filter(({ form }) => form !== 'log');

export const tasksOf = (text: string, path?: string): readonly Task[] => readDocument(source(text, path), 'checklist').data['tasks'] as readonly Task[];

/** Lines with their endings. */
export const linesOf = (text: string): string[] => text.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? [];
