/** The GitLab job, run in a shell by gitlab-ci-local, which also validates it by GitLab's schema. */
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { nodeBinary, repositoryFolder } from '../cli/run.ts';
import { peerFolder } from '../tooling/peers.mjs';
import { commit, folder, git, isolated, repository, write } from '../tree/sandbox.ts';

const runner = join(peerFolder('gitlab-ci-local@4.62.0'), 'node_modules/gitlab-ci-local/src/index.js');
const present = existsSync(runner) && spawnSync('rsync', ['--version']).status === 0;

const template = join(repositoryFolder, 'templates/ci/gitlab.yml');
const { artifacts } = parse(readFileSync(template, 'utf8')).docgate;
const reports: Readonly<Record<'codequality' | 'junit', string>> = artifacts.reports;
const sharedData = (name: string): string => new URL(`../../../shared/data/${name}`, import.meta.url).pathname;

const approvals = (decision: string): string =>
  `# Approvals\n\n| Role | Name | Decision | Date |\n|---|---|---|---|\n| QA | @qa-lead | ${decision} | 2026-01-05 |\n`;

// What the job would get from the registry is the program of this repository.
const withNpx = (): string => {
  const bin = folder();
  write(bin, {
    npx: `#!/bin/sh\n[ "$1 $2" = "--yes docgate" ] || exit 99\nshift 2\nexec "${nodeBinary}" "${repositoryFolder}dist/bin.js" "$@"\n`,
  });
  chmodSync(join(bin, 'npx'), 0o755);
  return `${bin}${delimiter}${process.env['PATH']}`;
};

interface Pipeline {
  readonly code: number | null;
  readonly log: string;
  /** A report that the job declares, from where it declares it. */
  readonly report: (name: keyof typeof reports) => string;
}

const runPipeline = (files: Readonly<Record<string, string>>, edit: (job: string) => string = (job) => job): Pipeline => {
  const root = repository(files);
  git(root, ['remote', 'add', 'origin', 'https://gitlab.com/example/webshop.git']);
  copyFileSync(template, join(root, '.gitlab-ci.yml'));
  write(root, { '.gitlab-ci.yml': edit(readFileSync(template, 'utf8')) });
  commit(root);
  const { status, stdout, stderr } = spawnSync(process.execPath, [runner, '--force-shell-executor', '--no-color', '--home', folder()], {
    cwd: root,
    encoding: 'utf8',
    env: { ...isolated, PATH: withNpx() },
  });
  return {
    code: status,
    log: stdout + stderr,
    report: (name) => readFileSync(join(root, reports[name]), 'utf8'),
  };
};

describe.skipIf(!present)('templates/ci/gitlab.yml (needs gitlab-ci-local and rsync)', () => {
  it('passes what passes', () => {
    const { code, log } = runPipeline({ 'docs/approvals.md': approvals('approved') });
    expect({ code, log }).toMatchObject({ code: 0, log: expect.stringContaining('json schema validated') });
  });

  it('fails what fails, and leaves both reports where GitLab takes them even then', () => {
    expect(artifacts.when).toBe('always');
    const { code, log, report } = runPipeline({ 'docs/approvals.md': approvals('rejected') });
    expect(code).toBe(1);
    expect(log).toContain('approvals/rejected');
    const issues: { check_name: string; location: { path: string } }[] = JSON.parse(report('codequality'));
    expect(issues).toMatchObject([{ check_name: 'approvals/rejected', location: { path: 'docs/approvals.md', lines: { begin: 5 } } }]);
    expect(report('junit')).toContain('failures="1"');
  });

  const itemSchema = sharedData('gitlab-codeclimate-item.json');
  const xsd = sharedData('junit-10.xsd');
  const judges = existsSync(itemSchema) && existsSync(xsd) && spawnSync('xmllint', ['--version']).status === 0;
  it.skipIf(!judges)('leaves reports that are valid, also with a hostile name (needs xmllint and ../shared/data)', () => {
    const { report } = runPipeline({
      'docgate.config.yaml': 'documents:\n  - files: docs/*.md\n    kind: approvals\n',
      'docs/a & "b" <c> ]]> é.md': approvals('rejected'),
    });
    const validate = new Ajv({ strict: false }).compile(JSON.parse(readFileSync(itemSchema, 'utf8')));
    for (const issue of JSON.parse(report('codequality'))) expect(validate(issue)).toBe(true);
    execFileSync('xmllint', ['--noout', '--nonet', '--schema', xsd, '-'], {
      input: report('junit'),
      stdio: ['pipe', 'pipe', 'pipe'],
    });
  });

  it('is refused when a key is misspelt', () => {
    const { code, log } = runPipeline({ 'docs/approvals.md': approvals('approved') }, (job) => job.replace('artifacts:', 'artifcats:'));
    expect({ code, log }).toMatchObject({ code: 1, log: expect.stringContaining('artifcats') });
  });
});
