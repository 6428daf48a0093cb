/** The promises of edits over real documents; skipped where the corpus is not at hand. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { placedTasks } from '../../../src/generate/edit/placed-tasks.ts';
import { signDocument } from '../../../src/generate/edit/sign.ts';
import { tickItem } from '../../../src/generate/edit/tick.ts';
import { UsageError } from '../../../src/model/usage-error.ts';
import { edited, linesOf, request, signOffsOf, source, tasksOf } from './editing.ts';

const corpus = resolve(import.meta.dirname, '../../../../shared/corpus');

const files = existsSync(corpus)
  ? ['approvals', 'checklists'].flatMap((folder) => readdirSync(join(corpus, folder)).map((name) => join(folder, name)))
  : [];

const textOf = (file: string): string => readFileSync(join(corpus, file), 'utf8');

const boxLines = (text: string, path: string): number[] => placedTasks(source(text, path)).map(({ line }) => line);

const sampled = <T>(all: readonly T[]): T[] => all.filter((_, index) => index % Math.ceil(all.length / 5) === 0);

describe.skipIf(files.length === 0)('edits of the corpus', () => {
  it.each(files)(
    'tick one box each in %s',
    (path) => {
      const text = textOf(path);
      const tasks = tasksOf(text, path);
      for (const line of sampled(boxLines(text, path))) {
        try {
          const after = edited(source(text, path), tickItem(source(text, path), line, { state: 'done' }));
          expect(tickItem(source(after, path), line, { state: 'done' }).splices).toEqual([]);
          const [old, now] = [linesOf(text), linesOf(after)];
          expect(old.filter((each, index) => each !== now[index] && index !== line - 1)).toEqual([]);
          const changed = tasksOf(after, path).filter((task, index) => task.state !== tasks[index]?.state && task.choice !== true);
          expect(changed.length).toBeLessThanOrEqual(1);
        } catch (error) {
          expect(error).toBeInstanceOf(UsageError);
        }
      }
    },
    60_000,
  );

  it.each(files)(
    'sign once each role in %s',
    (path) => {
      const text = textOf(path);
      const roles = [...new Set(signOffsOf(text, path).flatMap(({ role }) => role ?? []))].slice(0, 3);
      for (const role of [...roles, 'Chief of tests']) {
        const wanted = request({ role, person: '@docgate-signer' });
        const after = edited(source(text, path), signDocument(source(text, path), wanted));
        expect(signDocument(source(after, path), wanted).splices).toEqual([]);
        const [was, is] = [signOffsOf(text, path), signOffsOf(after, path)];
        expect([0, 1]).toContain(is.length - was.length);
        const approved = is.filter(({ decision, person }) => decision === 'approved' && person === '@docgate-signer');
        expect(approved.length).toBeLessThanOrEqual(1);
        expect(
          is.filter(({ decision }) => decision === 'approved').length - was.filter(({ decision }) => decision === 'approved').length,
        ).toBe(1);
      }
    },
    60_000,
  );
});
