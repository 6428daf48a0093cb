/** Runs git and reads what it prints while it prints it, so that a reader who has seen enough can stop it. */
import { spawn } from 'node:child_process';
import { type Environment, environmentOf, gitFailure, notStarted } from './git.ts';

export interface GitStream {
  /** The NUL-delimited fields of its output, as they come; the last chunk may end in an unfinished record. */
  readonly fields: AsyncGenerator<readonly string[], void>;
  /** Ends git; what it has printed so far is all there is. */
  readonly stop: () => void;
}

const start = (cwd: string, args: readonly string[], env: Environment) =>
  spawn('git', args, {
    cwd,
    env: environmentOf(env),
    windowsHide: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });

/** The fields of output that comes in chunks. */
async function* fieldsIn(output: AsyncIterator<Buffer>, first: Promise<IteratorResult<Buffer>>): AsyncGenerator<readonly string[]> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let rest = '';
  for (let chunk = await first; chunk.done !== true; chunk = await output.next()) {
    const parts = (rest + decoder.decode(chunk.value, { stream: true })).split('\0');
    rest = parts.pop() ?? '';
    yield parts;
  }
}

/**
 * Starts git at once and reads its output as UTF-8 when it is asked for. Throws a UsageError when git fails, unless it was stopped.
 */
export const streamGit = (cwd: string, args: readonly string[], env: Environment = process.env): GitStream => {
  const child = start(cwd, args, env);
  let [stopped, stderr] = [false, ''];
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  const ended = new Promise<number | Error | null>((resolve) => {
    child.on('error', resolve);
    child.on('close', resolve);
  });
  // Node throws away what a process has printed when it ends before anybody reads: the first reading starts at once.
  const output: AsyncIterator<Buffer> = child.stdout[Symbol.asyncIterator]();
  const first = output.next();
  first.catch(() => undefined);
  const fields = async function* (): AsyncGenerator<readonly string[], void> {
    yield* fieldsIn(output, first);
    const code = await ended;
    if (code instanceof Error) throw await notStarted(cwd, code);
    if (code !== 0 && !stopped) throw gitFailure(cwd, args, { code, stdout: Buffer.alloc(0), stderr });
  };
  const stop = (): void => {
    stopped = true;
    child.kill();
    child.stdout.destroy();
  };
  return { fields: fields(), stop };
};
