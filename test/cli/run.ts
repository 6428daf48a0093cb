/** Runs the real binary. */
import { spawnSync } from 'node:child_process';

export const repositoryFolder = new URL('../../', import.meta.url).pathname;

/** The Node that runs the program; another than that of the tests when `npm run test:matrix` says so. */
export const nodeBinary = process.env['DOCGATE_TEST_NODE'] ?? process.execPath;

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
  const { status, stdout, stderr } = spawnSync(nodeBinary, [`${repositoryFolder}dist/bin.js`, ...args], {
    cwd,
    input,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], HOME: '/nonexistent', NO_COLOR: '1', ...env },
  });
  return { code: status, stdout, stderr };
};
