/** `docgate policy test`: runs the tests of policies and prints what differs. */
import { resolve } from 'node:path';
import { hasPassed, type PolicyTestResult, testPolicies } from '../flows/policy-test.ts';
import type { Expected } from '../flows/policy-test-suite.ts';
import type { Finding } from '../model/finding.ts';
import { exit } from './exit.ts';
import type { Io } from './io.ts';
import { type CommonOptions, fromRoot, settle } from './settings.ts';

export interface PolicyTestOptions extends CommonOptions {
  readonly paths: readonly string[];
}

const wantsOf = ({ severity, state, waived }: Expected): string =>
  [severity, state, waived === true ? 'waived' : undefined].filter((word) => word !== undefined).join(' ');

const hitsOf = ({ severity, state, waived }: Finding): string => [severity, state, ...(waived === undefined ? [] : ['waived'])].join(' ');

const at = (path: string | undefined, line: number): string => `${path ?? ''}:${line}`;

// The same rule somewhere else is most often what was meant.
const nearest = ({ rule }: Expected, unexpected: readonly Finding[]): string => {
  const other = unexpected.find((finding) => finding.rule === rule);
  return other === undefined ? '' : `; it is at ${at(other.place.path, other.place.start.line)} (${hitsOf(other)})`;
};

const missingLine = (expected: Expected, unexpected: readonly Finding[]): string => {
  const wants = wantsOf(expected);
  return `    - missing     ${expected.rule} at ${at(expected.path, expected.line)}${wants === '' ? '' : ` (${wants})`}${nearest(expected, unexpected)}`;
};

const unexpectedLine = (finding: Finding): string =>
  `    + unexpected  ${finding.rule} at ${at(finding.place.path, finding.place.start.line)} (${hitsOf(finding)}): ${finding.message}`;

const printResult = (result: PolicyTestResult): string[] => {
  if (hasPassed(result)) return [`  ok    ${result.name}`];
  return [
    `  FAIL  ${result.name} (${result.place})`,
    ...result.missing.map((one) => missingLine(one, result.unexpected)),
    ...result.unexpected.map(unexpectedLine),
  ];
};

const summaryLine = (results: readonly PolicyTestResult[]): string => {
  const failed = results.filter((result) => !hasPassed(result)).length;
  const all = `${results.length} ${results.length === 1 ? 'policy test' : 'policy tests'}`;
  return failed === 0 ? `${all} passed.` : `${failed} of ${all} failed.`;
};

/** Runs the command; the exit code says whether every test passes. */
export const runPolicyTest = async (options: PolicyTestOptions, io: Io): Promise<number> => {
  const { root, tree, now } = await settle(options, io);
  const cwd = resolve(io.cwd, options.cwd ?? '.');
  const results = await testPolicies({ tree, paths: options.paths.map((path) => fromRoot(root, cwd, path)), now });
  for (const file of new Set(results.map((result) => result.file))) {
    const shown = results.filter((result) => result.file === file && !(options.quiet === true && hasPassed(result)));
    if (shown.length > 0) io.stdout(`${file}\n${shown.flatMap(printResult).join('\n')}\n\n`);
  }
  io.stdout(`${summaryLine(results)}\n`);
  return results.every(hasPassed) ? exit.pass : exit.findings;
};
