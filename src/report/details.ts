/** Details: what a finding tells besides its message, as labelled values for people. */
import type { Finding } from '../model/finding.ts';
import type { Place } from '../model/source.ts';

export interface Detail {
  readonly label: 'expected' | 'actual' | 'fix' | 'see' | 'waived' | 'help';
  readonly value: string;
}

/** `path:line:column`. */
export const describePlace = ({ path, start }: Place): string => `${path}:${start.line}:${start.column}`;

/** The last line that a place covers: a range up to a line's first column ends on the line before. */
export const lastLineOf = ({ start, end }: Place): number => (end.column === 1 && end.line > start.line ? end.line - 1 : end.line);

const optional = (label: Detail['label'], value: string | undefined): Detail[] =>
  value === undefined || value === '' ? [] : [{ label, value }];

/** Who waived the finding, until when and why. */
export const waiverDetails = ({ waived }: Finding): Detail[] =>
  waived === undefined
    ? []
    : [{ label: 'waived', value: `by ${waived.owner} until ${waived.expires}, in the ${waived.origin}: ${waived.reason}` }];

/** In the order in which they are read; raw text, not escaped for any format. */
export const detailsOf = (finding: Finding): Detail[] => [
  ...waiverDetails(finding),
  ...optional('expected', finding.expected),
  ...optional('actual', finding.actual),
  ...optional('fix', finding.fix),
  ...finding.related.map(({ message, place }): Detail => ({ label: 'see', value: `${describePlace(place)} ${message}` })),
  ...optional('help', finding.help),
];
