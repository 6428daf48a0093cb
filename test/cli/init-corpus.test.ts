/** `docgate init --yes && git commit` in ten sets of real documents: green, or red by what init listed and nothing else. */
import { spawnSync } from 'node:child_process';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { corpusPaths, hasShared, seedPaths, sharedBytes } from '../shared.ts';
import { folder, git, isolated, repository, write } from '../tree/sandbox.ts';
import { docgate, repositoryFolder } from './run.ts';

type Files = Record<string, Uint8Array>;

interface Origin {
  readonly repository: string;
  readonly path: string;
  readonly stored: string;
}

const origins = (): Origin[] => {
  const rows = Buffer.from(sharedBytes('corpus/INDEX.tsv')).toString('utf8').split('\n').slice(1);
  const stored = new Map(corpusPaths().map((path) => [path.split('/').at(-1), path]));
  return rows.flatMap((row) => {
    const [, , name = '', path = '', , , , , file] = row.split('\t');
    const found = stored.get(file?.trim() ?? '');
    return found === undefined ? [] : [{ repository: name, path: path.endsWith('.md') ? path : `${path}.md`, stored: found }];
  });
};

// The documents of a real repository, where they stand in it.
const from = (name: string): Files =>
  Object.fromEntries(
    origins()
      .filter((one) => one.repository === name)
      .map(({ path, stored }) => [path, sharedBytes(stored)]),
  );

const nameOf = (path: string): string => (path.split('/').at(-1) ?? '').split('__').at(-1) ?? '';

const set = (kind: string, to: (name: string, index: number) => string): Files =>
  Object.fromEntries(
    corpusPaths()
      .filter((path) => path.startsWith(`corpus/${kind}/`))
      .map((path, index) => [to(nameOf(path), index), sharedBytes(path)]),
  );

const seeds = (): Files => Object.fromEntries(seedPaths().map((path) => [`docs/${nameOf(path)}`, sharedBytes(path)]));

const sets: Readonly<Record<string, () => Files>> = {
  'the five seeds': seeds,
  'all incident reports in docs/incidents': () => set('incidents', (name) => `docs/incidents/${name}`),
  'all approvals in docs': () => set('approvals', (name, index) => `docs/${index}/${name}`),
  'all checklists, one folder each': () => set('checklists', (name, index) => `teams/team-${index}/${name}`),
  'all changelogs in packages': () => set('changelogs', (_, index) => `packages/p${index}/CHANGELOG.md`),
  'promotion documents and seeds': () => ({ ...seeds(), ...set('promotion', (name, index) => `runbooks/${index}-${name}`) }),
  'nikhillinit/Updog_restore': () => from('nikhillinit/Updog_restore'),
  'fyremael/iir2d': () => from('fyremael/iir2d'),
  'advancia-platform/modular-saas-platform': () => from('advancia-platform/modular-saas-platform'),
  'dfds/postmortems with jupyterhub/mybinder.org-deploy': () => ({
    ...from('dfds/postmortems'),
    ...from('jupyterhub/mybinder.org-deploy'),
  }),
};

const env = Object.fromEntries(Object.entries(isolated).filter((entry): entry is [string, string] => entry[1] !== undefined));

const withDocgate = (): Readonly<Record<string, string>> => {
  const bin = folder();
  write(bin, { docgate: `#!/bin/sh\nexec '${process.execPath}' '${repositoryFolder}dist/bin.js' "$@"\n` });
  chmodSync(join(bin, 'docgate'), 0o755);
  return { ...env, PATH: `${bin}:${env['PATH']}` };
};

const commit = (root: string) => {
  git(root, ['add', '-A']);
  return spawnSync('git', ['commit', '-q', '-m', 'first'], { cwd: root, env: withDocgate(), encoding: 'utf8' });
};

const checked = (root: string): readonly string[] => {
  const { findings } = JSON.parse(docgate(['check', '--staged', '-f', 'json'], { cwd: root, env }).stdout) as {
    findings: readonly { path: string; start: { line: number }; rule: string; severity: string; state: string }[];
  };
  return findings
    .filter(({ severity, state }) => severity === 'error' && state !== 'pending')
    .map(({ path, start, rule }) => `${path}:${start.line} ${rule}`);
};

// The errors that the configuration says are still there.
const listedIn = (config: string): string[] =>
  [...(/^# Errors that stay errors.*\n((?:# {3}.*\n)*)/m.exec(config)?.[1] ?? '').matchAll(/^# {3}(.*)$/gm)].map((match) => match[1] ?? '');

const withOptional = (config: string, paths: readonly string[]): string =>
  config.replace(/^ {2}- files: (.*)$/gm, (line, files: string) =>
    paths.includes(files.replace(/^"|"$/g, '')) ? `${line}\n    optional: true` : line,
  );

describe.skipIf(!hasShared)('docgate init && git commit (needs ../shared)', () => {
  it.each(Object.entries(sets))('%s', { timeout: 400_000 }, (name, filesOf) => {
    const root = repository(filesOf());
    const started = performance.now();
    const init = docgate(['init', '--yes'], { cwd: root, env });
    const initialised = performance.now();
    expect(init.code, init.stderr).toBe(0);
    const first = commit(root);
    const took = `${Math.round(initialised - started)} ms for init, ${Math.round(performance.now() - initialised)} ms for the commit`;
    const listed = listedIn(readFileSync(join(root, 'docgate.config.yaml'), 'utf8'));
    process.stdout.write(`${name}: ${took}, ${listed.length} listed\n`);
    expect(first.status === 0, first.stdout).toBe(listed.length === 0);
    if (listed.length === 0) return;
    expect([...checked(root)].sort()).toEqual([...listed].sort());
    const unreadable = [...new Set(listed.map((line) => line.replace(/:\d+ \S+$/, '')))];
    git(root, ['rm', '-q', '--cached', '--', ...unreadable]);
    // What is named one by one has to be there, unless the configuration says otherwise.
    const config = join(root, 'docgate.config.yaml');
    writeFileSync(config, withOptional(readFileSync(config, 'utf8'), unreadable));
    git(root, ['add', config]);
    const second = spawnSync('git', ['commit', '-q', '-m', 'without what cannot be read'], {
      cwd: root,
      env: withDocgate(),
      encoding: 'utf8',
    });
    expect(second.status, second.stdout + second.stderr).toBe(0);
  });
});
