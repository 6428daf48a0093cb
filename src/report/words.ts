/** Words for people: verdicts, counts and progress, the same in every format. */
import type { Claim } from '../model/data.ts';
import type { Progress } from '../model/document.ts';
import type { FileReport, Report, Summary, Verdict } from '../model/report.ts';

export const verdictMarks: Readonly<Record<Verdict, string>> = { pass: '✓', fail: '✗', pending: '…', indeterminate: '?' };

export const verdictWords: Readonly<Record<Verdict, string>> = {
  pass: 'passed',
  fail: 'failed',
  pending: 'pending',
  indeterminate: 'cannot be told',
};

export const claimWords: Readonly<Record<Claim, string>> = {
  draft: 'draft',
  'in-progress': 'in progress',
  complete: 'complete',
};

/** `1 error`, `2 errors`. */
export const countOf = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

type Counts = Pick<Summary, 'errors' | 'warnings' | 'infos' | 'pending' | 'waived'>;

/** `9 errors, 1 warning, 5 pending`: what there is none of is left out. */
export const countFindings = ({ errors, warnings, infos, pending, waived }: Counts): string => {
  const parts = [
    errors > 0 && countOf(errors, 'error'),
    warnings > 0 && countOf(warnings, 'warning'),
    infos > 0 && countOf(infos, 'info'),
    pending > 0 && `${pending} pending`,
    waived > 0 && `${waived} waived`,
  ].filter((part) => part !== false);
  return parts.length === 0 ? 'no findings' : parts.join(', ');
};

export const describeProgress = ({ done, total }: Progress): string =>
  total === 0 ? 'no items' : `${done} of ${countOf(total, 'item')} done`;

/** A bar of `cells` blocks. It is full only when everything is done. */
export const drawBar = ({ done, total }: Progress, cells = 10): string => {
  const filled = total === 0 ? 0 : Math.floor((Math.min(done, total) / total) * cells);
  return '█'.repeat(filled) + '░'.repeat(cells - filled);
};

const sumProgress = (files: readonly FileReport[]): Progress => ({
  done: files.reduce((sum, { progress }) => sum + progress.done, 0),
  total: files.reduce((sum, { progress }) => sum + progress.total, 0),
});

/** `2 files, 9 errors, 5 pending · 3 of 12 items done`. */
export const describeSummary = ({ summary, files }: Report): string =>
  `${countOf(summary.files, 'file')}, ${countFindings(summary)} · ${describeProgress(sumProgress(files))}`;
