/** The five documents that the product was conceived from. */

import { describe, expect, it } from 'vitest';
import { readDocument } from '../../src/kinds/index.ts';
import type { DocumentData } from '../../src/model/data.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { Report } from '../../src/model/report.ts';
import { sourceOfBytes } from '../../src/model/source.ts';
import { checkFiles } from '../checking.ts';
import { countBoxes } from '../independent-count.ts';
import { hasShared, sharedBytes } from '../shared.ts';

const model = (name: string): DocumentData => readDocument(sourceOfBytes(name, sharedBytes(`seeds/${name}`))).data;
const check = async (name: string): Promise<Report> =>
  (await checkFiles({ [name]: sharedBytes(`seeds/${name}`) }, { paths: [name] })).report;
const named = (report: Report, rule: string): Finding[] => report.findings.filter((finding) => finding.rule.endsWith(`/${rule}`));

describe.skipIf(!hasShared)('the seeds (shared/seeds)', () => {
  it('release-checklist.md: each open box and the three blanks, none missed, none invented', async () => {
    const report = await check('release-checklist.md');
    const text = new TextDecoder().decode(sharedBytes('seeds/release-checklist.md'));
    const boxes = countBoxes(text).filter(({ checked }) => !checked);
    expect(report.verdict).toBe('fail');
    expect(named(report, 'open-items').map(({ place }) => place.start.line)).toEqual(boxes.map(({ line }) => line));
    expect(named(report, 'blank-field').map(({ message }) => message)).toEqual([
      '"Release manager" is not filled in.',
      '"Date" is not filled in.',
      '"Version" is not filled in.',
    ]);
  });

  it('release-process.md: a draft, so its five boxes are pending', async () => {
    const report = await check('release-process.md');
    expect(report.files[0]).toMatchObject({ kind: 'process', claim: 'draft' });
    expect(report.summary).toMatchObject({ errors: 0, pending: 5 });
    expect(report.verdict).toBe('pending');
  });

  it('release-process.md: the incident template in its fence is not judged', () => {
    expect(model('release-process.md')).toMatchObject({ placeholders: [], timeline: [] });
  });

  it('release-process.md: thresholds with an alert are breaches', () => {
    const limits = model('release-process.md').thresholds;
    expect(limits.filter(({ metric }) => metric === 'Error Rate')).toMatchObject([
      { comparator: '>', value: 1, unit: '%', polarity: 'breach' },
    ]);
    expect(limits.every(({ polarity }) => polarity === 'breach')).toBe(true);
  });

  it('release-process.md: rollback, required logs and dashboards are read', () => {
    const read = model('release-process.md');
    expect(read.rollbackTriggers).toHaveLength(3);
    expect(read.requiredLogs).toHaveLength(3);
    expect(read.dashboards).toHaveLength(3);
  });

  it('release-promotion.md: three stages with requirements and gates', () => {
    const { stages = [], thresholds } = model('release-promotion.md');
    expect(stages.map(({ from, to }) => `${from}>${to}`)).toEqual(['Dev>Staging', 'Staging>Canary', 'Canary>Production']);
    expect(stages.map(({ requirements }) => requirements.length)).toEqual([4, 4, 4]);
    expect(stages.map(({ trigger }) => trigger)).toEqual([
      'Merge to main branch',
      'Manual approval or scheduled',
      'Automatic after canary success',
    ]);
    expect(thresholds.every(({ polarity }) => polarity === 'pass')).toBe(true);
    expect(thresholds.filter(({ action }) => action !== undefined)).toMatchObject([
      { metric: 'Error Rate', comparator: '<', value: 1, unit: '%', baseline: 'increase', polarity: 'pass', action: 'Auto-rollback' },
      { metric: 'P99 Latency', comparator: '<', value: 10, polarity: 'pass' },
      { metric: 'Availability', comparator: '>=', value: 99.9, polarity: 'pass' },
    ]);
  });

  it('release-promotion.md: nothing of it fails', async () => {
    expect((await check('release-promotion.md')).summary.errors).toBe(0);
  });

  it('production-release-workflow.md: eight phases with exit criteria, eight open deliverables', async () => {
    const { phases = [] } = model('production-release-workflow.md');
    expect(phases.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(phases.every(({ exitCriteria, steps }) => (exitCriteria ?? '').length > 10 && steps.length >= 3)).toBe(true);
    expect(named(await check('production-release-workflow.md'), 'deliverable-open')).toHaveLength(8);
  });

  it('weekly-release-workflow.md: its mojibake once, its rollback triggers are no work to do', async () => {
    const report = await check('weekly-release-workflow.md');
    expect(named(report, 'mojibake')).toHaveLength(1);
    expect(named(report, 'open-items')).toHaveLength(10);
    const { schedule, phases } = model('weekly-release-workflow.md');
    expect(schedule).toHaveLength(7);
    expect(phases).toHaveLength(7);
  });
});
