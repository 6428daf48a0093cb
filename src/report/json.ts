/** The `json` format: the report for programs, as `schemas/report.schema.json` describes it. */
import type { Finding, Waiver } from '../model/finding.ts';
import type { FileReport, Print, Summary } from '../model/report.ts';
import type { Place, Point } from '../model/source.ts';
import { writeJson } from './json-text.ts';

// Every object is spelled out: what a caller adds to a value must not leak into a published format.
const pointView = ({ line, column, offset }: Point): Point => ({ line, column, offset });

const placeView = ({ path, start, end }: Place): Place => ({ path, start: pointView(start), end: pointView(end) });

const waiverView = ({ reason, owner, expires, origin }: Waiver): Waiver => ({ reason, owner, expires, origin });

const summaryView = ({ files, errors, warnings, infos, pending, waived }: Summary): Summary => ({
  files,
  errors,
  warnings,
  infos,
  pending,
  waived,
});

const fileView = ({ path, kind, claim, progress }: FileReport): FileReport => ({
  path,
  kind,
  claim,
  progress: { done: progress.done, total: progress.total },
});

const findingView = (finding: Finding): Readonly<Record<string, unknown>> => ({
  rule: finding.rule,
  severity: finding.severity,
  state: finding.state,
  message: finding.message,
  ...placeView(finding.place),
  pointer: finding.pointer,
  expected: finding.expected,
  actual: finding.actual,
  fix: finding.fix,
  help: finding.help === '' ? undefined : finding.help,
  fingerprint: finding.fingerprint,
  related: finding.related.map(({ message, place }) => ({ message, ...placeView(place) })),
  waived: finding.waived && waiverView(finding.waived),
});

/** Optional values that are absent are left out. */
export const printJson: Print = (report) =>
  writeJson({
    schemaVersion: 1,
    tool: { name: report.tool.name, version: report.tool.version },
    asOf: report.asOf,
    verdict: report.verdict,
    summary: summaryView(report.summary),
    files: report.files.map(fileView),
    findings: report.findings.map(findingView),
  });
