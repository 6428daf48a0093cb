/** The people map: which person a text stands for. */
import { describe, expect, test } from 'vitest';
import { peopleMap, soundsAutomatic } from '../../src/facts/people-map.ts';
import type { Person } from '../../src/model/people.ts';
import { UsageError } from '../../src/model/usage-error.ts';

const people: readonly Person[] = [
  { handle: '@jane', names: ['Jane Doe'], emails: ['jane@example.com'], roles: ['QA'] },
  { handle: 'sam', names: ['Sam Roe'] },
  { handle: '@release-bot', human: false },
];

const handleOf = (text: string, mailmap = ''): string | undefined => peopleMap(people, mailmap).identify(text)?.handle;

describe('identify', () => {
  test.each([
    '@jane',
    'jane',
    'JANE',
    ' @Jane ',
    'Jane Doe',
    'jane  doe',
    'JaneDoe',
    'J\u0430ne Doe',
    'Jane\u00A0Doe',
    'ja\u200Bne',
    'jane@example.com',
    'JANE@Example.com',
    'Jane Doe <jane@example.com>',
    'Somebody <jane@example.com>',
    'Jane Doe (@jane)',
    '@jane (she/her)',
    'QA lead @jane',
    'Jane <12345+jane@users.noreply.github.com>',
    '<jane@example.com>',
  ])('%j is @jane', (text) => {
    expect(handleOf(text)).toBe('@jane');
  });

  test.each(['', '@nobody', 'Nobody'])('%j is nobody of the list', (text) => {
    expect(handleOf(text)).toBeUndefined();
  });

  test.each([
    ['two people in one cell', '@jane, @sam'],
    ['a known and an unknown handle', '@jane, @zed'],
    ['a name beside another handle', 'Jane Doe (@sam)'],
    ['a name beside an unknown handle', 'Jane Doe (@zed)'],
    ['a name beside an address that is not hers', 'Jane Doe <evil@example.com>'],
    ['a name beside the address of somebody else', 'Sam Roe <jane@example.com>'],
  ])('%s is nobody', (_, text) => {
    expect(handleOf(text)).toBeUndefined();
  });

  test('a known name beside an unlisted address is that person while no address is known', () => {
    expect(handleOf('Sam Roe <sam@laptop>')).toBe('@sam');
  });

  test('gives humanity and roles', () => {
    const { identify } = peopleMap(people);
    expect(identify('jane')).toEqual({ handle: '@jane', human: true, roles: ['QA'] });
    expect(identify('release-bot')).toEqual({ handle: '@release-bot', human: false, roles: [] });
  });
});

describe('mailmap', () => {
  test.each([
    ['Jane Doe <jd@laptop>', 'J <jd@laptop>'],
    ['<jane@example.com> <jd@laptop>', 'jd@laptop'],
    ['Jane Doe <jane@example.com> <jd@laptop>', 'whoever <jd@laptop>'],
    ['Jane Doe <jane@example.com> root <root@build>', 'root <root@build>'],
    ['J. D. <jane@example.com> <jd@laptop>', 'J. D.'],
  ])('%j makes %j @jane', (mailmap, text) => {
    expect(handleOf(text)).toBeUndefined();
    expect(handleOf(text, mailmap)).toBe('@jane');
  });

  test('a commit name counts only with its address', () => {
    const mailmap = 'Jane Doe <jane@example.com> root <root@build>\nSam Roe <sam@example.com> root <root@other>\n';
    expect(handleOf('root', mailmap)).toBeUndefined();
    expect(handleOf('root <root@build>', mailmap)).toBe('@jane');
    expect(handleOf('root <root@other>', mailmap)).toBe('@sam');
    expect(handleOf('root <root@third>', mailmap)).toBeUndefined();
  });

  test('chains of aliases hold whatever their order', () => {
    const lines = ['<b@example.com> <c@example.com>', '<a@example.com> <b@example.com>', 'Jane Doe <a@example.com>'];
    for (const order of [lines, [...lines].reverse()]) expect(handleOf('c@example.com', order.join('\n'))).toBe('@jane');
  });

  test('joins the names of people who are not listed', () => {
    const { keyOf, identify } = peopleMap(undefined, 'Ann Lee <ann@example.com> <al@laptop>');
    expect(identify('Ann Lee')).toBeUndefined();
    expect(keyOf('al@laptop')).toBe(keyOf('ann  LEE'));
  });
});

describe('keyOf', () => {
  test('is the handle of whom the list names', () => expect(peopleMap(people).keyOf('Jane Doe')).toBe('@jane'));

  test.each([
    ['Ann Lee', ' ann\u00A0lee'],
    ['@ann', 'ANN'],
    ['Ann Lee (she/her)', 'Ann Lee'],
    ['Ann Lee <ann@example.com>', 'Ann Lee'],
    ['Ann (@al)', '@al'],
  ])('without a list %j and %j are one', (one, other) => {
    const { keyOf } = peopleMap(undefined);
    expect(keyOf(one)).toBe(keyOf(other));
  });

  test('different people differ', () => {
    const { keyOf } = peopleMap(undefined);
    expect(new Set(['Ann Lee', 'Ann Leigh', '@ann', 'ann@example.com'].map(keyOf)).size).toBe(4);
  });
});

describe('what is ambiguous is refused when it is loaded', () => {
  test.each([
    ['a handle twice', [{ handle: '@a' }, { handle: 'A' }], /^people\.yaml\/1\/handle: "A" of A stands for somebody else/],
    [
      'a name of two',
      [
        { handle: 'a', names: ['Kim'] },
        { handle: 'b', names: ['x', 'kim'] },
      ],
      /^people\.yaml\/1\/names\/1: "kim" of b/,
    ],
    [
      'an address of two',
      [
        { handle: 'a', emails: ['k@x.y'] },
        { handle: 'b', emails: ['K@x.y'] },
      ],
      /^people\.yaml\/1\/emails\/0: /,
    ],
    ['a name that is the handle of another', [{ handle: 'kim' }, { handle: 'b', names: ['Kim'] }], /names\/0/],
    [
      'a name that only looks different',
      [
        { handle: 'a', names: ['Kim'] },
        { handle: 'b', names: ['K\u0456m'] },
      ],
      /names\/0/,
    ],
    ['a name of nothing', [{ handle: 'a', names: ['\u200B'] }], /names nobody/],
  ])('%s', (_, list, message) => {
    const load = (): unknown => peopleMap(list, '', (pointer) => `people.yaml${pointer}`);
    expect(load).toThrow(UsageError);
    expect(load).toThrow(message);
  });

  test('a mailmap that makes two people one', () => {
    expect(() => peopleMap(people, '\nSam Roe <jane@example.com>\n')).toThrow(
      /^\.mailmap:2:1: This entry makes @(?:jane and @sam|sam and @jane) one person/,
    );
  });

  test('an alias may repeat within one person', () => {
    expect(() => peopleMap([{ handle: '@kim', names: ['Kim', 'KIM'] }])).not.toThrow();
  });
});

test('an empty list knows nobody; no list knows of no list', () => {
  expect(peopleMap([]).listed).toBe(true);
  expect(peopleMap(undefined).listed).toBe(false);
});

test.each([
  'dependabot[bot]',
  'release-bot',
  'CI Bot',
  'Codex session (prep)',
  'Claude Code session',
  'review agent',
  'Release Agents',
  'ses\u200Bsion 4',
])('%j sounds automatic', (name) => {
  expect(soundsAutomatic(name)).toBe(true);
});

test.each(['Abbot', 'Talbot Smith', 'Agentha', 'Jane Doe', '@robotham'])('%j sounds human', (name) => {
  expect(soundsAutomatic(name)).toBe(false);
});
