import { describe, expect, test } from 'vitest';
import { claim, claimOf } from '../../src/read/claim.ts';
import { pieceAt, read } from './reading.ts';

describe('what a status claims', () => {
  test.each([
    ['Draft', 'draft'],
    ['DRAFT', 'draft'],
    ['⚠️ WIP', 'draft'],
    ['**Proposed**', 'draft'],
    ['template', 'draft'],
    ['Work in progress', 'draft'],
    ['Not started', 'draft'],
    ['In Progress', 'in-progress'],
    ['in-review', 'in-progress'],
    ['open', 'in-progress'],
    ['⏳ Pending', 'in-progress'],
    ['Investigating', 'in-progress'],
    ['Monitoring', 'in-progress'],
    ['進行中', 'in-progress'],
    ['Resolved', 'complete'],
    ['published', 'complete'],
    ['Active', 'complete'],
    ['✅ Approved', 'complete'],
    ['READY FOR APPROVAL', 'complete'],
    ['Drafted by Jo', 'complete'],
    ['', 'complete'],
  ])('%j: %s', (status, expected) => expect(claimOf(status)).toBe(expected));

  // `in[- ]progress` does not know the underscore; the words of inProgress have no end.
  test.each([
    ['in_progress', 'in-progress'],
    ['Opened and closed', 'complete'],
    ['Pendingly closed', 'complete'],
  ])('%j: %s', (status, expected) => expect(claimOf(status)).toBe(expected));
});

describe('a claim is made in the head of the document only', () => {
  test.each([
    ['front matter', '---\nstatus: draft\n---\n# T', 'draft'],
    ['below the title', '# T\n\n**Status:** Draft', 'draft'],
    ['a document status', '# T\n\n**Document status**: In Progress', 'in-progress'],
    ['without a title, in the first section', '## T\n\nStatus: Draft', 'draft'],
    ['a later section', '# T\n\n## Rollout\n\nStatus: Draft', undefined],
    ['without a title, a later section', '## T\n\n## U\n\nStatus: Draft', undefined],
    ['an unfilled choice', '# T\n\nStatus: Draft / Active', undefined],
    ['no status', '# T', undefined],
  ])('%s', (_, text, expected) => expect(read(claim, text)).toBe(expected));

  test('and stands at its field', () => expect(pieceAt(claim, '# T\n\n**Status:** Draft\n', '')).toBe('**Status:** Draft'));
});
