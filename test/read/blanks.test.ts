import { describe, expect, test } from 'vitest';
import { blanks } from '../../src/read/blanks.ts';
import { lines, pieceAt, read } from './reading.ts';

const found = (text: string): string[] => read(blanks, text).map(({ label, raw }) => `${label}: ${raw}`);

describe('places where a value belongs and none stands', () => {
  test.each([
    ['a blank', '**Release manager:** ____', ['Release manager: ____']],
    ['a blank that a formatter ate', '**Release manager:** **\\_**', ['Release manager: **\\_**']],
    ['name and date', 'QA Lead: **_ Date: _**', ['QA Lead: **_', 'Date: _**']],
    ['a placeholder', '**Version:** vX [TBD]\n**Date:** YYYY-MM-DD', ['Date: YYYY-MM-DD']],
    ['a choice', '**Severity:** SEV1/SEV2/SEV3', ['Severity: SEV1/SEV2/SEV3']],
    ['unticked boxes', '**Result:** ☐ Pass ☐ Fail', ['Result: ☐ Pass ☐ Fail']],
    ['nothing, among other fields', '- **Prepared by:** jo\n- **Approved by:** ', ['Approved by: ']],
    ['a cell of a field table', '| Field | Value |\n|-|-|\n| Reviewer | |', ['Reviewer: ']],
    ['a cell of underscores', '| Role | Name |\n|-|-|\n| Legal | ____ |', ['Legal Name: ____']],
    ['a cell of unticked boxes', '| Test | Result |\n|-|-|\n| Login | ☐ Pass ☐ Fail |', ['Login Result: ☐ Pass ☐ Fail']],
    ['a cell of unticked GitHub boxes', '| Risk | Ok |\n|-|-|\n| High | [ ] Yes [ ] No |', ['High Ok: [ ] Yes [ ] No']],
    ['a ticked item', '- [x] Release manager: ____', ['Release manager: Release manager: ____']],
    ['a ticked owner above a block that is not the last item', '- [x] Owner: @\n- [x] Built\n\n```\nok\n```', ['Owner: Owner: @']],
    ['a ticked owner that names nobody', '- [x] Owner: @', ['Owner: Owner: @']],
    ['an unfilled item', '- [ ] Reviewed by ____ on ____', [expect.stringContaining('Reviewed by')]],
    ['front matter with a placeholder', '---\nversion: "{VERSION}"\n---\n', ['version: {VERSION}']],
    ['a measured value', '| Metric | Actual |\n|-|-|\n| p95 | ___ ms |', ['p95 Actual: ___ ms']],
    ['a line to write on', 'Release manager ________', ['Release manager: Release manager ________']],
    ['a line to write on, escaped', 'Signed by \\_\\_\\_\\_', [expect.stringContaining('Signed by')]],
    ['two labels, one of them filled', 'Name: Jo  Signature ________', [expect.stringContaining('Name: Jo  Signature')]],
    ['a label alone among sign-offs', '## Sign-off\n\n**Approved by:**\n\n**Date:**', ['Approved by: ', 'Date: ']],
    ['below reports on usage', '# T\n\n## Usage reports\n\nOwner: ____', ['Owner: ____']],
  ])('%s', (_, text, expected) => expect(found(text)).toEqual(expected));

  test.each([
    ['a box, which is told as one', '- Deployed: [ ]'],
    ['the title of an issue form', '---\nabout: a release\ntitle: "[RELEASE]"\n---\n'],
    ['words with underscores', '____init____ is called'],
    ['an open item of underscores', '- [ ] ________'],
    ['a label that introduces a list among sign-offs', '## Sign-off\n\n**Approvers:**\n\n- jo'],
    ['a label alone', '**Steps:**'],
    ['a label before a list', '**Steps:**\n\n- a'],
    ['an item with nested items', '- **Steps:**\n  - a\n- **More:** x'],
    ['front matter', '---\na:\n---\n'],
    ['an empty cell', '| Role | Name |\n|-|-|\n| Legal | |'],
    ['underscores within words', '| Role | Name |\n|-|-|\n| Legal | a_b |'],
    ['a ticked choice', '| Test | Result |\n|-|-|\n| Login | ☑ Pass ☐ Fail |'],
    ['an open owner', '- [ ] Owner:'],
    ['what the block below answers', '- [x] Built\n- [x] The output was:\n\n```\nok\n```'],
    ['instructions', '# Instructions\n\n**Name:** ____'],
    ['an example', '# T\n\n## Example\n\n**Name:** ____'],
    ['a filled field', 'Status: Active'],
  ])('not %s', (_, text) => expect(found(text)).toEqual([]));

  test('know whether the sign-off or item that they belong to is told as open', () => {
    const undecided = (text: string): unknown[] => read(blanks, text).map((blank) => blank.undecided);
    expect(undecided('## Sign-off\n\nQA lead: ____ Date: ____')).toEqual([true, true]);
    expect(undecided('## Sign-off\n\n| Role | Name | Date |\n|-|-|-|\n| QA | ____ | ____ |')).toEqual([true, true]);
    expect(undecided('## Sign-off\n\n| Role | Name | Decision |\n|-|-|-|\n| QA | ____ | Approved |')).toEqual([undefined]);
    expect(undecided('- [ ] QA lead: ____')).toEqual([true]);
    expect(undecided('- [x] QA lead: ____\n\nOwner: ____')).toEqual([undefined, undefined]);
    expect(undecided('> ## Sign-off\n>\n> Approved by: ____')).toEqual([undefined]);
  });

  test('know place and section', () => {
    const text = lines('# A', '', '| R | N |', '|-|-|', '| L | __ |');
    expect(read(blanks, text)[0]?.section).toEqual(['A']);
    expect(pieceAt(blanks, text, '/0')).toBe('__');
  });
});

describe('forms in blocks of code below headings of sign-offs', () => {
  const form = (title: string, fence: string, ...all: string[]): string[] => found(lines('# Launch', '', title, '', fence, ...all, '```'));

  test('lines to write on', () =>
    expect(form('## Sign-off', '```', 'Release manager: ________  Date: ____', 'QA lead:         jo        Date: 2026-09-01')).toEqual([
      'Release manager: ________',
      'Date: ____',
    ]));

  test('lines to sign on, above the names', () =>
    expect(form('### Tanda Tangan (Sign-Off Signatures)', '```text', 'Client        Team', '______        ______')).toHaveLength(2));

  test('a choice that nobody made', () =>
    expect(form('## Approval', '```', 'FINAL: [ ] APPROVED  [ ] REJECTED')).toEqual(['FINAL: FINAL: [ ] APPROVED  [ ] REJECTED']));

  test('a choice that somebody made', () => expect(form('## Approval', '```', 'FINAL: [x] APPROVED  [ ] REJECTED')).toEqual([]));

  test.each([
    ['below other headings', form('## Commands', '```', 'NAME: ____')],
    ['in a language', form('## Approval', '```python', 'print("____")')],
    ['of a template', form('## Approval template', '```', 'Name: ____')],
    ['within names', form('## Approval', '```', 'SOME____NAME is set')],
  ])('not %s', (_, all) => expect(all).toEqual([]));

  test('stand at their lines', () =>
    expect(pieceAt(blanks, lines('## Sign-off', '', '```', 'QA: jo  Date: ____', '```'), '/0')).toBe('____'));
});

test('a day in characters that is not filled in', () =>
  expect(found('**改善期限**：____年____月____日')).toEqual(['改善期限: ____年____月____日']));
