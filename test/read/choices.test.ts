import { describe, expect, test } from 'vitest';
import { blanks } from '../../src/read/blanks.ts';
import { areAlternatives, stopsWhenChosen } from '../../src/read/choice-words.ts';
import { lookalikes } from '../../src/read/lookalikes.ts';
import { signOffs } from '../../src/read/sign-offs.ts';
import { tasks } from '../../src/read/tasks.ts';
import { lines, pieceAt, read } from './reading.ts';

const facts = (text: string): { boxes: number; blanks: string[]; stops: number } => ({
  boxes: read(lookalikes, text).length,
  blanks: read(blanks, text).map(({ label }) => label),
  stops: read(signOffs, text).filter(({ decision }) => decision === 'rejected').length,
});

describe('a choice in running text', () => {
  test.each([
    ['in one line', '☐ APPROVED / ☐ BLOCKED', { boxes: 0, blanks: ['APPROVED / BLOCKED'], stops: 0 }],
    ['made', '☑ APPROVED / ☐ BLOCKED', { boxes: 0, blanks: [], stops: 0 }],
    ['made against it', '☐ APPROVED / ☑ BLOCKED', { boxes: 0, blanks: [], stops: 1 }],
    [
      'a box a line',
      '[ ] **APPROVED** - goes out\n[ ] **REJECTED** - stays',
      { boxes: 0, blanks: [expect.stringContaining('APPROVED')], stops: 0 },
    ],
    ['a box a line, made', '[x] APPROVED\n[ ] REJECTED', { boxes: 0, blanks: [], stops: 0 }],
    ['a box a line, made against it', '[ ] APPROVED\n[x] REJECTED', { boxes: 0, blanks: [], stops: 1 }],
    ['a bullet a line', '- ☐ GO\n- ☑ NO-GO', { boxes: 0, blanks: [], stops: 1 }],
    ['words before their boxes', 'GO ☐ NO-GO ☐', { boxes: 0, blanks: ['GO / NO-GO'], stops: 0 }],
    ['words before their boxes, made against it', 'GO ☐ NO-GO ☑', { boxes: 0, blanks: [], stops: 1 }],
    ['behind a question', 'Approved? ☐ Yes ☐ No', { boxes: 0, blanks: ['Approved'], stops: 0 }],
    ['behind a ticked task', '- [x] Migration needed? ☐ Yes ☐ No', { boxes: 0, blanks: [expect.stringContaining('Migration')], stops: 0 }],
    ['behind a ticked task, made', '- [x] Migration needed? ☐ Yes ☑ No', { boxes: 0, blanks: [], stops: 0 }],
    ['in code', '`☐ GO ☐ NO-GO`', { boxes: 0, blanks: [], stops: 0 }],
    ['work in two boxes is none', '- [x] Unit tests  [ ] Load tests', { boxes: 1, blanks: [], stops: 0 }],
  ])('%s', (_, text, expected) => expect(facts(text)).toEqual(expected));
});

describe('a choice of tasks', () => {
  const drawn = (text: string): string[] =>
    read(tasks, text).map(({ state, alternatives }) => (alternatives === undefined ? state : `${state} of ${alternatives.length}`));

  test.each([
    ['with descriptions, made', '- [x] **GO**: ready\n- [ ] **NO GO**: aborted (reason: )', ['done', 'not-applicable']],
    ['told once while nobody made it', '- [ ] GO - ship\n- [ ] NO-GO - wait', ['open of 2', 'open']],
    ['one of which does not apply', '- [ ] Passed\n- [~] Failed (no run)', ['open of 2', 'not-applicable']],
    ['in other languages', '- [ ] Freigegeben\n- [x] Nicht freigegeben', ['not-applicable', 'done']],
    ['that a comment asks for', '<!-- Select one -->\n\n- [x] Standard change\n- [ ] Emergency change', ['done', 'not-applicable']],
    ['of several is none', 'Select one or more:\n\n- [x] Standard change\n- [ ] Emergency change', ['done', 'open']],
    ['work with such words is none', '- [x] Approve: merge the branch\n- [ ] Promote: push the tag', ['done', 'open']],
  ])('%s', (_, text, expected) => expect(drawn(text)).toEqual(expected));

  test.each([
    ['Fail', '- [ ] Pass\n- [x] Fail'],
    ['both', '- [x] Approved\n- [x] Rejected'],
  ])('made against it stops: %s', (_, text) => {
    expect(read(signOffs, `## Result\n\n${text}`).map(({ decision }) => decision)).toEqual(['rejected']);
    expect(pieceAt(signOffs, `## Result\n\n${text}`, '/0/decision')).toBe('[x]');
  });
});

test('words alone make a choice; with descriptions both outcomes have to be named', () => {
  expect(areAlternatives(['Patch', 'Minor'])).toBe(true);
  expect(areAlternatives(['Go: all green', 'No-go: something is red'])).toBe(true);
  expect(areAlternatives(['Go: all green', 'Pass: nothing is red'])).toBe(false);
  expect(areAlternatives(['Go'])).toBe(false);
  expect(stopsWhenChosen(lines('**NO-GO** - wait'))).toBe(true);
});

test.each([
  'NO-GO',
  'Failed',
  'Rejected',
  'Denied',
  'Blocked',
  'Hold',
  'On hold',
  'Not approved',
  'Not accepted',
  'Do not proceed',
  'Changes requested',
  'Needs changes',
  'Reprovado',
  'Rechazado',
  'Refusé',
  'Abgelehnt',
  'nicht genehmigt',
  'nicht freigegeben',
  '不同意',
  '不通过',
  '驳回',
])('"%s" stops however it is chosen', (word) => {
  for (const text of [
    `☐ Approved ☑ ${word}`,
    `**Decision:** ☐ Approved ☑ ${word}`,
    `- [ ] Approved\n- [x] ${word}`,
    `**Decision:** ${word}`,
  ])
    expect([text, read(signOffs, `## Decision\n\n${text}`).map(({ decision }) => decision)]).toEqual([text, ['rejected']]);
});
