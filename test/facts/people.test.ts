/** People files, mailmaps and the comparison of names. */
import { describe, expect, test } from 'vitest';
import { foldName, foldRole, readMailmap, readPeople } from '../../src/facts/people.ts';
import { UsageError } from '../../src/model/usage-error.ts';

describe('readPeople', () => {
  test('reads a list', () => {
    const { people } = readPeople('docs/people.yaml', '- handle: "@qa"\n  names: [Quinn]\n  roles: [QA]\n');
    expect(people).toEqual([{ handle: '@qa', names: ['Quinn'], roles: ['QA'] }]);
  });

  test('reads the key people, and knows where each value stands', () => {
    const { people, locate } = readPeople('docs/people.yaml', 'people:\n  - handle: qa\n    names:\n      - Quinn\n');
    expect(people).toEqual([{ handle: 'qa', names: ['Quinn'] }]);
    expect(locate('/0/names/0')).toBe('docs/people.yaml:4:9');
  });

  test.each([
    ['- name: Quinn\n', /^p\.yaml:1:3: "0" needs the key "handle"\./],
    ['- handle: qa\n  role: QA\n', /^p\.yaml:2:\d+: Unknown key "role"\. Did you mean "roles"\?/],
    ['- handle: qa\n  human: maybe\n', /^p\.yaml:2:10: .*must be boolean/],
    ['- handle: qa\n  emails: [quinn]\n', /^p\.yaml:2:12: /],
    ['- handle: "two words"\n', /^p\.yaml:1:11: /],
    ['[]\n', /^p\.yaml:1:1: /],
    ['', /^p\.yaml:1:1: .*needs the key "people"/],
    ['people: nobody\n', /^p\.yaml:1:9: /],
    ['- handle: [\n', /^p\.yaml:\d+:\d+: /],
  ])('refuses %j in one line', (text, message) => {
    const refused = (): unknown => readPeople('p.yaml', text);
    expect(refused).toThrow(UsageError);
    expect(refused).toThrow(message);
    expect(refused).not.toThrow(/\n/);
  });
});

describe('readMailmap', () => {
  test('reads the four forms, comments and empty lines', () => {
    const text = [
      '# people',
      '',
      'Jane Doe <jane@laptop>',
      '<jane@example.com> <jane@old> # moved',
      'Jane Doe <jane@example.com> <jdoe@build>',
      'Joe R. Developer <joe@example.com> Joe <bugs@example.com>',
    ].join('\r\n');
    expect(readMailmap(text)).toEqual([
      { line: 3, name: 'Jane Doe', commitEmail: 'jane@laptop' },
      { line: 4, email: 'jane@example.com', commitEmail: 'jane@old' },
      { line: 5, name: 'Jane Doe', email: 'jane@example.com', commitEmail: 'jdoe@build' },
      { line: 6, name: 'Joe R. Developer', email: 'joe@example.com', commitName: 'Joe', commitEmail: 'bugs@example.com' },
    ]);
  });

  test.each(['Jane Doe', 'Jane <>', 'Jane <a@b', 'Jane <a@b> <c@d> <e@f>'])('refuses %j with its line', (line) => {
    expect(() => readMailmap(`# one\n${line}\n`)).toThrow(/^\.mailmap:2:1: /);
  });
});

describe('foldName', () => {
  test.each(['@jane', 'Jane', ' JANE ', 'j a n e', 'ja\u200Bne', 'ja\u00A0ne', 'ｊａｎｅ', 'j\u0430ne', '\u2060jane,', '@Jane.'])(
    '%j is jane',
    (text) => {
      expect(foldName(text)).toBe('jane');
    },
  );

  test.each(['jane-d', 'jan', 'jané', 'jane2'])('%j is somebody else', (text) => {
    expect(foldName(text)).not.toBe('jane');
  });
});

test.each(['QA Lead', 'qa-lead', 'QA  lead sign-off', 'QA Lead (required)', 'Q\u200BA Lead'])('the role %j is qalead', (text) => {
  expect(foldRole(text)).toBe('qalead');
});
