import { describe, expect, it } from 'vitest';
import { readDocument } from '../../../src/kinds/index.ts';
import type { KindName } from '../../../src/model/document.ts';
import { sourceOfText } from '../../../src/model/source.ts';
import { candidateOf, changelogCandidate, roleOf } from '../../../src/setup/init/candidate.ts';
import { isForeign, isPromising, isRelevant } from '../../../src/setup/init/names.ts';

const roleIn = (path: string, kind: KindName, text: string) => roleOf(candidateOf(readDocument(sourceOfText(path, text), kind)));

const open = '# Release checklist\n\n- [ ] One\n- [ ] Two\n';

describe('roleOf', () => {
  it('takes a checklist in which nothing is ticked for a form', () => {
    expect(roleIn('docs/release-checklist.md', 'checklist', open)).toBe('form');
    expect(roleIn('docs/release-checklist.md', 'checklist', open.replace('[ ] One', '[x] One'))).toBe('record');
  });

  it('takes it for a record once it says for which release, or how far it is', () => {
    expect(roleIn('docs/releases/1.4.0/checklist.md', 'checklist', open)).toBe('record');
    expect(roleIn('docs/release-checklist-2026-02-03.md', 'checklist', open)).toBe('record');
    expect(roleIn('docs/release-checklist.md', 'checklist', open.replace('\n\n', '\n\n**Version**: 1.4.0\n\n'))).toBe('record');
    expect(roleIn('docs/release-checklist.md', 'checklist', open.replace('\n\n', '\n\n**Status**: In progress\n\n'))).toBe('record');
  });

  it('never sets a document aside that cannot be read well', () => {
    expect(roleIn('docs/release-checklist.md', 'checklist', `${open}- [x ] Three\n`)).toBe('record');
    expect(roleIn('docs/release-checklist.md', 'checklist', '# Release checklist\n\n- [] One\n')).toBe('record');
    expect(roleIn('docs/release-checklist.md', 'checklist', '# Release checklist\n\n```\nunclosed\n')).toBe('record');
  });

  it('knows what holds nothing of what its name says', () => {
    expect(roleIn('docs/release-checklist.md', 'checklist', '# Release checklist\n\nSee the wiki.\n')).toBe('prose');
    expect(roleIn('docs/approvals.md', 'approvals', '# Approvals\n\nAsk the team.\n')).toBe('prose');
    expect(roleOf(changelogCandidate('CHANGELOG.md', 'See the releases page.\n'))).toBe('prose');
    expect(roleOf(changelogCandidate('CHANGELOG.md', '## 1.0.0\n'))).toBe('record');
    expect(roleOf(changelogCandidate('HISTORY.md', '1.0.0 / 2020-01-01\n======\n'))).toBe('record');
  });

  it('believes a name that says template', () => {
    expect(roleIn('.github/ISSUE_TEMPLATE/release.md', 'checklist', open)).toBe('template');
    expect(roleIn('docs/incidents/Postmortem template.md', 'incident', '# Incident\n')).toBe('template');
  });
});

describe('names', () => {
  it.each(['docs/release-checklist.md', 'PM2021-004 - outage.md', 'CHANGELOG.md', 'docs/GATES.md', 'a/inc_12.md'])(
    '%s is promising',
    (path) => {
      expect(isPromising(path)).toBe(true);
    },
  );

  it.each(['docs/install.md', 'docs/gateway.md', 'docs/aggregates.md', 'docs/principles.md'])('%s is not', (path) => {
    expect(isPromising(path)).toBe(false);
  });

  it.each(['vendor/a/CHANGELOG.md', 'a/.cache/approvals.md', 'test/fixtures/checklist.md', '_archive/approvals.md'])(
    '%s is foreign',
    (path) => {
      expect(isForeign(path)).toBe(true);
    },
  );

  it('does not govern what only happens to have boxes, or a process of something else', () => {
    expect(isForeign('.github/approvals.md')).toBe(false);
    expect(isRelevant('checklist', 'docs/ideas.md', 'Ideas')).toBe(false);
    expect(isRelevant('process', 'docs/hiring.md', 'Hiring process')).toBe(false);
    expect(isRelevant('process', 'docs/shipping.md', 'Release process')).toBe(true);
    expect(isRelevant('changelog', 'docs/versions.md', 'Supported versions')).toBe(false);
    expect(isRelevant('document', 'docs/releases.md', 'Releases')).toBe(false);
  });
});
