/** Groups: the findings of a report by file. */
import type { Finding } from '../model/finding.ts';
import type { FileReport, Report } from '../model/report.ts';

export interface Group {
  readonly path: string;
  /** Absent when the findings are about a file that was not judged, such as a configuration. */
  readonly file: FileReport | undefined;
  readonly findings: readonly Finding[];
}

/** Every file of the report and every path that a finding names, sorted by path. */
export const groupByPath = (report: Report): Group[] => {
  const files = new Map(report.files.map((file) => [file.path, file]));
  const findings = new Map<string, Finding[]>();
  for (const finding of report.findings) {
    const group = findings.get(finding.place.path);
    if (group === undefined) findings.set(finding.place.path, [finding]);
    else group.push(finding);
  }
  return [...new Set([...files.keys(), ...findings.keys()])]
    .sort()
    .map((path) => ({ path, file: files.get(path), findings: findings.get(path) ?? [] }));
};
