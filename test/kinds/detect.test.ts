/** The kind that a document's name and content show. */

import { describe, expect, it } from 'vitest';
import { statesRootCause } from '../../src/kinds/incident.ts';
import { readDocument } from '../../src/kinds/index.ts';
import type { DocumentData } from '../../src/model/data.ts';
import { sourceOfText } from '../../src/model/source.ts';

const kindOf = (path: string, text: string): string => readDocument(sourceOfText(path, text)).kind;

describe('the kind of a document', () => {
  it.each([
    ['CHANGELOG.md', '# Anything', 'changelog'],
    ['docs/history.md', '# x', 'changelog'],
    ['a.md', '# Change log', 'changelog'],
    ['a.md', '# Thing\n## 1.0.0\n## 0.9.0\n## 0.8.0', 'changelog'],
    ['a.md', '# INCIDENT-0001: Payment process down', 'incident'],
    ['a.md', '# Incident report', 'incident'],
    ['a.md', '# Outage of search\n\n## Timeline', 'incident'],
    ['a.md', '# Outage drills', 'document'],
    ['a.md', '# Outage 2026-08-01', 'incident'],
    ['a.md', '# Post mortem: cache', 'incident'],
    ['a.md', '# Post-incident review of search', 'incident'],
    ['a.md', '# RCA: search', 'incident'],
    ['a.md', "# Rapport d'incident — modèle", 'incident'],
    ['a.md', '# Informe de incidente', 'incident'],
    ['a.md', '# Störungsbericht Suche', 'incident'],
    ['a.md', '# 障害報告書：検索', 'incident'],
    ['a.md', '# 故障复盘', 'incident'],
    ['a.md', '# Insiden\n## Kronologi (Timeline)\n## Dampak (Impact)\n## Akar (Root cause)', 'incident'],
    ['a.md', '# Outage policy', 'document'],
    ['a.md', '# Post-incident review process', 'process'],
    ['a.md', '# Incident response plan', 'document'],
    ['postmortem-x.md', '# x', 'incident'],
    ['a.md', '# x\n## Timeline\n## Impact\n## Action items', 'incident'],
    ['a.md', '# 2026-01-05, search\n## Timeline\n## Lessons learned', 'incident'],
    ['a.md', '# Incident response runbook', 'document'],
    ['docs/approvals.md', '# x', 'approvals'],
    ['QA_SIGNOFF_v1.md', '# x', 'approvals'],
    ['a.md', '# Release sign-off', 'approvals'],
    ['a.md', '# Release sign-off checklist', 'checklist'],
    ['approvals-checklist.md', '# x', 'checklist'],
    ['release-checklist.md', '# x', 'checklist'],
    ['release-promotion.md', '# x', 'promotion'],
    ['api-gateway-notes.md', '# x', 'document'],
    ['a.md', '# Canary plan', 'promotion'],
    ['a.md', '# Environments\n## Dev -> Staging\n## Staging -> Production', 'promotion'],
    ['a.md', '# Rollout checklist', 'checklist'],
    ['a.md', '# Release process', 'process'],
    ['a.md', '# x\n## Phase 1: a\n## Phase 2: b', 'process'],
    ['a.md', '# x\n\n- [ ] a', 'checklist'],
    ['a.md', '# x\n\n- [] a\n- [ x] b', 'checklist'],
    ['RELEASING.md', '# x', 'document'],
    ['release.md', '# x\n\n- [ ] a', 'checklist'],
    ['a.md', '# Release-Checkliste 4.2', 'checklist'],
    ['a.md', '# Liste de contrôle', 'checklist'],
    ['a.md', '# Lista de verificación', 'checklist'],
    ['a.md', '# Lista de verificação', 'checklist'],
    ['a.md', '# リリースチェックリスト', 'checklist'],
    ['a.md', '# 发布检查清单', 'checklist'],
    ['a.md', '# Release approval', 'approvals'],
    ['a.md', '# Release-Freigabe', 'approvals'],
    ['a.md', '# Aprobaciones', 'approvals'],
    ['a.md', '# 承認記録', 'approvals'],
    ['a.md', '# Approval process', 'process'],
    ['a.md', '# Freigabeprozess', 'document'],
    ['a.md', '', 'document'],
    ['a.md', '# Release QA\n\n## Go / No-Go\n\n| Approver | Role | Sign-off |\n|---|---|---|\n| jo | QA | ☐ Approved |', 'approvals'],
    ['a.md', '# Gate 3\n\nNO-GO', 'approvals'],
    ['a.md', '# Gate 3\n\n**Decision:** ☐ Go ☑ No-go', 'approvals'],
    ['a.md', '# Acceptance\n\n| # | Area | Tested |\n|---|---|---|\n| 1 | Login | ☐ |', 'checklist'],
    ['a.md', '# Go/no-go checklists\n\n| Criterion | Status |\n|---|---|\n| Login | Not started |', 'checklist'],
    ['a.md', '# Production readiness\n\n| Area | Status |\n|---|---|\n| Login | FAIL |', 'checklist'],
    ['a.md', '# Release checklists\n\n- [one](a.md)', 'document'],
    ['a.md', '# Go/No-Go criteria\n\n- NO-GO when a gate fails', 'document'],
    ['a.md', '# Hooks\n\n| Hook | Signature |\n|---|---|\n| call | `(a) => void` |', 'document'],
    ['a.md', '# Options\n\n| Name | Default | Text |\n|---|---|---|\n| alias | [] | none |', 'document'],
    ['a.md', '# Task 7\n\n**Status:** Blocked', 'document'],
    ['a.md', '# Roadmap\n\n| Feature | Status |\n|---|---|\n| Search | Planned |', 'document'],
  ])('%s %j is %s', (path, text, expected) => expect(kindOf(path, text)).toBe(expected));
});

describe('a root cause', () => {
  it.each([
    ['# I\n\n## Root cause\n\nA lock.', true],
    ['# I\n\n## Root cause\n\nTBD', false],
    ['# I', false],
  ])('%j is stated: %s', (text, expected) => expect(statesRootCause(sourceOfText('i.md', text))).toBe(expected));
});

describe('release notes that tell who approved', () => {
  const table = '\n\n## Approvals\n\n| Role | Approved by | Date |\n|---|---|---|\n| QA | @qa-lead | 2026-01-05 |\n';
  it.each([
    ['by their name', 'docs/release-notes.md', `# 1.1.0${table}`],
    ['by their title', 'docs/a.md', `# Release notes of May${table}`],
    ['by what changed', 'docs/a.md', `# Release 1.1.0 (2026-01-05)\n\n## Changes\n\n- Faster${table}`],
  ])('are no approvals: %s', (_, path, text) => expect(readDocument(sourceOfText(path, text)).kind).toBe('document'));
  it('are told from approvals of a version', () =>
    expect(readDocument(sourceOfText('docs/a.md', `# Release 1.1.0${table}`)).kind).toBe('approvals'));
});

describe('the parts of a process', () => {
  const read = (text: string): DocumentData => readDocument(sourceOfText('p.md', text), 'process').data;
  it.each([
    ['a line', '**Exit criteria:** all green', 'all green'],
    ['a list below a label', '**Exit criteria:**\n\n- all green', 'Exit criteria'],
    ['a nested list', '- **Exit criteria**:\n  - all green', 'Exit criteria'],
    ['a heading', '### Exit criteria\n\n- all green', 'Exit criteria'],
    ['nothing', 'Words.', undefined],
  ])('exit criteria as %s', (_, body, expected) =>
    expect(read(`# P\n\n## Phase 1: A\n\n${body}\n`).phases?.[0]?.exitCriteria).toBe(expected),
  );

  it('owners by commas and "and"', () =>
    expect(read('# P\n\n## Phase 1: A\n\n**Owners:** QA, Ops and Security\n').phases).toMatchObject([
      { owners: ['QA', 'Ops', 'Security'] },
    ]));

  it('deliverables without boxes are of unknown state', () =>
    expect(read('# P\n\n## Deliverables\n\n- Notes\n- [x] Report\n')['deliverables']).toMatchObject([
      { text: 'Notes', state: 'unknown' },
      { text: 'Report', state: 'done' },
    ]));

  it('a schedule by tables and by weeks', () =>
    expect(
      read('# P\n\n| Day | Time | Activity |\n|---|---|---|\n| Friday | 14:00 | Deploy |\n\n- **Week 1:** Freeze\n')['schedule'],
    ).toMatchObject([
      { when: 'Friday 14:00', activity: 'Deploy' },
      { when: 'Week 1', activity: 'Freeze' },
    ]));
});

describe('how far a check list has come', () => {
  const text =
    '# Release checklist\n\n- [x] a\n\n| Step | Status |\n|---|---|\n| Backup | ❌ |\n| Deploy | ✅ |\n| Restore | N/A: no database |\n';
  it('counts the rows and lines that carry a state', () => {
    const { progress, data } = readDocument(sourceOfText('docs/checklist.md', text));
    expect(progress).toEqual({ done: 3, total: 4 });
    expect(data.progress).toEqual({ total: 4, open: 1, done: 2, notApplicable: 1 });
  });
  it('is told by items alone elsewhere', () =>
    expect(readDocument(sourceOfText('docs/incident.md', text), 'incident').progress).toEqual({ done: 1, total: 1 }));
});
