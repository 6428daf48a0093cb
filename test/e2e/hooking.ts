/** A repository of a team, a shell in it, and the pages of `docs/` as scripts. */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { repositoryFolder } from '../cli/run.ts';
import { commit, folder, git, isolated, write } from '../tree/sandbox.ts';

export const checklist = 'docs/releases/1.5.0/checklist.md';
export const oddName = 'docs/releases/r é "x".md';

const items = (second: ' ' | 'x'): string => `# Release checklist\n\nVersion: 1.5.0\n\n- [x] Tests pass\n- [${second}] Rollback tried\n`;
export const complete = items('x');
export const incomplete = items(' ');

export interface Outcome {
  readonly code: number | null;
  readonly output: string;
}

export interface Team {
  readonly root: string;
  /** Runs a command line with sh; both streams in the order in which they were written. */
  readonly run: (command: string, cwd?: string) => Outcome;
  readonly write: (path: string, text: string) => void;
}

export interface TeamOptions {
  readonly files?: Readonly<Record<string, string>>;
  /** Folders whose `node_modules/.bin` the repository has too. */
  readonly peers?: readonly string[];
  /** Where docgate is: what the hook finds first, what it finds next, or nowhere. */
  readonly docgate?: 'node_modules' | 'path' | 'nowhere';
  readonly env?: Readonly<Record<string, string>>;
}

export const docgateBin = join(repositoryFolder, 'dist/bin.js');

const shell = (path: readonly string[], env: Readonly<Record<string, string>>, home: string) => (command: string, cwd: string) => {
  const { status, stdout } = spawnSync('sh', ['-c', `exec 2>&1\n${command}`], {
    cwd,
    encoding: 'utf8',
    env: { ...isolated, NO_COLOR: '1', CI: undefined, HOME: home, XDG_CONFIG_HOME: home, PATH: path.join(delimiter), ...env },
  });
  return { code: status, output: stdout };
};

/** A repository with one commit. It stands in a folder of its own, so that work trees can be put beside it. */
export const team = ({ files = {}, peers = [], docgate = 'node_modules', env = {} }: TeamOptions = {}): Team => {
  const home = folder();
  const root = join(home, 'shop');
  const bin = join(home, 'bin');
  for (const path of [bin, join(root, 'node_modules/.bin')]) mkdirSync(path, { recursive: true });
  git(root, ['init', '-q', '-b', 'main']);
  for (const [key, value] of [['user.name', 'Release Lead'] as const, ['user.email', 'release-lead@example.com'] as const]) {
    git(root, ['config', key, value]);
  }
  write(root, { '.gitignore': 'node_modules\n', 'README.md': '# Shop\n', ...files });
  commit(root, 'Start');
  const link = (name: string, target: string): void => symlinkSync(target, join(root, 'node_modules/.bin', name));
  if (docgate === 'node_modules') link('docgate', docgateBin);
  if (docgate === 'path') symlinkSync(docgateBin, join(bin, 'docgate'));
  for (const peer of peers)
    link(/([^/\\]+)@[^@]+$/.exec(peer)?.[1] ?? '', join(peer, 'node_modules/.bin', /([^/\\]+)@[^@]+$/.exec(peer)?.[1] ?? ''));
  const run = shell([bin, dirname(process.execPath), '/usr/local/bin', '/usr/bin', '/bin'], env, home);
  return { root, run: (command, cwd = root) => run(command, cwd), write: (path, text) => write(root, { [path]: text }) };
};

/** Adds a command to the PATH of a team. */
export const onPath = ({ root }: Team, name: string, script: string): void => {
  const path = join(root, '../bin', name);
  write(dirname(path), { [name]: script });
  chmodSync(path, 0o755);
};

const node = process.execPath;
export const docgateIn = ({ run }: Team, args: string): Outcome => run(`'${node}' '${docgateBin}' ${args}`);

/** What every integration must show. `start` yields a repository whose hook is installed. */
export const itHoldsTheGate = (start: (options?: TeamOptions) => Team): void => {
  it('blocks the commit of an incomplete checklist with exit code 1, and says where and how to go on', () => {
    const { run, write: put } = start();
    put(checklist, incomplete);
    const { code, output } = run('git add docs && git commit -m Release');
    expect(output).toContain('6:3  error    Open item: "Rollback tried".  checklist/open-items');
    expect(output).toContain('docgate tick FILE:LINE');
    expect(code).toBe(1);
    expect(run('git log --format=%s').output).not.toContain('Release\n');
  });

  it('lets a complete checklist pass', () => {
    const { run, write: put } = start();
    put(checklist, complete);
    expect(run('git add docs && git commit -m Release')).toMatchObject({ code: 0 });
    expect(run('git log --format=%s').output).toContain('Release\n');
  });

  it('is not helped by a repair that is not staged, nor hurt by an edit that is not', () => {
    const { run, write: put } = start();
    put(checklist, incomplete);
    run('git add docs');
    put(checklist, complete);
    expect(run('git commit -m Release')).toMatchObject({ code: 1 });
    expect(run(`cat ${checklist}`).output).toBe(complete);
    run('git add docs');
    put(checklist, incomplete);
    expect(run('git commit -m Release')).toMatchObject({ code: 0 });
    expect(run(`cat ${checklist}`).output).toBe(incomplete);
  });

  it(`handles a file named ${oddName}`, () => {
    const { run, write: put } = start();
    put(oddName, incomplete);
    const { code, output } = run('git add docs && git commit -m Release');
    expect(output).toContain(oddName);
    expect(code).toBe(1);
    put(oddName, complete);
    expect(run('git add docs && git commit -m Release')).toMatchObject({ code: 0 });
  });

  it('finds docgate on the PATH', () => {
    const { run, write: put } = start({ docgate: 'path' });
    put(checklist, incomplete);
    const { code, output } = run('git add docs && git commit -m Release');
    expect(output).toContain('Open item: "Rollback tried"');
    expect(code).toBe(1);
  });

  it('blocks the commit with one line that says what to install where there is no docgate', () => {
    const { run, write: put } = start({ docgate: 'nowhere' });
    put(checklist, complete);
    const { code, output } = run('git add docs && git commit -m Release');
    expect(output.split('\n').filter((line) => line.includes('npm install --save-dev docgate'))).toHaveLength(1);
    expect(code).toBe(1);
  });
};

interface Step {
  readonly command: string;
  readonly shown: readonly string[];
}

const stepsOf = (page: string): readonly Step[] =>
  [...readFileSync(join(repositoryFolder, page), 'utf8').matchAll(/^```console\n([\s\S]*?)^```$/gm)].flatMap(([, block = '']) =>
    block
      .split(/^\$ /m)
      .slice(1)
      .map((part) => part.trimEnd().split('\n'))
      .map(([command = '', ...shown]) => ({ command, shown })),
  );

// A line `...` stands for any lines, `...` at the end of a line for the rest of it.
const pieces = (shown: readonly string[]): readonly string[] =>
  shown.filter((line) => line !== '...').map((line) => line.replace(/\.\.\.$/, ''));

/** Runs the commands of a page in order: each prints what the page shows and fails only where the page says that the commit is blocked. */
export const followPage = (page: string, { run }: Team): void => {
  const steps = stepsOf(page);
  expect(steps.length).toBeGreaterThan(3);
  for (const { command, shown } of steps) {
    const { code, output } = run(command);
    for (const piece of pieces(shown)) expect(output, command).toContain(piece);
    expect(code, `${command}\n${output}`).toBe(shown.some((line) => line.includes('The commit is blocked')) ? 1 : 0);
  }
};
