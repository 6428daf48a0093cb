import { describe, expect, test } from 'vitest';
import { tasks } from '../../src/read/tasks.ts';
import { lines, pieceAt, placeAt, read } from './reading.ts';

describe('the box of a task has an exact place', () => {
  test.each([
    ['text', '- [x] done', 1, 3, 2],
    ['bold first', '- [x] **done**', 1, 3, 2],
    ['a link first', '- [x] [done](u)', 1, 3, 2],
    ['code first', '- [x] `done`', 1, 3, 2],
    ['an image first', '- [x] ![done](u)', 1, 3, 2],
    ['HTML first', '- [x] <b>done</b>', 1, 3, 2],
    ['CRLF', 'a\r\n\r\n- [x] **b**\r\n', 3, 3, 7],
    ['a lone CR', 'a\r\r- [x] b\r', 3, 3, 5],
    ['a byte order mark', '\uFEFF- [x] b', 1, 3, 2],
    ['a tab behind the bullet', '-\t[x] b', 1, 3, 2],
    ['a tab before a nested item', '- a\n\t- [x] **b**', 2, 4, 7],
    ['a quote', '> - [x] **b**', 1, 5, 4],
    ['a quote in a quote', '> > - [x] `b`', 1, 7, 6],
    ['a list in a list', '- - [x] [b](u)', 1, 5, 4],
    ['a number of two digits', '10. [x] b', 1, 5, 4],
    ['wide space', '-    [x] b', 1, 6, 5],
    ['one space of indentation', ' - [x] b', 1, 4, 3],
    ['the next line', '-\n  [x] b', 2, 3, 4],
    ['the next line, with CRLF', '-\r\n  [x] b', 2, 3, 5],
    ['the next line in a quote', '> -\n>   [x] b', 2, 5, 8],
    ['characters outside the basic plane before it', '🎉\n\n- [x] b', 3, 3, 6],
  ])('%s', (_, text, line, column, offset) => {
    expect(placeAt(tasks, text, '/0/state').start).toEqual({ line, column, offset });
    expect(pieceAt(tasks, text, '/0/state')).toBe('[x]');
    expect(read(tasks, text)[0]).toMatchObject({ state: 'done', box: '[x]' });
  });

  test.each([
    ['- [~] a', '[~]'],
    ['- [N/A] a', '[N/A]'],
    ['- ~~[ ] a~~', '[ ]'],
    ['- [\t] a', '[\t]'],
    ['> - [~] a', '[~]'],
  ])('%j', (text, box) => expect(pieceAt(tasks, text, '/0/state')).toBe(box));
});

test('a task spans its own blocks, not its nested lists', () => {
  const text = '- [ ] a\n  b\n\n  c\n\n  - [ ] d\n';
  expect(pieceAt(tasks, text, '/0')).toBe('- [ ] a\n  b\n\n  c');
  expect(pieceAt(tasks, text, '/1')).toBe('- [ ] d');
});

describe('nesting', () => {
  const shape = (text: string) => read(tasks, text).map(({ depth, parent, openChildren }) => [depth, parent, openChildren]);
  test.each([
    [
      'a ticked parent with an open child',
      '- [x] a\n  - [ ] b',
      [
        [0, undefined, 1],
        [1, 0, undefined],
      ],
    ],
    [
      'three levels',
      '- [ ] a\n  - [ ] b\n    - [x] c\n      - [ ] d',
      [
        [0, undefined, 2],
        [1, 0, 1],
        [2, 1, 1],
        [3, 2, undefined],
      ],
    ],
    [
      'a plain item between',
      '- [x] a\n  - b\n    - [ ] c',
      [
        [0, undefined, 1],
        [1, 0, undefined],
      ],
    ],
    ['below a plain item', '- a\n  - [ ] b', [[0, undefined, undefined]]],
    [
      'four spaces',
      '- [x] a\n    - [ ] b',
      [
        [0, undefined, 1],
        [1, 0, undefined],
      ],
    ],
    [
      'not-applicable children',
      '- [x] a\n  - [~] b',
      [
        [0, undefined, undefined],
        [1, 0, undefined],
      ],
    ],
    [
      'sections keep their own parents',
      '- [x] a\n\n# B\n\n- [x] c\n  - [ ] d',
      [
        [0, undefined, undefined],
        [0, undefined, 1],
        [1, 1, undefined],
      ],
    ],
  ])('%s', (_, text, expected) => expect(shape(text)).toEqual(expected));
});

describe('an item says more of itself', () => {
  const first = (text: string) => read(tasks, text)[0];
  test.each([
    ['its section', '# A\n## B\n- [ ] a', { section: ['A', 'B'] }],
    ['that its section is optional', '## Clean-up (optional)\n- [ ] a', { optional: true }],
    ['that it is quoted', '> - [ ] a', { quoted: true }],
    ['its identifier', '- [ ] a <!-- id: a.b-1 -->', { id: 'a.b-1', text: 'a' }],
    ['the role that it stands for', '## Sign-off\n- [ ] **QA lead**', { role: 'QA lead' }],
    ['that it is a condition, by its title', '## When to roll back\n- [ ] errors', { trigger: true }],
    ['that it is a condition, by the line before', 'Roll back immediately if any of these occur:\n\n- [ ] errors', { trigger: true }],
  ])('%s', (_, text, expected) => expect(first(text)).toMatchObject(expected));

  // isTrigger asks the section's own title only, so that conditions below sub-headings count as open work.
  test('that it is a condition, by a title above', () =>
    expect(first('# T\n## Rollback triggers\n### Errors\n- [ ] errors')).toMatchObject({ trigger: true }));

  test.each([
    ['no condition by the title of the document', '# Rollback criteria\n- [ ] errors', 'trigger'],
    ['no role outside sign-off sections', '## Tests\n- [ ] QA lead', 'role'],
    ['no condition where work is listed', '## Rollback\n\n- [ ] Announce it', 'trigger'],
    ['no identifier from any comment', '- [ ] a <!-- todo -->', 'id'],
  ])('%s', (_, text, key) => expect(first(text)).not.toHaveProperty(key));
});

describe('alternatives', () => {
  const states = (text: string) => read(tasks, text).map(({ state, choice }) => `${state}${choice ? ' choice' : ''}`);
  test.each([
    ['none ticked: all open', '- [ ] Patch\n- [ ] Minor\n- [ ] Major', ['open choice', 'open choice', 'open choice']],
    [
      'one ticked: the others do not apply',
      '- [ ] **GO**\n- [x] **NO-GO**\n- [ ] **CONDITIONAL GO**',
      ['not-applicable choice', 'done choice', 'not-applicable choice'],
    ],
    [
      'two ticked: what is open stays open',
      '- [x] Yes\n- [x] No\n- [ ] Not applicable',
      ['done choice', 'done choice', expect.stringContaining('choice')],
    ],
    ['other work in the list: no choice', '- [x] Go\n- [ ] Run tests', ['done', 'open']],
    ['a single item: no choice', '- [ ] Approved', ['open']],
    [
      'alternatives of different parents',
      '- [x] A\n  - [x] Yes\n  - [ ] No\n- [ ] B\n  - [ ] Yes\n  - [ ] No',
      ['done', 'done choice', 'not-applicable choice', 'open', 'open choice', 'open choice'],
    ],
  ])('%s', (_, text, expected) => expect(states(text)).toEqual(expected));

  test('say what was chosen', () => expect(read(tasks, '- [x] Go\n- [ ] No-go')[1]?.reason).toBe('The choice is "Go".'));

  // siblingsOf asks for the same section and parent only.
  test('two lists in one section are two choices', () => {
    expect(states(lines('Canary:', '', '- [x] Go', '- [ ] No-go', '', 'Production:', '', '- [ ] Go', '- [ ] No-go'))).toEqual([
      'done choice',
      'not-applicable choice',
      'open choice',
      'open choice',
    ]);
  });
});

describe('alternatives with what they are for', () => {
  const states = (...all: string[]): string[] => read(tasks, lines('## Decision', '', ...all)).map(({ state }) => state);

  test('one ticked', () =>
    expect(states('- [x] APPROVED for staging', '- [ ] APPROVED for production', '- [ ] REJECTED (reasons + rework):')).toEqual([
      'done',
      'not-applicable',
      'not-applicable',
    ]));

  test('several ticked that agree', () =>
    expect(states('- [x] APPROVED for staging', '- [x] APPROVED for production', '- [ ] REJECTED (reasons):')).toEqual([
      'done',
      'done',
      'not-applicable',
    ]));

  test('several ticked that do not', () =>
    expect(states('- [x] APPROVED for staging', '- [x] REJECTED (reasons)', '- [ ] REJECTED for good')).toEqual(['done', 'done', 'open']));

  test('work that names what it is for', () =>
    expect(states('- [x] Approved for staging', '- [ ] Passed for review')).toEqual(['done', 'open']));
});

describe('kinds of a change', () => {
  const states = (title: string, ...all: string[]): string[] => read(tasks, lines(title, '', ...all)).map(({ state }) => state);

  test.each(['## Type of change', '### What type of PR is this?', '## PR Type', '## Types of changes', '## 🔧 Kind(s) of change'])(
    'below %s what is not ticked is another kind',
    (title) => expect(states(title, '- [x] Bug fix', '- [ ] New feature', '- [x] Docs')).toEqual(['done', 'not-applicable', 'done']),
  );

  test('a comment may stand between', () =>
    expect(states('## Type of change', '<!-- put an x -->', '', '- [x] Bug fix', '- [ ] New feature')).toEqual(['done', 'not-applicable']));

  test('of which none is ticked', () => {
    const all = read(tasks, lines('## Type of change', '', '- [ ] Bug fix', '- [ ] New feature'));
    expect(all.map(({ state }) => state)).toEqual(['open', 'open']);
    expect(all[0]?.alternatives).toEqual(['Bug fix', 'New feature']);
  });

  test.each(['## Change management', '## Release checks', '## Type checks pass'])('below %s it is work', (title) =>
    expect(states(title, '- [x] Bug fix', '- [ ] New feature')).toEqual(['done', 'open']),
  );
});
