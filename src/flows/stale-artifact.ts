/** A generated file that is not what would be generated now → a report with one finding. */
import { createHash } from 'node:crypto';
import type { Artifact } from '../model/artifact.ts';
import type { KindName } from '../model/document.ts';
import type { Finding } from '../model/finding.ts';
import type { Report } from '../model/report.ts';
import { lineRange, placeOf, type Source, sourceOfText } from '../model/source.ts';

const rule = {
  id: 'generated/stale-artifact',
  description: 'A generated file is what would be generated now.',
  severity: 'error',
  help: 'https://unpkg.com/docgate/docs/generated.md',
} as const;

export interface StaleRequest {
  readonly tool: Report['tool'];
  /** RFC 3339. */
  readonly now: string;
  readonly artifact: Artifact;
  readonly kind: KindName;
  /** The command line that writes the file. */
  readonly command: string;
}

// The first line that differs: there people start to look.
const firstDifference = (source: Source, text: string): number => {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  const own = source.text.split(/\r\n|\n|\r/);
  const index = own.findIndex((line, at) => line !== lines[at]);
  return Math.min(index < 0 ? own.length : index + 1, source.lines.length);
};

const fixOf = ({ before }: Artifact, command: string): string =>
  before === undefined
    ? `Run \`${command}\` and commit the result.`
    : `Run \`${command} --force\` and commit the result; what was written into the file by hand is lost by that.`;

const findingOf = ({ artifact, command }: StaleRequest, source: Source): Finding => ({
  rule: rule.id,
  severity: rule.severity,
  state: 'failed',
  message: artifact.before === undefined ? 'The generated file is missing.' : 'The file is not what would be generated now.',
  place: placeOf(source, lineRange(source, firstDifference(source, artifact.text ?? ''))),
  pointer: '',
  expected: `what \`${command}\` writes`,
  fix: fixOf(artifact, command),
  help: rule.help,
  fingerprint: createHash('sha256').update(`${rule.id}\n${artifact.path}`).digest('hex').slice(0, 32),
  related: [],
});

/** The report of a check, and the source for its code frame. Passes when the file is what would be generated. */
export const staleReport = (request: StaleRequest): { readonly report: Report; readonly sources: ReadonlyMap<string, Source> } => {
  const { tool, now, artifact, kind } = request;
  const source = sourceOfText(artifact.path, artifact.before ?? '');
  const findings = artifact.before === artifact.text ? [] : [findingOf(request, source)];
  const report: Report = {
    tool,
    asOf: now,
    verdict: findings.length === 0 ? 'pass' : 'fail',
    summary: { files: 1, errors: findings.length, warnings: 0, infos: 0, pending: 0, waived: 0 },
    files: [{ path: artifact.path, kind, claim: 'complete', progress: { done: 0, total: 0 } }],
    findings,
    rules: [rule],
  };
  return { report, sources: new Map([[artifact.path, source]]) };
};
