/** Steps on the disk, made in order: all of them or none. */
import { UsageError } from '../model/usage-error.ts';

export interface Step {
  /** What it changes, for people. */
  readonly path: string;
  readonly make: () => Promise<void>;
  readonly undo: () => Promise<void>;
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

// What the disk does not let go back is named beside the failure.
const takeBack = async (made: readonly Step[], failure: unknown): Promise<unknown> => {
  const left: string[] = [];
  for (const { path, undo } of made) await undo().catch(() => void left.push(path));
  return left.length === 0
    ? failure
    : new UsageError(`${messageOf(failure)} Changed before, and not to be taken back: ${left.join(', ')}.`, { cause: failure });
};

/** Makes the steps; when one fails, those before it are taken back, the last first. Throws that failure. */
export const makeSteps = async (steps: readonly Step[]): Promise<void> => {
  const made: Step[] = [];
  try {
    for (const step of steps) {
      await step.make();
      made.unshift(step);
    }
  } catch (error) {
    throw await takeBack(made, error);
  }
};
