import { describe, expect, test } from 'vitest';
import { outlineOf } from '../../src/markdown/outline.ts';
import { sourceOfText } from '../../src/model/source.ts';
import { fieldKey } from '../../src/read/field.ts';
import { allFields, fields } from '../../src/read/fields.ts';
import { lines, pieceAt, read } from './reading.ts';

const all = (text: string) => allFields(outlineOf(sourceOfText('a.md', text)));
const listed = (text: string): string[] => all(text).map(({ key, text: value, empty }) => `${key}=${empty ? '∅' : value}`);

describe('one field in every form it is written', () => {
  test.each([
    ['front matter', '---\nstatus: Active\n---\n', 'front-matter'],
    ['front matter in quotes', '---\nstatus: "Active"\n---\n', 'front-matter'],
    ['colon outside bold', '**Status**: Active', 'bold'],
    ['colon inside bold', '**Status:** Active', 'bold'],
    ['underscores for bold', '__Status:__ Active', 'bold'],
    ['a line that is bold as a whole', '**Status: Active**', 'bold'],
    ['a bullet that is bold as a whole', '- **Status: Active**', 'list'],
    ['colon inside italics', '*Status:* Active', 'bold'],
    ['colon outside italics', '_Status_: Active', 'bold'],
    ['no bold', 'Status: Active', 'plain'],
    ['full-width colon', 'Status： Active', 'plain'],
    ['a bullet', '- Status: Active', 'list'],
    ['a bold bullet', '* **Status**: Active', 'list'],
    ['an ordered list', '1. Status: Active', 'list'],
    ['a table with named columns', '| Field | Value |\n|---|---|\n| **Status** | Active |', 'table'],
    ['a table with an empty header', '| | |\n|---|---|\n| Status | Active |', 'table'],
    ['a hint behind the label', '**Status** (of the report): Active', 'bold'],
    ['a hint in the label', '**Status (now):** Active', 'bold'],
    ['formatted value', '**Status**: **Active**', 'bold'],
    ['a value in code', '**Status**: `Active`', 'bold'],
    ['a quote', '> **Status**: Active', 'bold'],
    ['the end of a hard break', '**Status**: Active\\\nx', 'bold'],
    ['CRLF', '**Status**: Active\r\nx', 'bold'],
  ])('%s', (_, text, form) => expect(all(text)).toMatchObject([{ key: 'status', text: 'Active', form, empty: false }]));
});

describe('several fields', () => {
  test.each([
    ['joined by soft breaks', '**A**: 1\n**B**: 2', ['a=1', 'b=2']],
    ['joined by hard breaks', '**A**: 1  \n**B**: 2  ', ['a=1', 'b=2']],
    ['plain lines in one paragraph', 'Version: 1.0\nApprover: @jo', ['version=1.0', 'approver=@jo']],
    ['name and date in one line', '**Maintainer 1**: mw Date: 2025-12-22', ['maintainer-1=mw', 'date=2025-12-22']],
    ['bars between them', 'Severity: **P2** | Duration: **1h 05m** | Status: Closed', ['severity=P2', 'duration=1h 05m', 'status=Closed']],
    ['bars between bold ones', '**Severity:** P2 · **Status:** Closed', ['severity=P2', 'status=Closed']],
    ['a bar in a value', 'Choice: a | b', ['choice=∅']],
    ['blanks in one line', '**Name:** ____ **Date:** ____', ['name=∅', 'date=∅']],
    ['three in one line', 'Name: Jo Signature: jd Date: ____', ['name=Jo', 'signature=jd', 'date=∅']],
    ['blanks that a formatter ate', 'QA Lead: **_ Date: _**', ['qa-lead=∅', 'date=∅']],
    ['a table', '| Item | Details |\n|-|-|\n| A | 1 |\n| B | |', ['a=1', 'b=∅']],
    ['a second label with its colon outside bold', '**Name:** ____ **Date**: ____', ['name=∅', 'date=∅']],
    ['Japanese', '| 項目 | 内容 |\n|-|-|\n| 重大度 | SEV-2 |\n\n- 担当：山田', ['重大度=SEV-2', '担当=山田']],
    [
      'front matter',
      '---\na: 1\nf:\n"g h": i\nj_k: l\nm: 1.10\nn: 2026-01-05\n---\n',
      ['a=1', 'f=∅', 'g-h=i', 'j-k=l', 'm=1.10', 'n=2026-01-05'],
    ],
    ['nested front matter', '---\na:\n  b: c\n---\n', ['a=b: c']],
  ])('%s', (_, text, expected) => expect(listed(text)).toEqual(expected));

  // frontMatterFields takes the range of scalars and maps only; a map in braces then looks like a placeholder.
  test.each([
    ['a list in front matter is not empty', '---\napprovers: [jo, al]\n---\n'],
    ['a block list in front matter is not empty', '---\napprovers:\n  - jo\n---\n'],
    ['a map in braces is not empty', '---\napprovers: {jo: al}\n---\n'],
  ])('%s', (_, text) => expect(all(text)).toMatchObject([{ empty: false }]));

  // plainKey asks for a blank or a non-ASCII character behind the colon.
  test('an ASCII value may touch a full-width colon', () => expect(listed('担当：Yamada')).toEqual(['担当=Yamada']));
});

describe('an empty field', () => {
  test.each([
    ['**Release manager:** _______________'],
    ['**Release manager:** ******\\_\\_\\_******'],
    ['**Release manager:** **\\_**'],
    ['**Release manager:**'],
    ['**Release manager:** TBD'],
    ['**Release manager:** [Name]'],
    ['**Release manager:** <name>'],
    ['**Release manager:** —'],
    ['**Release manager:** Approved / Rejected'],
    ['**Release manager:** ☐ Pass ☐ Fail'],
    ['**Release manager:** <!-- who -->'],
    ['Release manager: \\_\\_\\_\\_'],
    ['- **Release manager:** '],
  ])('%j keeps its raw text', (text) => {
    const field = read(fields, text)['release-manager'];
    expect(field).toMatchObject({ label: 'Release manager', empty: true });
    expect(field).not.toHaveProperty('value');
  });
});

describe('what is no field', () => {
  test.each([
    ['a sentence. Note: this is prose'],
    ['lower: case'],
    ['https://example.com'],
    ['See: //x'],
    ['This is a very long introduction to something: x'],
    ['What? No: x'],
    ['- [ ] Owner: a task'],
    ['Time 12:30'],
    ['```\nStatus: x\n```'],
    ['| A | B |\n|-|-|\n| Status | x |'],
    ['| Field | Value | Note |\n|-|-|-|\n| Status | x | |'],
    ['---\n- a\n---\n'],
    ['---\na: [\n---\n'],
    ['**: x'],
  ])('%j', (text) => expect(all(text)).toEqual([]));
});

describe('keys', () => {
  test.each([
    ['Release manager', 'release-manager'],
    ['**Release Manager**', 'release-manager'],
    ['Maintainer 2 (for RC/GA)', 'maintainer-2'],
    ['Sign‑off', 'sign-off'],
    ['Decision (`approve`/`reject`)', 'decision'],
    ['承認', '承認'],
    ['—', ''],
  ])('%j is %j', (label, key) => expect(fieldKey(label)).toBe(key));
});

describe('places', () => {
  test.each([
    ['**Status**: **Active** now', '**Status**: **Active** now', '**Active** now'],
    ['> - **Status:** Active', '**Status:** Active', 'Active'],
    ['\uFEFFStatus: Active', 'Status: Active', 'Active'],
    ['x\r\nStatus: Active\r\n', 'Status: Active', 'Active'],
    ['---\nstatus: Active\n---\n', 'status: Active', 'Active'],
    ['---\r\nstatus: Active\r\n---\r\n', 'status: Active', 'Active'],
    ['| | |\n|-|-|\n| Status | Active |', '| Status | Active |', 'Active'],
  ])('%j', (text, whole, value) => {
    expect(pieceAt(fields, text, '/status')).toBe(whole);
    expect(pieceAt(fields, text, '/status/value')).toBe(value);
  });

  test('of the second field of a line', () => {
    const text = 'Name: Jo Date: 2026-01-05';
    expect(pieceAt(fields, text, '/date')).toBe('Date: 2026-01-05');
    expect(pieceAt(fields, text, '/name/value')).toBe('Jo');
  });
});

describe('of several fields with one key counts', () => {
  test.each([
    ['the first', 'Status: a\n\nStatus: b', 'a'],
    ['that of the head', '## X\n\nStatus: a\n\n# Y\n\nStatus: b', 'b'],
  ])('%s', (_, text, value) => expect(read(fields, text)['status']?.value).toBe(value));
});

test('a label that introduces something says so, and a list item keeps what is nested in it', () => {
  expect(all(lines('**Steps:**', '', '- a'))).toMatchObject([{ introduces: true }]);
  expect(all(lines('**Steps:**', '', 'text'))).toMatchObject([{ introduces: false }]);
  expect(all('- **Steps:**\n  - a')[0]?.item?.children).toHaveLength(2);
});
