/** Reports seen from further up: the paths that a platform expects, relative to its checkout. */
import { posix } from 'node:path';
import type { Report } from '../model/report.ts';
import type { Place } from '../model/source.ts';

/** The report with every path below a folder; the empty folder changes nothing. */
export const below = (folder: string, report: Report): Report => {
  if (folder === '') return report;
  const move = (place: Place): Place => ({ ...place, path: posix.join(folder, place.path) });
  return {
    ...report,
    files: report.files.map((file) => ({ ...file, path: posix.join(folder, file.path) })),
    findings: report.findings.map((finding) => ({
      ...finding,
      place: move(finding.place),
      related: finding.related.map((other) => ({ ...other, place: move(other.place) })),
    })),
  };
};
