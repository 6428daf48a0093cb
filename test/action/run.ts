/** Runs the bundled Action as GitHub's runner does: inputs in the environment, outputs and summary in files. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { nodeBinary, repositoryFolder } from '../cli/run.ts';
import { folder, isolated } from '../tree/sandbox.ts';

export const bundle = join(repositoryFolder, '.github/action/index.mjs');

export interface Step {
  readonly code: number | null;
  readonly log: string;
  readonly stderr: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
}

export interface StepOptions {
  /** The workspace, where the step starts. */
  readonly cwd: string;
  readonly inputs?: Readonly<Record<string, string>>;
  /** What an earlier command of the step left in the summary. */
  readonly summary?: string;
  readonly file?: string;
}

// As the runner reads the file: `name<<END`, lines, `END`.
const readOutputs = (text: string): Record<string, string> =>
  Object.fromEntries(
    [...text.matchAll(/^([^=\n]+?)<<(.+)\n([\s\S]*?)\n?^\2$/gm)].map(([, name = '', , value = '']) => [name, value] as const),
  );

/** Runs a step that uses the Action. */
export const runStep = ({ cwd, inputs = {}, summary = '', file = bundle }: StepOptions): Step => {
  const runner = folder();
  const [outputFile, summaryFile] = [join(runner, 'output'), join(runner, 'summary')];
  writeFileSync(outputFile, 'earlier=1\n');
  writeFileSync(summaryFile, summary);
  const {
    status,
    stdout: log,
    stderr,
  } = spawnSync(nodeBinary, [file], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: {
      ...Object.fromEntries(Object.entries(isolated).filter(([name]) => /^(PATH|GIT_|TZ)/.test(name))),
      HOME: '/nonexistent',
      GITHUB_ACTIONS: 'true',
      CI: 'true',
      GITHUB_WORKSPACE: cwd,
      GITHUB_OUTPUT: outputFile,
      GITHUB_STEP_SUMMARY: summaryFile,
      ...Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`, value])),
    },
  });
  const outputs = existsSync(outputFile) ? readFileSync(outputFile, 'utf8') : '';
  return { code: status, log, stderr, outputs: readOutputs(outputs), summary: readFileSync(summaryFile, 'utf8') };
};

/** A command that the runner obeyed. */
export interface Command {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

const decode = (text: string): string =>
  text.replaceAll('%2C', ',').replaceAll('%3A', ':').replaceAll('%0A', '\n').replaceAll('%0D', '\r').replaceAll('%25', '%');

// Version 2: at a line's start, blanks aside. Version 1: anywhere in a line, `##[name]`.
const parse = (line: string): Command | undefined => {
  const [, name, properties, data] =
    /^\s*::([^\s:]+)(?: (.*?))?::(.*)$/s.exec(line) ?? /##\[([^\s\]]+)(?: (.*?))?\](.*)$/s.exec(line) ?? [];
  if (name === undefined) return undefined;
  const pairs = (properties ?? '').split(',').filter((pair) => pair.includes('='));
  return {
    name,
    properties: Object.fromEntries(pairs.map((pair) => [pair.slice(0, pair.indexOf('=')), decode(pair.slice(pair.indexOf('=') + 1))])),
    data: decode(data ?? ''),
  };
};

/** What the runner obeys in a log, between `stop-commands` and its token nothing. */
export const obeyed = (log: string): Command[] => {
  const commands: Command[] = [];
  let token: string | undefined;
  for (const line of log.split(/\r\n|\r|\n/)) {
    const command = parse(line);
    if (command === undefined) continue;
    if (token !== undefined) token = command.name === token ? undefined : token;
    else if (command.name === 'stop-commands') token = command.data;
    else commands.push(command);
  }
  return commands;
};
