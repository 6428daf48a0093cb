/** The `sarif` format: SARIF 2.1.0 (OASIS), for code scanning and audits. */
import type { Finding, Related, Severity } from '../model/finding.ts';
import type { Print, Report, RuleInfo } from '../model/report.ts';
import type { Place } from '../model/source.ts';
import { writeJson } from './json-text.ts';
import { webAddress } from './web-address.ts';

type Json = Readonly<Record<string, unknown>>;

const schema = 'https://raw.githubusercontent.com/oasis-tcs/sarif-spec/master/Schemata/sarif-schema-2.1.0.json';

const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = { error: 'error', warning: 'warning', info: 'note' };

// encodeURIComponent throws on a lone surrogate.
const encodeSegment = (segment: string): string => encodeURIComponent(segment.replace(/\p{Cs}/gu, '\uFFFD'));

const uriOf = (path: string): string => path.split('/').map(encodeSegment).join('/');

const physicalLocation = ({ path, start, end }: Place): Json => ({
  artifactLocation: { uri: uriOf(path), uriBaseId: '%SRCROOT%' },
  region: { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column },
});

const relatedLocation = ({ message, place }: Related, index: number): Json => ({
  id: index + 1,
  physicalLocation: physicalLocation(place),
  message: { text: message },
});

// A rule that was reported but not listed still needs a descriptor to point at.
const listRules = ({ rules, findings }: Report): RuleInfo[] => {
  const listed = new Set(rules.map(({ id }) => id));
  const unlisted = new Map(findings.filter(({ rule }) => !listed.has(rule)).map((finding) => [finding.rule, finding]));
  const inferred = [...unlisted.values()].map(({ rule, severity, help }) => ({
    id: rule,
    description: rule,
    severity,
    ...(help !== undefined && { help }),
  }));
  return [...rules, ...inferred];
};

const descriptor = ({ id, description, severity, help }: RuleInfo): Json => {
  const text = description === '' ? id : description;
  return {
    id,
    shortDescription: { text },
    fullDescription: { text },
    help: { text: help === undefined || help === '' ? text : `${text} See ${help}` },
    helpUri: webAddress(help ?? ''),
    defaultConfiguration: { level: levels[severity] },
  };
};

// §3.27.9, §3.27.10: a result of a kind other than `fail` has the level `none`.
const weightOf = ({ state, severity }: Finding): Json =>
  state === 'pending' ? { kind: 'open', level: 'none' } : { kind: 'fail', level: levels[severity] };

// §3.35.2: in the source that was analysed, or in a store beside it.
const suppressionKinds = { document: 'inSource', configuration: 'external' } as const;

const suppressionsOf = ({ waived }: Finding): Json[] =>
  waived === undefined
    ? []
    : [
        {
          kind: suppressionKinds[waived.origin],
          status: 'accepted',
          justification: waived.reason,
          properties: { owner: waived.owner, expires: waived.expires },
        },
      ];

const resultOf = (finding: Finding, ruleIndex: number | undefined): Json => ({
  ruleId: finding.rule,
  ruleIndex,
  ...weightOf(finding),
  message: { text: finding.message },
  locations: [{ physicalLocation: physicalLocation(finding.place) }],
  relatedLocations: finding.related.length === 0 ? undefined : finding.related.map(relatedLocation),
  partialFingerprints: { 'docgate/v1': finding.fingerprint },
  // §3.27.23: all results of a run have this property, or none.
  suppressions: suppressionsOf(finding),
  properties: {
    state: finding.state,
    pointer: finding.pointer,
    expected: finding.expected,
    actual: finding.actual,
    fix: finding.fix,
  },
});

const runOf = (report: Report): Json => {
  const rules = listRules(report);
  const indexes = new Map(rules.map(({ id }, index) => [id, index]));
  return {
    tool: { driver: { name: report.tool.name, version: report.tool.version, rules: rules.map(descriptor) } },
    automationDetails: { id: `${report.tool.name}/` },
    invocations: [{ executionSuccessful: true }],
    originalUriBaseIds: { '%SRCROOT%': { description: { text: 'The root of the checked tree.' } } },
    columnKind: 'utf16CodeUnits',
    newlineSequences: ['\r\n', '\n', '\r'],
    results: report.findings.map((finding) => resultOf(finding, indexes.get(finding.rule))),
    properties: { asOf: report.asOf, verdict: report.verdict },
  };
};

export const printSarif: Print = (report) => writeJson({ $schema: schema, version: '2.1.0', runs: [runOf(report)] });
