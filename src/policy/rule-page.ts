/** The page of a rule: what it wants, why, a document that fails and one that passes, its options. */
import type { Rule } from './policy.ts';

// A fence longer than any in the example, so that the example stays whole.
const fenced = (lines: readonly string[]): string => {
  const longest = Math.max(2, ...lines.map((line) => /^\s*(`+)/.exec(line)?.[1]?.length ?? 0));
  const fence = '`'.repeat(longest + 1);
  return [`${fence}markdown`, ...lines, fence].join('\n');
};

const severity = ({ severity, when }: Rule): string =>
  when === 'complete' ? `${severity}; pending while the document says it is a draft or in progress` : severity;

const optionList = ({ options = {} }: Rule): string[] => {
  const entries = Object.entries(options);
  return entries.length === 0
    ? []
    : ['## Options', '', ...entries.map(([name, value]) => `- \`${name}\`: \`${JSON.stringify(value)}\` by default`), ''];
};

const examplesOf = ({ examples, scope }: Rule): string[] => {
  if (examples === undefined) return [];
  const where = examples.path === undefined ? '' : ` (as \`${examples.path}\`)`;
  const twice = scope === 'folder' ? ' The rule compares all documents of a folder.' : '';
  return [
    `## Fails${where}`,
    '',
    ...(twice === '' ? [] : [twice.trim(), '']),
    fenced(examples.fails),
    '',
    '## Passes',
    '',
    fenced(examples.passes),
    '',
  ];
};

const expectation = (expected: NonNullable<Rule['expected']>): string =>
  typeof expected === 'string' ? expected : [...new Set(Object.values(expected))].join('; ');

/** A rule as Markdown. */
export const rulePage = (rule: Rule): string =>
  [
    `# ${rule.id}`,
    '',
    rule.description,
    '',
    ...(rule.why === undefined ? [] : [rule.why, '']),
    `- Severity: ${severity(rule)}`,
    ...(rule.expected === undefined ? [] : [`- Expected: ${expectation(rule.expected)}`]),
    ...(rule.fix === undefined ? [] : [`- Fix: ${rule.fix}`]),
    '',
    ...optionList(rule),
    ...examplesOf(rule),
    '## Configuration',
    '',
    '```yaml',
    'rules:',
    `  ${rule.id}: ${rule.severity === 'error' ? 'warning' : 'error'}`,
    '```',
    '',
  ].join('\n');
