/** The table of docs/deadlines.md, counted again on the real reports. */
import { describe, expect, it } from 'vitest';
import { checkFiles } from '../checking.ts';
import { corpusPaths, hasShared, sharedBytes } from '../shared.ts';

const rules = ['report-late', 'rca-overdue', 'test-overdue'] as const;

const count = async (unknown: 'ignore' | 'indeterminate'): Promise<Record<string, number>> => {
  const files = Object.fromEntries(
    corpusPaths()
      .filter((path) => path.includes('/incidents/'))
      .map((path) => [path.replace('corpus/incidents/', ''), sharedBytes(path)]),
  );
  const settings = rules.map((rule) => `  incident/${rule}: [error, { unknown: ${unknown} }]`).join('\n');
  const config = `documents: [{ files: "*.md", kind: incident }]\nrules:\n${settings}\n`;
  const { report } = await checkFiles(files, { config, asOf: '2026-11-21T12:00:00.000Z' });
  const answers = report.findings
    .filter(({ rule }) => rules.some((name) => rule === `incident/${name}`))
    .map(({ rule, state }) => `${rule} ${state}`);
  return {
    files: report.summary.files,
    ...Object.fromEntries([...new Set(answers)].map((answer) => [answer, answers.filter((other) => other === answer).length])),
  };
};

describe.skipIf(!hasShared)('deadlines on the incident reports of shared/corpus', () => {
  it('as shipped', async () =>
    expect(await count('ignore')).toEqual({ files: 31, 'incident/rca-overdue failed': 21, 'incident/test-overdue failed': 1 }));

  it('strict', async () =>
    expect(await count('indeterminate')).toEqual({
      files: 31,
      'incident/rca-overdue failed': 21,
      'incident/rca-overdue indeterminate': 10,
      'incident/report-late indeterminate': 31,
      'incident/test-overdue indeterminate': 6,
      'incident/test-overdue failed': 1,
    }));
});
