/** The progress bar on a real terminal. */
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { folder, write } from '../tree/sandbox.ts';
import { nodeBinary, repositoryFolder } from './run.ts';

const present = spawnSync('tmux', ['-V']).status === 0;

// Large enough that the run counts as long.
const items = Array.from({ length: 150 }, (_, index) => `- [x] Step ${index}\n`).join('');
const files = Object.fromEntries(
  Array.from({ length: 80 }, (_, index) => [`docs/${index}.md`, `# Release checklist ${index}\n\n${items}`]),
);

interface Screen {
  /** All that the program wrote to its terminal. */
  readonly written: string;
  /** What is to be seen when it has ended. */
  readonly seen: string;
}

const onTerminal = async (command: string, cwd: string): Promise<Screen> => {
  const socket = `docgate-${process.pid}`;
  const tmux = (...args: string[]): string => execFileSync('tmux', ['-L', socket, '-f', '/dev/null', ...args], { cwd, encoding: 'utf8' });
  const log = join(folder(), 'written');
  tmux('new-session', '-d', '-s', 'test', '-x', '100', '-y', '30', 'sh');
  onTestFinished(() => void spawnSync('tmux', ['-L', socket, 'kill-server']));
  tmux('pipe-pane', '-t', 'test', `cat > '${log}'`);
  tmux('send-keys', '-t', 'test', '-l', `unset CI; ${command}; echo "ended" "$?"`);
  tmux('send-keys', '-t', 'test', 'Enter');
  for (let tries = 0; tries < 500; tries += 1) {
    const seen = tmux('capture-pane', '-p', '-t', 'test');
    if (/^ended \d+$/m.test(seen)) return { written: readFileSync(log, 'utf8'), seen };
    await sleep(100);
  }
  throw new Error(`The program did not end: ${tmux('capture-pane', '-p', '-t', 'test')}`);
};

describe.skipIf(!present)('the progress bar (needs tmux)', () => {
  const run = async (rest: string): Promise<Screen> => {
    const cwd = folder();
    write(cwd, files);
    return onTerminal(`'${nodeBinary}' '${repositoryFolder}dist/bin.js' check docs --kind checklist --no-git ${rest}`, cwd);
  };

  it('grows on a terminal and is gone at the end', { timeout: 300_000 }, async () => {
    const { written, seen } = await run('> report.txt');
    const counts = [...written.matchAll(/\r[█░]{24} (\d+) of 80 documents/g)].map((match) => Number(match[1]));
    expect(counts.length).toBeGreaterThan(3);
    expect(counts).toEqual([...counts].sort((a, b) => a - b));
    expect(seen).not.toMatch(/[█░]/);
    expect(seen).toMatch(/^ended 0$/m);
  });

  it('does not appear when standard error is a file', { timeout: 300_000 }, async () => {
    expect((await run('> report.txt 2> errors.txt')).written).not.toMatch(/[█░]/);
  });
});
