/** `docgate new incident`. */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkFiles } from '../checking.ts';
import { commit, folder, git, isolated, repository, write } from '../tree/sandbox.ts';
import { docgate, repositoryFolder } from './run.ts';

const hasTmux = spawnSync('tmux', ['-V']).status === 0;

const at = ['--severity', 'high', '--detected', '2026-01-05T10:02Z'];
const now = ['--as-of', '2026-01-05T10:30:00Z'];

const shop = (): string => {
  const root = folder();
  cpSync(join(repositoryFolder, 'docs/examples/webshop'), root, { recursive: true });
  return root;
};

const created = (stdout: string): string => /^(\S+): created$/m.exec(stdout)?.[1] ?? '';

const fillings: readonly (readonly [string, string])[] = [
  ['X minutes', '20 minutes'],
  ['[describe what users noticed]', 'Nobody could pay'],
  ['**Reported**: YYYY-MM-DD HH:MM', '**Reported**: 2026-01-05 10:25 UTC'],
  ['**Resolved**: YYYY-MM-DD HH:MM', '**Resolved**: 2026-01-05 10:22 UTC'],
  ['- HH:MM - [describe what was done]', '- 10:10 UTC - The migration was stopped'],
  ['- HH:MM - Resolved', '- 10:22 UTC - Resolved'],
  ['[Describe what went wrong, and why nothing stopped it]', 'A migration locked the orders table.'],
  ['[Describe what ended the incident]', 'The migration was rolled back.'],
  ['fails without the fix — owner: [name]', 'fails without the fix — owner: @db-team'],
  ['notices it sooner — owner: [name]', 'notices it sooner — owner: @ops-lead'],
  ['cannot come back — owner: [name]', 'cannot come back — owner: @release-lead'],
  ['- PR #XXX (fix)', '- PR #12 (fix)'],
  ['- ADR #XXX (if the architecture changes)', ''],
];

const rulesAt = async (root: string, path: string): Promise<Map<number, string[]>> => {
  const config = readFileSync(join(root, 'docgate.config.yaml'), 'utf8');
  const files = { [path]: readFileSync(join(root, path), 'utf8') };
  const { report } = await checkFiles(files, { paths: [path], config, asOf: '2026-01-05T10:30:00.000Z' });
  const lines = new Map<number, string[]>();
  for (const { rule, place } of report.findings) lines.set(place.start.line, [...(lines.get(place.start.line) ?? []), rule]);
  return lines;
};

describe('docgate new incident', () => {
  it('writes the next report, and says when what is due', () => {
    const root = shop();
    const { code, stdout, stderr } = docgate(['new', 'incident', 'Checkout returns 500', ...at], { cwd: root });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.split('\n')).toEqual([
      'docs/incidents/INCIDENT-0003-checkout-returns-500.md: created',
      '  Detected                             2026-01-05T10:02Z',
      '  Report                           due 2026-01-05T11:02Z, 1 h after detection',
      '  Root cause analysis              due 2026-01-06T10:02Z, 24 h after detection',
      '  Test that prevents a recurrence  due 2026-01-12T10:02Z, 7 days after detection',
      '  Status: Draft. What is open is pending until the status says Complete; deadlines count at once.',
      '',
    ]);
    const text = readFileSync(join(root, created(stdout)), 'utf8');
    expect(text).toContain('# INCIDENT-0003: Checkout returns 500\n');
    expect(text).toContain('- 2026-01-05 10:02 UTC - Detected\n');
    for (const due of ['2026-01-05 11:02 UTC', '2026-01-06 10:02 UTC', '2026-01-12 10:02 UTC']) expect(text).toContain(due);
    expect(readdirSync(join(root, 'docs/incidents')).filter((name) => name.endsWith('.lock'))).toEqual([]);
  });

  it('is due when the rules say so', () => {
    const root = shop();
    const config = readFileSync(join(root, 'docgate.config.yaml'), 'utf8');
    writeFileSync(
      join(root, 'docgate.config.yaml'),
      `${config}rules: { incident/rca-overdue: [error, { within: P2BD }], incident/test-overdue: off }\n`,
    );
    const { stdout } = docgate(['new', 'incident', 'x', '--severity', 'low', '--detected', '2026-01-09 18:00'], { cwd: root });
    expect(stdout).toContain('due 2026-01-13T18:00+01:00, 2 business days after detection');
    expect(stdout).not.toContain('Test that');
    const checked = docgate(['check', created(stdout), '--no-git', '--as-of', '2026-02-01T00:00:00Z'], { cwd: root });
    expect(checked.stdout).toContain('due 2026-01-13T18:00:00+01:00');
    expect(checked.stdout).not.toContain('test-overdue');
  });

  it('fails the check line by line until it is filled in', async () => {
    const root = shop();
    const path = created(docgate(['new', 'incident', 'Checkout returns 500', ...at], { cwd: root }).stdout);
    const file = join(root, path);
    expect(docgate(['check', path, '--no-git', ...now], { cwd: root }).code).toBe(0);
    writeFileSync(file, readFileSync(file, 'utf8').replace('**Status**: Draft', '**Status**: Resolved'));
    expect(docgate(['check', path, '--no-git', ...now], { cwd: root }).code).toBe(1);
    for (const [blank, value] of fillings) {
      const text = readFileSync(file, 'utf8');
      expect(text).toContain(blank);
      const line = text.slice(0, text.indexOf(blank)).split('\n').length;
      const near = await rulesAt(root, path);
      expect([line, line - 2].flatMap((one) => near.get(one) ?? []).length, `${blank} is not found out`).toBeGreaterThan(0);
      writeFileSync(file, text.replace(blank, value));
    }
    const { code, stdout } = docgate(['check', path, '--no-git', ...now], { cwd: root });
    expect(code, stdout).toBe(0);
    expect(stdout).not.toMatch(/\berror\b/);
  });

  it('shows the context or the change and writes nothing', () => {
    const root = shop();
    const before = readdirSync(join(root, 'docs/incidents'));
    const shown = docgate(['new', 'incident', 'Login fails', ...at, '--set', 'impact=Nobody got in', '--json'], { cwd: root });
    expect(JSON.parse(shown.stdout)).toMatchObject({
      id: 'INCIDENT-0003',
      title: 'Login fails',
      severity: 'high',
      impact: 'Nobody got in',
    });
    const { stdout } = docgate(['new', 'incident', 'Login fails', ...at, '--dry-run'], { cwd: root });
    expect(readdirSync(join(root, 'docs/incidents'))).toEqual(before);
    docgate(['new', 'incident', 'Login fails', ...at], { cwd: root });
    const written = readFileSync(join(root, 'docs/incidents/INCIDENT-0003-login-fails.md'), 'utf8');
    expect(
      stdout
        .split('\n')
        .filter((line) => line.startsWith('+') && !line.startsWith('+++'))
        .map((line) => `${line.slice(1)}\n`)
        .join(''),
    ).toBe(written);
  });

  it('tells of gaps, duplicates and the numbers of other branches', () => {
    const root = repository({ 'docs/incidents/INC-0001-a.md': '# INC-0001: A\n', 'docs/incidents/INC-0004-b.md': '# INC-0004: B\n' });
    commit(root);
    git(root, ['switch', '-q', '-c', 'fix/login']);
    write(root, { 'docs/incidents/INC-0005-login.md': '# INC-0005: Login\n' });
    commit(root);
    git(root, ['switch', '-q', 'main']);
    write(root, { 'docs/incidents/INC-0004-c.md': '# INC-0004: C\n' });
    const { stdout, stderr } = docgate(['new', 'incident', 'Search', ...at], { cwd: root });
    expect(stdout).toContain('docs/incidents/INC-0006-search.md: created');
    expect(stderr.split('\n')).toEqual([
      'note: Numbers are missing: 0002, 0003. They are not given again.',
      'note: Number 0004 is there more than once: INC-0004-b.md, INC-0004-c.md.',
      'note: Number 0005 is taken on the branch fix/login: INC-0005-login.md.',
      '',
    ]);
    expect(docgate(['new', 'incident', 'Search', ...at, '--quiet'], { cwd: root }).stderr).toBe('');
  });

  it('gives every number once, however many ask at the same time', async () => {
    const root = shop();
    const run = (title: string): Promise<number | null> =>
      new Promise((resolve) => {
        const child = spawn(process.execPath, [`${repositoryFolder}dist/bin.js`, 'new', 'incident', title, ...at], {
          cwd: root,
          env: { ...isolated },
        });
        child.on('close', resolve);
      });
    expect(await Promise.all(['a', 'b', 'a', 'c', 'd', 'a'].map(run))).toEqual([0, 0, 0, 0, 0, 0]);
    const names = readdirSync(join(root, 'docs/incidents')).sort();
    expect(names.map((name) => name.slice(0, 13))).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((number) => `INCIDENT-000${number}`));
  }, 300_000);

  it('steps over a number that somebody is about to use', () => {
    const root = shop();
    write(root, { 'docs/incidents/.INCIDENT-0003.lock': '' });
    const { stdout, stderr } = docgate(['new', 'incident', 'x', ...at], { cwd: root });
    expect(stdout).toContain('INCIDENT-0004-x.md: created');
    expect(stderr).toContain('INCIDENT-0003 is being taken by somebody else (docs/incidents/.INCIDENT-0003.lock)');
    expect(existsSync(join(root, 'docs/incidents/.INCIDENT-0003.lock'))).toBe(true);
  });

  it.each([
    [['Search'], 'needs --severity and --detected'],
    [[], 'needs a title and --severity and --detected'],
    [['Search', '--severity', 'awful'], "argument 'awful' is invalid. Allowed choices are critical, high, medium, low."],
    [['Search', '--severity', 'high', '--detected', '2026-02-30T10:00Z'], '"2026-02-30T10:00Z" does not exist'],
    [['Search', '--severity', 'high', '--detected', '2026-01-05'], '"2026-01-05" has no time of day'],
    [['Search', '--severity', 'high', '--detected', '10:00Z'], '"10:00Z" has no date'],
    [['Search', '--severity', 'high', '--detected', '05/01/2026 10:00'], 'can be two days'],
    [['Search', '--severity', 'high', '--detected', '2999-01-05T10:00Z'], 'is in the future'],
    [['Search', '--severity', 'high', '--detected', '2025-10-26 02:30'], 'Add the offset'],
    [['a\nb', ...at], 'a line break or a control character'],
    [['  ', ...at], 'needs a title'],
    [['x'.repeat(201), ...at], 'at most 200'],
    [['Search', ...at, '--set', 'impct=x'], 'no place for "impct". Did you mean "impact"?'],
    [['Search', ...at, '--set', 'impact'], 'is not of the form key=value'],
    [['Search', ...at, '--version', '1.0.0'], '--version says nothing about a new incident'],
  ])('refuses %j', (args, message) => {
    const root = shop();
    const before = readdirSync(join(root, 'docs/incidents'));
    const { code, stdout, stderr } = docgate(['new', 'incident', ...args], { cwd: root });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
    expect(readdirSync(join(root, 'docs/incidents'))).toEqual(before);
  });

  it('refuses a time without a zone where no configuration names one', () => {
    const { code, stderr } = docgate(['new', 'incident', 'x', '--severity', 'low', '--detected', '2026-01-05 10:00'], { cwd: folder() });
    expect(code).toBe(2);
    expect(stderr).toContain(
      '"2026-01-05 10:00" names no time zone. Add the offset, as in 2026-01-05T10:00Z, or set "timezone" in docgate.config.yaml.',
    );
  });

  it('takes a title of nothing but symbols, and slashes, as a title', () => {
    const root = folder();
    expect(docgate(['new', 'incident', '!!!', ...at], { cwd: root }).stdout).toContain('docs/incidents/INCIDENT-0001.md: created');
    expect(docgate(['new', 'incident', '../../etc/passwd is *gone*', ...at], { cwd: root }).stdout).toContain(
      'docs/incidents/INCIDENT-0002-etc-passwd-is-gone.md: created',
    );
    expect(readFileSync(join(root, 'docs/incidents/INCIDENT-0002-etc-passwd-is-gone.md'), 'utf8')).toContain(
      '# INCIDENT-0002: ../../etc/passwd is \\*gone\\*\n',
    );
  });

  it.skipIf(!hasTmux)(
    'asks on a terminal for what is missing (needs tmux)',
    async () => {
      const root = shop();
      const socket = join(folder(), 'tmux');
      const tmux = (...args: string[]): string =>
        execFileSync('tmux', ['-S', socket, ...args], { env: { ...isolated, TERM: 'xterm' }, encoding: 'utf8' });
      const shows = async (wanted: string): Promise<void> => {
        for (let attempt = 0; attempt < 200 && !tmux('capture-pane', '-p').includes(wanted); attempt += 1)
          await new Promise((resolve) => setTimeout(resolve, 100));
        expect(tmux('capture-pane', '-p')).toContain(wanted);
      };
      tmux(
        '-f',
        '/dev/null',
        'new-session',
        '-d',
        '-x',
        '120',
        '-y',
        '50',
        `cd '${root}' && CI= '${process.execPath}' '${repositoryFolder}dist/bin.js' new incident; sleep 60`,
      );
      try {
        await shows('What happened?');
        tmux('send-keys', '-l', 'Login fails');
        tmux('send-keys', 'Enter');
        await shows('How severe is it?');
        tmux('send-keys', 'Down', 'Enter');
        await shows('When was it detected?');
        tmux('send-keys', 'Enter');
        await shows('INCIDENT-0003-login-fails.md: created');
      } finally {
        tmux('kill-server');
      }
      expect(readFileSync(join(root, 'docs/incidents/INCIDENT-0003-login-fails.md'), 'utf8')).toContain('**Severity**: medium');
    },
    90_000,
  );

  it('never writes over a file', () => {
    const root = shop();
    write(root, { 'docs/incidents/mine.md': 'mine' });
    const { code, stderr } = docgate(['new', 'incident', 'x', ...at, '--to', 'docs/incidents/mine.md'], { cwd: root });
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: 'docgate: docs/incidents/mine.md: There is such a file already, and it is not overwritten. Nothing was written.\n',
    });
    expect(readFileSync(join(root, 'docs/incidents/mine.md'), 'utf8')).toBe('mine');
  });
});
