import { describe, expect, test } from 'vitest';
import { isBlank, isUnfilledChoice, isUntickedChoice } from '../../src/read/blank.ts';

describe('what says nothing yet (conventions.md 4, 5, 11)', () => {
  test.each([
    ['____'],
    ['_______________'],
    ['\\_\\_\\_'],
    ['******\\_\\_\\_******'],
    ['**\\_**'],
    ['**_'],
    ['___ ms'],
    ['_%'],
    ['`____`'],
    [''],
    [' \u00a0 '],
    ['-'],
    ['–'],
    ['—'],
    ['...'],
    ['…'],
    ['?'],
    ['@'],
    ['TBD'],
    ['tbd.'],
    ['TODO:'],
    ['TBA'],
    ['[ ]'],
    ['[TBD]'],
    ['[Name]'],
    ['[DATE]'],
    ['<version-number>'],
    ['{VERSION}'],
    ['{{ .TaskNumber }}'],
    ['YYYY-MM-DD'],
    ['yyyy/mm/dd'],
    ['YYYY-MM-DD HH:MM'],
    ['HH:MM'],
    ['HH:MM:SS'],
    ['X minutes'],
    ['........'],
    ['-----'],
    ['☐'],
    ['v_._._'],
    ['__/__/20__'],
    ['Xh Xm'],
    ['INC-YYYYMMDD-XXX'],
    ['A | B'],
    ['[critical|high|medium|low]'],
    ['SEV1/SEV2/SEV3'],
    ['Approved / Needs revision'],
    ['Approved/Pending'],
    ['P0 / P1 / P2'],
    ['Pass or Fail'],
    ['Draft | Active'],
    ['Yes / No'],
    ['GO / NO-GO'],
  ])('%j', (value) => expect(isBlank(value)).toBe(true));
});

describe('what says something', () => {
  test.each([
    ['none'],
    ['N/A'],
    ['mw'],
    ['approve'],
    ['snake_case'],
    ['__init__'],
    ['a / b'],
    ['QA / Security'],
    ['docs/approvals.md'],
    ['Resolved'],
    ['2026-01-05'],
    ['[done](u)'],
    ['[x]'],
    ['5 minutes'],
    ['- x'],
    ['0'],
    ['?mins later'],
  ])('%j', (value) => expect(isBlank(value)).toBe(false));
});

describe('a choice of which every alternative is still there', () => {
  test.each([
    ['Investigating / Identified / Monitoring / Resolved', true],
    ['`open`/`resolved`', true],
    ['(Pass/Fail)', true],
    ['Red | Green', true],
    ['a long text with many words | b', false],
    ['| x', false],
    ['Approved', false],
    ['QA / Ops', false],
    ['P1 / High', false],
    ['Critical / High', true],
    ['☐ SEV1 | ☑ SEV2', false],
    ['☐ SEV1 | ☐ SEV2', true],
  ])('%j: %s', (value, expected) => expect(isUnfilledChoice(value)).toBe(expected));
});

describe('a choice of which no box is ticked', () => {
  test.each([
    ['☐ Pass ☐ Fail', true],
    ['[ ] Yes [ ] No', true],
    ['⬜ Not Started | ⬜ In Progress | ⬜ Complete', true],
    ['☑ Pass ☐ Fail', false],
    ['☐ Pass ✅ Fail', false],
    ['[x] Yes [ ] No', false],
    ['Pass', false],
  ])('%j: %s', (value, expected) => expect(isUntickedChoice(value)).toBe(expected));
});
