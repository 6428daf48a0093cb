import { describe, expect, test } from 'vitest';
import { tasks } from '../../src/read/tasks.ts';
import { read } from './reading.ts';

const detail = (text: string, name: 'owners' | 'due' | 'optional' | 'condition' | 'evidence' | 'commands' | 'links') =>
  read(tasks, `- [ ] ${text}`)[0]?.[name];

describe('owners', () => {
  test.each([
    ['Tag the release — @octocat', ['@octocat']],
    ['@qa-lead signs, then @org/security', ['@qa-lead', '@org/security']],
    ['Deploy (@ops)', ['@ops']],
    ['Deploy. Owner: QA Lead', ['QA Lead']],
    ['Deploy — **Owner**: QA Lead — due 2026-01-05', ['QA Lead']],
    ['Deploy. Owner: QA Lead, due 2026-01-05', ['QA Lead']],
    ['Deploy. Assigned to: Jo Doe', ['Jo Doe']],
    ['Deploy. Owner: @jo', ['@jo']],
    ['confirm launcher build: @', undefined],
    ['Mail team@example.com', undefined],
    ['Deploy', undefined],
  ])('%j: %j', (text, owners) => expect(detail(text, 'owners')).toEqual(owners));

  // A scope in the name of a package is not a person.
  test('a package name in code is no owner', () => expect(detail('Run `npm i @types/node`', 'owners')).toBeUndefined());
});

describe('due dates', () => {
  test.each([
    ['Add test — due 2026-01-05 — @jo', '2026-01-05'],
    ['Add test (by 5 January 2026)', '2026-01-05'],
    ['Add test. Deadline: 2026/01/05', '2026-01-05'],
    ['Add test, ETA: January 5, 2026', '2026-01-05'],
    ['Add test — due YYYY-MM-DD — @owner', undefined],
    ['Add test, due 05/01/2026', undefined],
    ['Add test, due 2026-02-30', undefined],
    ['Reviewed by the team', undefined],
    ['Add test 2026-01-05', undefined],
  ])('%j: %j', (text, due) => expect(detail(text, 'due')).toBe(due));

  // Only the first "by" is looked behind.
  test('a person before the date does not hide it', () =>
    expect(detail('Reviewed by the whole team of engineers, due 2026-01-05', 'due')).toBe('2026-01-05'));
});

describe('optional and conditional items', () => {
  test.each([
    ['(Optional) Update README', true],
    ['Update README (optional)', true],
    ['[optional] Update README', true],
    ['Optional: update README', true],
    ['Test optional arguments', undefined],
  ])('optional: %j', (text, optional) => expect(detail(text, 'optional')).toBe(optional));

  test.each([
    ['Migrate (if applicable)', 'if applicable'],
    ['Migrate (if schema changes introduced)', 'if schema changes introduced'],
    ['If breaking changes exist, write a guide', 'If breaking changes exist'],
    ['Sign (RC+)', 'RC+'],
    ['Sign (for RC/GA)', 'for RC/GA'],
    ['**RC1 only:** branch', 'RC1 only:'],
    ['**FINAL PATCH only:** branch', 'FINAL PATCH only:'],
    ['Write a guide if needed', 'if needed'],
    ['Write a guide when breaking changes.', 'when breaking changes.'],
    ['Verify the tag', undefined],
    ['Notify everyone', undefined],
  ])('condition: %j', (text, condition) => expect(detail(text, 'condition')).toBe(condition));

  // `scoped` asks for the word "only", which kubo leaves out.
  test.each([
    ['**non-PATCH:** branch', 'non-PATCH:'],
    ['**FINAL non-PATCH:** branch', 'FINAL non-PATCH:'],
  ])('the scope of a kubo item: %j', (text, condition) => {
    expect(detail(text, 'condition')).toBe(condition);
  });
});

describe('evidence, commands and links', () => {
  test.each([
    ['Smoke pass\n  Evidence: `scripts/x.sh` local pass on 2026-02-25.', ['`scripts/x.sh` local pass on 2026-02-25.']],
    ['Smoke pass\n\n  **Evidence:** a\n  Evidence: b', ['a', 'b']],
    ['Smoke pass\r\n  Evidence： a', ['a']],
    ['Smoke pass\n  Evidence:', undefined],
    ['Collect evidence: everything', undefined],
  ])('evidence: %j', (text, evidence) => expect(detail(text, 'evidence')).toEqual(evidence));

  test('are of the item itself, not of nested items', () => {
    const text = 'Run `npm test` [log](u)\n\n  See [more](v) `not this`\n  - nested `x` [y](z) @not';
    expect(detail(text, 'commands')).toEqual(['npm test']);
    expect(detail(text, 'links')).toEqual(['u', 'v']);
    expect(detail(text, 'owners')).toBeUndefined();
  });
});
