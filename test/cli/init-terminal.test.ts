/** The questions of `docgate init`, asked in a real terminal. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { folder, repository } from '../tree/sandbox.ts';
import { repositoryFolder } from './run.ts';

const hasTmux = spawnSync('tmux', ['-V']).status === 0;

const files = {
  'docs/incidents/a.md': '# Incident 1: x\n\n## Timeline\n\n- 2026-01-05 10:00 - Alarm\n',
  'docs/approvals.md':
    '# Approvals\n\n| Role | Name | Decision | Date |\n| --- | --- | --- | --- |\n| QA | @qa-lead | approved | 2026-01-05 |\n',
};

/** A terminal of its own server in which a command runs. */
const terminal = (root: string, command: string) => {
  const socket = join(folder(), 'tmux');
  const tmux = (...args: string[]): string =>
    execFileSync('tmux', ['-S', socket, '-f', '/dev/null', ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  const shell = `env -u CI GIT_CONFIG_GLOBAL=/dev/null '${process.execPath}' '${repositoryFolder}dist/bin.js' ${command}; echo "ended with $?"; sleep 60`;
  tmux('new-session', '-d', '-x', '160', '-y', '50', '-c', root, shell);
  onTestFinished(() => void spawnSync('tmux', ['-S', socket, 'kill-server']));
  const screen = (): string => tmux('capture-pane', '-p', '-S', '-200');
  const shows = async (text: string): Promise<string> => {
    for (let tries = 0; tries < 200; tries += 1) {
      if (screen().includes(text)) return screen();
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`The terminal never showed "${text}":\n${screen()}`);
  };
  return { shows, press: (...keys: string[]): string => tmux('send-keys', ...keys) };
};

describe.skipIf(!hasTmux)('docgate init on a terminal (needs tmux)', () => {
  it('asks what to govern, for the zone, the hook and the CI, and writes what was chosen', { timeout: 300_000 }, async () => {
    const root = repository(files);
    const { shows, press } = terminal(root, 'init');
    await shows('Which documents does docgate govern?');
    press('Down', 'Space', 'Enter');
    await shows('Which zone is meant');
    press('Europe/Rome', 'Enter');
    await shows('Check what is staged before every commit?');
    press('n');
    await shows('Where does the check run');
    press('Up', 'Up', 'Enter');
    await shows('Write docgate.config.yaml, .github/workflows/docgate.yml?');
    expect(existsSync(join(root, 'docgate.config.yaml'))).toBe(false);
    press('Enter');
    await shows('ended with 0');
    const config = readFileSync(join(root, 'docgate.config.yaml'), 'utf8');
    expect(config).toContain('timezone: Europe/Rome');
    // Beside the usual places, which are empty.
    expect(config.match(/^ {2}- files: (?!.*\*\*|CHANGELOG)/gm)).toHaveLength(1);
    expect(existsSync(join(root, '.github/workflows/docgate.yml'))).toBe(true);
    expect(existsSync(join(root, '.git/hooks/pre-commit'))).toBe(false);
  });

  it('writes nothing and ends with 130 when it is cancelled', { timeout: 300_000 }, async () => {
    const root = repository(files);
    const { shows, press } = terminal(root, 'init');
    await shows('Which documents does docgate govern?');
    press('C-c');
    expect(await shows('ended with')).toContain('ended with 130');
    expect(existsSync(join(root, 'docgate.config.yaml'))).toBe(false);
  });

  it('asks nothing with --yes', { timeout: 300_000 }, async () => {
    const root = repository(files);
    const { shows } = terminal(root, 'init --yes');
    expect(await shows('ended with')).toContain('ended with 0');
    expect(existsSync(join(root, 'docgate.config.yaml'))).toBe(true);
  });
});
