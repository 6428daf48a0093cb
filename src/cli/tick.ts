/** `docgate tick`: ticks one item, opens it again, or says why it does not apply. */
import { resolve } from 'node:path';
import { diffOf, type PlannedEdit, planTick, type TickOrder, writeEdit } from '../flows/edit.ts';
import { UsageError } from '../model/usage-error.ts';
import { reachingTree } from '../tree/reaching.ts';
import { exit } from './exit.ts';
import type { Io } from './io.ts';
import { type CommonOptions, fromRoot, settleAtTop } from './settings.ts';

export interface TickOptions extends CommonOptions {
  /** `FILE:LINE`. */
  readonly place: string;
  readonly notApplicable?: true;
  readonly open?: true;
  readonly reason?: string;
  readonly dryRun?: true;
}

interface Spot {
  readonly file: string;
  readonly line: number;
}

const spotOf = (place: string): Spot => {
  const [, file, line] = /^(.+?):(\d+)(?::\d+)?$/.exec(place) ?? [];
  if (file === undefined || line === undefined)
    throw new UsageError(`"${place}" names no line. Write FILE:LINE, for example docs/release-checklist.md:12.`);
  return { file, line: Number(line) };
};

const wantedOf = ({ notApplicable, open, reason }: TickOptions): Omit<TickOrder, 'line'> => {
  if (notApplicable && open) throw new UsageError('--open and --not-applicable exclude each other.');
  if (reason !== undefined && !notApplicable) throw new UsageError('--reason belongs to --not-applicable.');
  return { state: notApplicable ? 'not-applicable' : open ? 'open' : 'done', ...(reason !== undefined && { reason }) };
};

interface Finished {
  readonly planned: PlannedEdit;
  /** Absolute path of the file. */
  readonly file: string;
  readonly dryRun: boolean;
}

/** Writes an edit, or prints it for a dry run, and says what changed as `path:line`. */
export const finishEdit = async ({ planned, file, dryRun }: Finished, io: Io): Promise<number> => {
  const { target, hunks, summary } = planned;
  const line = hunks[0]?.line;
  if (dryRun && line !== undefined) io.stdout(diffOf(planned));
  else {
    await writeEdit(planned, (text) => io.writeFile(file, text));
    io.stdout(`${target.path}${line === undefined ? '' : `:${line}`}: ${summary}\n`);
  }
  return exit.pass;
};

/** Runs the command. */
export const runTick = async (options: TickOptions, io: Io): Promise<number> => {
  const { file, line } = spotOf(options.place);
  const wanted = wantedOf(options);
  const { root } = await settleAtTop(options, io);
  const path = fromRoot(root, resolve(io.cwd, options.cwd ?? '.'), file);
  const planned = await planTick({ tree: reachingTree(root, [path]), path }, { line, ...wanted });
  return finishEdit({ planned, file: resolve(root, path), dryRun: options.dryRun === true }, io);
};
