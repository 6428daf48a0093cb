/** The keyword `quorum`. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { explainErrors } from '../../../src/policy/explain-error.ts';
import { quorum } from '../../../src/policy/keywords/quorum.ts';

type Row = Readonly<Record<string, unknown>>;

const faultsOf = (value: unknown, rows: readonly Row[]): string[] => {
  const ajv = new Ajv2020({ allErrors: true, strict: false });
  ajv.addKeyword(quorum({ now: '2026-01-08T12:00:00Z' }));
  const validate = ajv.compile({ quorum: value });
  return validate(rows)
    ? []
    : explainErrors(validate.errors ?? [], rows).map(({ pointer, params }) => `${pointer} ${String(params['problem'])}`.trim());
};

const row = (role: string | undefined, person: string | undefined, more: Row = {}): Row => ({
  form: 'table',
  decision: 'approved',
  section: [],
  ...(role && { role }),
  ...(person && { person }),
  ...more,
});

describe('roles', () => {
  test.each<[string, unknown, Row[], string[]]>([
    ['all there', ['QA', 'Engineering'], [row('QA', '@a'), row('Engineering', '@b')], []],
    ['compared without case, punctuation and hints', ['qa lead'], [row('QA-Lead (required)', '@a')], []],
    ['one missing', ['QA', 'Engineering'], [row('QA', '@a')], ['The role "Engineering" has 0 of 1 approvals']],
    [
      'all missing, each named',
      ['QA', 'Engineering'],
      [],
      ['The role "QA" has 0 of 1 approvals', 'The role "Engineering" has 0 of 1 approvals'],
    ],
    ['at the role’s row', ['QA'], [row('X', '@b'), row('QA', '@a', { decision: 'pending' })], ['/1 The role "QA" has 0 of 1 approvals']],
    ['two of two', { QA: 2 }, [row('QA', '@a'), row('QA', '@b')], []],
    ['one person is not two', { QA: 2 }, [row('QA', '@a'), row('QA', ' @A '), row('QA', 'a')], ['/0 The role "QA" has 1 of 2 approvals']],
    [
      'one person in two roles',
      ['QA', 'Engineering'],
      [row('QA', '@a'), row('Engineering', '@a')],
      ['/1 The role "Engineering" has 0 of 1 approvals (@a already counts as QA)'],
    ],
    ['whoever can take another seat makes room', ['QA', 'Engineering'], [row('QA', '@a'), row('Engineering', '@a'), row('QA', '@b')], []],
    [
      'room is made along a chain',
      ['A', 'B', 'C'],
      [row('A', '1'), row('B', '1'), row('B', '2'), row('C', '2'), row('C', '3'), row('A', '3')],
      [],
    ],
    ['a log approves nothing', ['QA'], [row('QA', '@a', { form: 'log' })], ['The role "QA" has 0 of 1 approvals']],
    ['superseded', ['QA'], [row('QA', '@a', { superseded: true })], ['/0 The role "QA" has 0 of 1 approvals']],
    ['nobody named', ['QA'], [row('QA', undefined)], ['/0 The role "QA" has 0 of 1 approvals (QA names nobody)']],
    [
      'changed content',
      ['QA'],
      [row('QA', '@a', { content: 'changed' })],
      ['/0 The role "QA" has 0 of 1 approvals (@a approved content that is changed)'],
    ],
    [
      'missing content',
      ['QA'],
      [row('QA', '@a', { content: 'missing' })],
      ['/0 The role "QA" has 0 of 1 approvals (@a approved content that is missing)'],
    ],
    ['a bot', ['QA'], [row('QA', '@a', { human: false })], ['/0 The role "QA" has 0 of 1 approvals (@a is not a human)']],
    ['unknown', ['QA'], [row('QA', '@a', { known: false })], ['/0 The role "QA" has 0 of 1 approvals (@a is not on the people list)']],
    [
      'who may not hold the role',
      ['QA'],
      [row('QA', '@a', { mayHold: false })],
      ['/0 The role "QA" has 0 of 1 approvals (@a may not hold the role)'],
    ],
    [
      'delegated',
      ['QA'],
      [row('QA', '@a', { delegation: 'for @b' })],
      ['/0 The role "QA" has 0 of 1 approvals (@a signs for somebody else)'],
    ],
    [
      'the identity decides, not the spelling',
      ['QA', 'Engineering'],
      [row('QA', '@a', { identity: '@a' }), row('Engineering', 'Ann', { identity: '@a' })],
      ['/1 The role "Engineering" has 0 of 1 approvals (Ann already counts as QA)'],
    ],
  ])('%s', (_, roles, rows, faults) => expect(faultsOf({ roles }, rows)).toEqual(faults));
});

describe('options', () => {
  test.each<[string, object, Row[], boolean]>([
    ['distinct off', { roles: ['QA', 'Eng'], distinct: false }, [row('QA', '@a'), row('Eng', '@a')], true],
    [
      'distinct off still counts one person once in a role',
      { roles: { QA: 2 }, distinct: false },
      [row('QA', '@a'), row('QA', '@a')],
      false,
    ],
    ['human off', { roles: ['QA'], human: false }, [row('QA', '@a', { human: false })], true],
    ['bots excluded all the same', { roles: ['QA'], human: false, exclude: ['bots'] }, [row('QA', '@a', { human: false })], false],
    ['known off', { roles: ['QA'], known: false }, [row('QA', '@a', { known: false })], true],
    ['delegation on', { roles: ['QA'], delegation: true }, [row('QA', '@a', { delegation: 'for @b' })], true],
    ['bound, and unchanged', { roles: ['QA'], bound: true }, [row('QA', '@a', { content: 'unchanged' })], true],
    ['bound, but to nothing', { roles: ['QA'], bound: true }, [row('QA', '@a', { content: 'unbound' })], false],
    ['excluded author', { min: 1, exclude: ['author'] }, [row('QA', '@a', { involved: ['author'] })], false],
    ['author not excluded', { min: 1 }, [row('QA', '@a', { involved: ['author'] })], true],
    ['excluded committer', { min: 1, exclude: ['committers'] }, [row('QA', '@a', { involved: ['committer'] })], false],
    ['excluded handle', { min: 1, exclude: ['@a'] }, [row('QA', ' @A')], false],
    ['another handle', { min: 1, exclude: ['@b'] }, [row('QA', '@a')], true],
    ['min of people in any role', { min: 2 }, [row(undefined, '@a'), row('X', '@b')], true],
    ['min counts people, not rows', { min: 2 }, [row('X', '@a'), row('Y', '@a')], false],
    ['a group in full', { anyOf: [['QA', 'Eng'], ['CTO']] }, [row('CTO', '@a')], true],
    ['a group in part', { anyOf: [['QA', 'Eng'], ['CTO']] }, [row('QA', '@a')], false],
    [
      'a group beside the roles needs its own people',
      { roles: ['QA'], anyOf: [['CTO'], ['VP']] },
      [row('QA', '@a'), row('CTO', '@a')],
      false,
    ],
    ['a group beside the roles', { roles: ['QA'], anyOf: [['CTO'], ['VP']] }, [row('QA', '@a'), row('VP', '@b')], true],
    [
      'per section: each on its own',
      { roles: ['QA'], per: 'section' },
      [row('QA', '@a', { section: ['1.3'] }), row('QA', '', { section: ['1.4'], decision: 'pending' })],
      false,
    ],
    [
      'per section: one person in each',
      { roles: ['QA'], per: 'section' },
      [row('QA', '@a', { section: ['1.3'] }), row('QA', '@a', { section: ['1.4'] })],
      true,
    ],
    [
      'per subject',
      { roles: ['QA'], per: 'subject' },
      [row('QA', '@a', { subject: 'plan' }), row('QA', undefined, { subject: 'notes' })],
      false,
    ],
    ['nothing asked', {}, [], true],
    [
      'nothing asked of a bot and a repetition',
      { roles: [], distinct: true, exclude: ['bots'] },
      [row('QA', '@a', { human: false }), row('X', '@a')],
      true,
    ],
    ['nothing asked, in full', { roles: [], anyOf: [], min: 0, exclude: ['author', 'committers', 'bots'] }, [], true],
  ])('%s', (_, value, rows, holds) => expect(faultsOf(value, rows)).toHaveLength(holds ? 0 : 1));

  test('what is missing in a group says which', () => {
    expect(faultsOf({ anyOf: [['QA', 'Eng'], ['CTO']] }, [row('CTO', '@a', { human: false })])).toEqual([
      'None of these has approved in full: QA and Eng, or CTO (@a is not a human)',
    ]);
  });

  test('a section is named', () => {
    expect(faultsOf({ min: 1, per: 'section' }, [row('QA', '@a', { section: ['Approvals', '1.4'], decision: 'pending' })])).toEqual([
      '0 of 1 people have approved for "Approvals / 1.4"',
    ]);
  });
});

describe('without counts each approval is judged', () => {
  test('excluded people', () => {
    const rows = [row('QA', '@a', { involved: ['author'] }), row('Eng', '@b', { involved: ['committer'] }), row('X', '@c')];
    expect(faultsOf({ exclude: ['author', 'committers', '@c'] }, rows)).toEqual([
      '/0 "@a" is the author of what is approved',
      '/1 "@b" has committed to what is approved',
      '/2 "@c" is excluded',
    ]);
  });

  test('a rejection by the author is welcome', () =>
    expect(faultsOf({ exclude: ['author'] }, [row('QA', '@a', { involved: ['author'], decision: 'rejected' })])).toEqual([]));

  test('duplicate people', () => {
    expect(faultsOf({ distinct: true }, [row('QA', 'Ann', { identity: '@a' }), row('Eng', '@a', { identity: '@a' })])).toEqual([
      '/1 "@a" has already signed off as QA',
    ]);
  });

  test.each<[string, Row[], number]>([
    ['a repetition', [row('QA', '@a', { date: { raw: '1' } }), row('QA', '@a', { date: { raw: '1' } })], 1],
    ['again on another day', [row('QA', '@a', { date: { raw: '1' } }), row('QA', '@a', { date: { raw: '2' } })], 0],
    ['another section', [row('QA', '@a', { section: ['1'] }), row('Eng', '@a', { section: ['2'] })], 0],
    ['another subject', [row('QA', '@a', { subject: 'x' }), row('Eng', '@a', { subject: 'y' })], 0],
    ['nobody, twice', [row('QA', undefined), row('Eng', undefined)], 0],
    ['superseded', [row('QA', '@a', { superseded: true }), row('Eng', '@a')], 0],
  ])('%s', (_, rows, count) => expect(faultsOf({ distinct: true }, rows)).toHaveLength(count));
});

test.each([
  ['roles', { roles: 'QA' }],
  ['no count', { roles: { QA: 0 } }],
  ['half a person', { roles: { QA: 1.5 } }],
  ['an empty role', { roles: [''] }],
  ['an empty group', { anyOf: [[]] }],
  ['a flat group', { anyOf: ['QA'] }],
  ['min', { min: -1 }],
  ['a name without @', { exclude: ['jane'] }],
  ['a typo', { excludes: [] }],
  ['a flag', { distinct: 'yes' }],
  ['per', { per: 'release' }],
])('refuses wrong options: %s', (_, value) => expect(() => faultsOf(value, [])).toThrow());
