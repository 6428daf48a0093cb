/** Runs git: bytes in, bytes out, no shell; what goes wrong is a UsageError of one line. */
import { spawn } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { UsageError } from '../model/usage-error.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

export interface GitOptions {
  /** What git reads from its standard input; a promise: git is started before it is known. */
  readonly input?: string | Promise<string>;
  /** Its environment; without one, the program's own. */
  readonly env?: Environment | undefined;
}

export interface GitOutcome {
  readonly code: number | null;
  readonly stdout: Buffer;
  readonly stderr: string;
}

/**
 * The environment of a git process. A hook's GIT_INDEX_FILE is kept: it names the snapshot being committed.
 * A hook's GIT_DIR is not: in a linked worktree it comes alone, and git would take the current folder, even a subfolder, for the top.
 * GIT_FLUSH=0: else git log writes every commit by itself to a pipe, and wakes its reader as often.
 */
export const environmentOf = (env: Environment): NodeJS.ProcessEnv => {
  const { GIT_DIR, ...others } = env;
  const kept = GIT_DIR !== undefined && env['GIT_WORK_TREE'] !== undefined ? env : others;
  return { ...kept, GIT_OPTIONAL_LOCKS: '0', GIT_FLUSH: '0', LC_ALL: 'C' };
};

export const notStarted = async (cwd: string, error: Error): Promise<UsageError> => {
  const folder = await stat(cwd).catch(() => undefined);
  if (folder?.isDirectory() !== true) return new UsageError(`${cwd} is not a folder. Name one that exists.`);
  if ('code' in error && error.code === 'ENOENT') return new UsageError('git was not found. Install it or add it to the PATH.');
  return new UsageError(`git did not start: ${error.message}.`);
};

/** Runs git and reports how it ended, whatever its exit code; a UsageError only if it did not start. */
export const tryGit = async (cwd: string, args: readonly string[], options: GitOptions = {}): Promise<GitOutcome> => {
  try {
    return await new Promise<GitOutcome>((resolve, reject) => {
      const child = spawn('git', args, {
        cwd,
        env: environmentOf(options.env ?? process.env),
        windowsHide: true,
        stdio: [options.input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
      });
      const stdout: Buffer[] = [];
      const stderr: Buffer[] = [];
      child.stdout?.on('data', (chunk: Buffer) => void stdout.push(chunk));
      child.stderr?.on('data', (chunk: Buffer) => void stderr.push(chunk));
      child.on('error', reject);
      child.on('close', (code) => resolve({ code, stdout: Buffer.concat(stdout), stderr: Buffer.concat(stderr).toString() }));
      // A git that stops before it has read its input says so by its exit code.
      child.stdin?.on('error', () => undefined);
      Promise.resolve(options.input).then((input) => child.stdin?.end(input), reject);
    });
  } catch (error) {
    throw error instanceof Error ? await notStarted(cwd, error) : error;
  }
};

/** The sentence for a git that failed. */
export const gitFailure = (cwd: string, args: readonly string[], { stderr }: GitOutcome): UsageError => {
  if (/not a git repository/i.test(stderr)) {
    return new UsageError(`${cwd} is not in a git repository. Run this inside one, or check the work tree instead.`);
  }
  if (/dubious ownership/.test(stderr)) {
    return new UsageError(`git does not trust ${cwd}, which another user owns. Run: git config --global --add safe.directory '${cwd}'.`);
  }
  const lines = stderr.split('\n').filter((line) => line.trim() !== '');
  const said = lines.find((line) => /^(?:fatal|error): /.test(line)) ?? lines[0] ?? 'it was stopped';
  return new UsageError(`git ${args[0] ?? ''} failed in ${cwd}: ${said.replace(/^(?:fatal|error): /, '').trim()}`);
};

/** What git prints. */
export const runGit = async (cwd: string, args: readonly string[], options: GitOptions = {}): Promise<Buffer> => {
  const outcome = await tryGit(cwd, args, options);
  if (outcome.code !== 0) throw gitFailure(cwd, args, outcome);
  return outcome.stdout;
};

/** The fields of NUL-delimited output. */
export const nulFields = (output: Buffer): string[] => output.toString('utf8').split('\0').slice(0, -1);

/** The top folder of the repository that a folder stands in. */
export const repositoryRoot = async (cwd: string, env?: Environment): Promise<string> =>
  (await runGit(cwd, ['rev-parse', '--show-toplevel'], { env })).toString('utf8').replace(/\r?\n$/, '');
