/** The `gitlab` format: a GitLab code quality report. */
import type { Finding } from '../model/finding.ts';
import type { Print } from '../model/report.ts';
import { lastLineOf } from './details.ts';
import { makeDistinct } from './distinct.ts';
import { writeJson } from './json-text.ts';
import { type Standing, standingOf } from './standing.ts';
import { makeVisible } from './visible.ts';

const severityOf: Readonly<Record<Standing, 'major' | 'minor' | 'info'>> = {
  error: 'major',
  warning: 'minor',
  info: 'info',
  pending: 'info',
  waived: 'info',
};

const describe = (finding: Finding): string => {
  const standing = standingOf(finding);
  const prefix = standing === 'pending' || standing === 'waived' ? `${standing}: ` : '';
  return makeVisible(`${prefix}${finding.message}`);
};

/** GitLab shows only the first of equal fingerprints: a repeated one gets a number. */
export const printGitlab: Print = ({ findings }) => {
  const fingerprints = makeDistinct(findings.map(({ fingerprint }) => fingerprint));
  return writeJson(
    findings.map((finding, index) => ({
      description: describe(finding),
      check_name: finding.rule,
      fingerprint: fingerprints[index],
      severity: severityOf[standingOf(finding)],
      location: {
        path: finding.place.path,
        lines: { begin: finding.place.start.line, end: lastLineOf(finding.place) },
      },
    })),
  );
};
