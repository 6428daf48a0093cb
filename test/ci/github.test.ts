/** The workflow files: valid, least privileged, pinned, and each step that uses docgate runs. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { inputNames } from '../../src/action/inputs.ts';
import { repositoryFolder } from '../cli/run.ts';
import { commit, repository } from '../tree/sandbox.ts';
import { runWorkflowStep, stepsOf, textOf, usesDocgate, workflowFiles, workflowOf } from './workflows.ts';

const schemaFile = new URL('../../../shared/data/github-workflow.json', import.meta.url);
const present = existsSync(schemaFile);
const validate = present ? new Ajv({ strict: false }).compile(JSON.parse(readFileSync(schemaFile, 'utf8'))) : undefined;

describe.each(workflowFiles)('%s', (path) => {
  const workflow = workflowOf(path);
  const steps = stepsOf(workflow);

  it.skipIf(!present)('is a workflow by its schema (needs ../shared/data)', () => {
    expect(validate?.(parse(textOf(path)))).toBe(true);
    expect(validate?.({ ...workflow, jobz: {} })).toBe(false);
  });

  it('may read and nothing else, but where SARIF is uploaded', () => {
    expect(workflow.permissions).toEqual({ contents: 'read' });
    for (const job of Object.values(workflow.jobs)) {
      const uploads = job.steps.some(({ uses }) => uses?.includes('/upload-sarif@') === true);
      expect(job.permissions).toEqual(uploads ? { contents: 'read', 'security-events': 'write' } : undefined);
    }
  });

  it('pins actions by their major version and fetches the whole history', () => {
    for (const { uses, with: inputs } of steps.filter((step) => step.uses !== undefined)) {
      expect(uses).toMatch(/^(\.\/|[\w-]+\/[\w/-]+@v\d+)$/);
      if (uses?.startsWith('actions/checkout@')) expect(inputs).toMatchObject({ 'fetch-depth': 0 });
    }
  });

  it('lets no event write into a script', () => {
    for (const { run } of steps) expect(run ?? '').not.toContain('${{');
  });

  it('gives docgate inputs that it has', () => {
    for (const step of steps.filter(usesDocgate)) for (const name of Object.keys(step.with ?? {})) expect(inputNames).toContain(name);
  });
});

describe('the workflow of this project', () => {
  it('runs what the README says on every Node that is promised', () => {
    const { check } = workflowOf('.github/workflows/ci.yml').jobs;
    expect(check?.strategy?.matrix).toEqual({ node: [20, 22, 24] });
    expect(check?.steps.at(-1)?.run).toBe('.ci/run');
    expect(existsSync(join(repositoryFolder, '.ci/run'))).toBe(true);
  });

  it('tries the Action on an example that passes', () => {
    const [step] = stepsOf(workflowOf('.github/workflows/ci.yml')).filter(usesDocgate);
    const { code, outputs } = runWorkflowStep(step ?? {}, repositoryFolder);
    expect({ code, verdict: outputs['verdict'] }).toEqual({ code: 0, verdict: 'pass' });
  });
});

describe('templates/ci/github-approvals.yml', () => {
  const [step] = stepsOf(workflowOf('templates/ci/github-approvals.yml')).filter(usesDocgate);
  const approvals = (decision: string): string => {
    const root = repository({
      'docs/approvals.md': `# Approvals\n\n| Role | Name | Decision | Date |\n|---|---|---|---|\n| QA | @qa-lead | ${decision} | 2026-01-05 |\n`,
    });
    commit(root);
    return root;
  };

  it('passes what is approved', () => {
    expect(runWorkflowStep(step ?? {}, approvals('approved'))).toMatchObject({ code: 0, outputs: { verdict: 'pass' } });
  });

  it('fails what is rejected, and leaves the SARIF report that the next step uploads', () => {
    const cwd = approvals('rejected');
    expect(runWorkflowStep(step ?? {}, cwd)).toMatchObject({ code: 1, outputs: { verdict: 'fail' } });
    const upload = stepsOf(workflowOf('templates/ci/github-approvals.yml')).find(({ uses }) => uses?.includes('upload-sarif'));
    expect(JSON.parse(readFileSync(join(cwd, String(upload?.with?.['sarif_file'])), 'utf8'))).toMatchObject({ version: '2.1.0' });
  });
});

describe('templates/ci/github-nightly-deadlines.yml', () => {
  const [step] = stepsOf(workflowOf('templates/ci/github-nightly-deadlines.yml')).filter(usesDocgate);
  const incident = [
    ...['# INCIDENT-0001: Search is slow', '', '**Severity**: high', '**Impact**: Search took 9 seconds', '**Date**: 2026-01-05'],
    ...[
      '**Duration**: 20 minutes',
      '**Detected**: 2026-01-05 10:00 UTC',
      '**Reported**: 2026-01-05 10:20 UTC',
      '**Status**: In progress',
      '',
    ],
    ...['## Timeline', '', '- 2026-01-05 10:00 UTC - Alert', '- 2026-01-05 10:20 UTC - Restored', ''],
    ...['## Root Cause', '', 'TBD', '', '## Resolution', '', 'Index rebuilt.', '', '## Preventive Measures', ''],
    ...['- [ ] Test added for slow queries — owner: @ops-lead', ''],
  ].join('\n');

  it('passes until a deadline has passed, then names it', () => {
    const cwd = repository({ 'docs/incidents/INCIDENT-0001-search-slow.md': incident });
    const overdue = (asOf: string): boolean =>
      /incident\/rca-overdue::.* was due/.test(runWorkflowStep(step ?? {}, cwd, { 'as-of': asOf }).log);
    expect(overdue('2026-01-05T12:00:00Z')).toBe(false);
    expect(overdue('2026-01-07T12:00:00Z')).toBe(true);
    expect(runWorkflowStep(step ?? {}, cwd).code).toBe(1);
  });
});
