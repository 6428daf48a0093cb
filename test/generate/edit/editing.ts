/** What tests of edits share: sources, entries, and the reading back. */

import type { Edit } from '../../../src/generate/edit/edit.ts';
import type { SignRequest } from '../../../src/generate/edit/sign.ts';
import { applySplices } from '../../../src/generate/edit/splice.ts';
import { outlineOf } from '../../../src/markdown/outline.ts';
import type { SignOff } from '../../../src/model/parts/sign-off.ts';
import type { Task } from '../../../src/model/parts/task.ts';
import { type Source, sourceOfText } from '../../../src/model/source.ts';
import { dataOf, type Reader } from '../../../src/read/reading.ts';
import { signOffs } from '../../../src/read/sign-offs.ts';
import { tasks } from '../../../src/read/tasks.ts';

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

// One reader alone: a whole kind takes many times as long.
const read = <T>(reader: Reader<T, false>, text: string, path?: string): T => dataOf(reader, outlineOf(source(text, path)));

export const signOffsOf = (text: string, path?: string): readonly SignOff[] =>
  read(signOffs, text, path).filter(({ form }) => form !== 'log');

export const tasksOf = (text: string, path?: string): readonly Task[] => read(tasks, text, path);

/** Lines with their endings. */
export const linesOf = (text: string): string[] => text.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? [];
