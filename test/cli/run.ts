/** Runs the real binary. */
import { spawnSync } from 'node:child_process';

export const repositoryFolder = new URL('../../', import.meta.url).pathname;

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs `docgate` with arguments. */
export const docgate = (args: readonly string[], { cwd = repositoryFolder, input = '', env = {} }: RunOptions = {}): Outcome => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [`${repositoryFolder}dist/bin.js`, ...args], {
    cwd,
    input,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], HOME: '/nonexistent', NO_COLOR: '1', ...env },
  });
  return { code: status, stdout, stderr };
};
