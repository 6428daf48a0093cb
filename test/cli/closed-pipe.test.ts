/** A reader that stops reading (`| head -1`) has seen enough: no crash, and the exit code still tells what was found. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formatNames } from '../../src/report/index.ts';
import { folder, write } from '../tree/sandbox.ts';
import { nodeBinary, repositoryFolder } from './run.ts';

// More than a pipe holds, so that the program is still writing when its reader goes.
const many = (box: string): string =>
  `# Release checklist\n\n${Array.from({ length: 500 }, (_, index) => `- [${box}] Step ${index} of many\n`).join('')}`;

const piped = (args: string, files: Readonly<Record<string, string>>): { code: string; first: string; stderr: string } => {
  const cwd = folder();
  write(cwd, files);
  const script = `"${nodeBinary}" "${repositoryFolder}dist/bin.js" ${args} | head -1; echo "code \${PIPESTATUS[0]}"`;
  const { stdout, stderr } = spawnSync('bash', ['--norc', '-c', script], {
    cwd,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], NO_COLOR: '1' },
  });
  const lines = stdout.trimEnd().split('\n');
  return { code: lines.at(-1) ?? '', first: lines[0] ?? '', stderr };
};

describe('a closed pipe', () => {
  it.each(formatNames)('check --format %s with findings: exit 1', (format) => {
    const { code, first, stderr } = piped(`check a.md --kind checklist --format ${format}`, { 'a.md': many(' ') });
    expect({ code, stderr }).toEqual({ code: 'code 1', stderr: '' });
    expect(first).not.toBe('');
  });

  it('what passes: exit 0, also when nothing at all is read', () => {
    expect(piped('check a.md --kind checklist --format json', { 'a.md': many('x') })).toMatchObject({ code: 'code 0', stderr: '' });
    expect(piped('inspect a.md --places', { 'a.md': many('x') })).toMatchObject({ code: 'code 0', stderr: '' });
  });

  it('a wrong set-up: exit 2, with its line on standard error', () => {
    const { code, stderr } = piped('check none.md', { 'a.md': many(' ') });
    expect(code).toBe('code 2');
    expect(stderr).toContain('none.md');
  });

  it('a closed standard error: the same exit code', () => {
    const cwd = folder();
    write(cwd, { 'a.md': many(' ') });
    const script = `"${nodeBinary}" "${repositoryFolder}dist/bin.js" check none.md 2> >(exec 0<&-; exit) ; echo "code $?"`;
    expect(spawnSync('bash', ['--norc', '-c', script], { cwd, encoding: 'utf8' }).stdout.trim()).toBe('code 2');
  });

  it('a slow reader gets everything', () => {
    const cwd = folder();
    write(cwd, { 'a.md': many('x') });
    const command = `"${nodeBinary}" "${repositoryFolder}dist/bin.js" inspect a.md --places`;
    const script = `${command} > whole; ${command} | { sleep 1; cat > slow; }; cmp whole slow && wc -c < whole`;
    const { stdout } = spawnSync('bash', ['--norc', '-c', script], { cwd, encoding: 'utf8' });
    expect(Number(stdout)).toBeGreaterThan(100_000);
  });
});

describe.skipIf(!existsSync('/dev/full'))('a full disk (needs /dev/full)', () => {
  it.each([
    ['what passes', 'check a.md --kind checklist', 'x'],
    ['findings', 'check a.md --kind checklist', ' '],
    ['help', '--help', 'x'],
  ])('is no verdict: %s', (_, args, box) => {
    const cwd = folder();
    write(cwd, { 'a.md': many(box) });
    const script = `"${nodeBinary}" "${repositoryFolder}dist/bin.js" ${args} > /dev/full`;
    const { status, stderr } = spawnSync('bash', ['--norc', '-c', script], { cwd, encoding: 'utf8' });
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: 'docgate: Standard output cannot be written (ENOSPC), so what was to be told is incomplete. Print it elsewhere.\n',
    });
  });
});
