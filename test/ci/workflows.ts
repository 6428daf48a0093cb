/** Workflow files, and how their steps that use docgate run here. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { runStep, type Step } from '../action/run.ts';
import { repositoryFolder } from '../cli/run.ts';

export interface WorkflowStep {
  readonly id?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, string | number | boolean>>;
}

export interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly strategy?: { readonly matrix: Readonly<Record<string, readonly unknown[]>> };
  readonly steps: readonly WorkflowStep[];
}

export interface Workflow {
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

export const workflowFiles = [
  '.github/workflows/ci.yml',
  'templates/ci/github-approvals.yml',
  'templates/ci/github-check.yml',
  'templates/ci/github-nightly-deadlines.yml',
];

export const textOf = (path: string): string => readFileSync(join(repositoryFolder, path), 'utf8');

export const workflowOf = (path: string): Workflow => parse(textOf(path));

export const stepsOf = (workflow: Workflow): WorkflowStep[] => Object.values(workflow.jobs).flatMap(({ steps }) => steps);

export const usesDocgate = ({ uses }: WorkflowStep): boolean => uses === './' || /^docgate\/docgate@/.test(uses ?? '');

// The one kind of expression that these steps use.
const evaluate = (value: string, inputs: Readonly<Record<string, string>>): string =>
  value.replace(/\$\{\{ inputs\.([\w-]+) \}\}/g, (_, name: string) => inputs[name] ?? '');

/** Runs a step that uses docgate, with the inputs that the workflow was started with. */
export const runWorkflowStep = (step: WorkflowStep, cwd: string, inputs: Readonly<Record<string, string>> = {}): Step =>
  runStep({
    cwd,
    inputs: Object.fromEntries(Object.entries(step.with ?? {}).map(([name, value]) => [name, evaluate(String(value), inputs)])),
  });
