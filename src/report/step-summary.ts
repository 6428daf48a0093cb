/** The job summary of a step: the report as Markdown, in the room that the step has left. */
import type { Report } from '../model/report.ts';
import { writeMarkdown } from './markdown.ts';

// GitHub shows nothing of a step's summary once it holds more than 1 MiB.
const most = 1024 * 1024;
const leastRoom = 4096;

const measure = (text: string): number => Buffer.byteLength(text);

const pointer = ': `docgate check --format json` tells them all';

// A heading right below an HTML block would be part of it.
const gapAfter = (before: string): string => {
  if (before === '' || before.endsWith('\n\n')) return '';
  return before.endsWith('\n') ? '\n' : '\n\n';
};

/** What to append to a summary, given what stands there; nothing when the room is too small for a report. */
export const writeSummary = (report: Report, before: string): string | undefined => {
  const gap = gapAfter(before);
  const room = most - measure(before) - measure(gap);
  return room < leastRoom ? undefined : gap + writeMarkdown(report, { room, measure, pointer });
};
