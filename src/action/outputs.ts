/** Outputs of the GitHub Action: lines for the file that the runner reads them from. */
import type { Judgement } from '../cli/check.ts';
import { absentFrom } from '../report/workflow-command.ts';

/** The outputs, as action.yml lists them. */
export const outputNames = ['verdict', 'passed', 'files', 'errors', 'warnings', 'infos', 'pending', 'waived'] as const;

type Outputs = Readonly<Record<(typeof outputNames)[number], string>>;

const outputsOf = ({ code, report: { verdict, summary } }: Judgement): Outputs => ({
  verdict,
  passed: String(code === 0),
  files: String(summary.files),
  errors: String(summary.errors),
  warnings: String(summary.warnings),
  infos: String(summary.infos),
  pending: String(summary.pending),
  waived: String(summary.waived),
});

const writeOutput = ([name, value]: readonly [string, string]): string => {
  const end = absentFrom(value);
  return `${name}<<${end}\n${value}\n${end}\n`;
};

/** What to append to the file of outputs. */
export const writeOutputs = (judgement: Judgement): string => Object.entries(outputsOf(judgement)).map(writeOutput).join('');
