/** Each keyword by the pointers of its faults. */
import { describe, expect, it } from 'vitest';
import { ruleAjv } from '../../../src/policy/ajv.ts';

const context = { now: '2026-01-10T12:00:00Z' };

const faults = (schema: object, data: unknown): string[] => {
  const validate = ruleAjv(context, false).compile(schema);
  validate(data);
  return (validate.errors ?? []).map(({ instancePath }) => instancePath);
};

describe('uniqueBy', () => {
  const by = (...pointers: string[]): object => ({ uniqueBy: { by: pointers } });
  it.each([
    ['distinct values', by('/a'), [{ a: 'x' }, { a: 'y' }], []],
    ['equal values', by('/a'), [{ a: 'x' }, { a: 'x' }, { a: 'x' }], ['/1', '/2']],
    ['case, space and punctuation', by('/a'), [{ a: 'Tests pass.' }, { a: 'tests  PASS' }], ['/1']],
    ['full-width letters', by('/a'), [{ a: 'Ａ' }, { a: 'a' }], ['/1']],
    ['numbers', by('/a'), [{ a: 1 }, { a: 1 }, { a: '1' }], ['/1']],
    ['a missing first value', by('/a'), [{}, {}, { a: '' }, { a: '' }], []],
    ['a missing further value', by('/a', '/b'), [{ a: 'x' }, { a: 'x' }, { a: 'x', b: 1 }], ['/1']],
    [
      'only items that count',
      { uniqueBy: { by: ['/a'], where: { '/ok': true } } },
      [{ a: 'x', ok: true }, { a: 'x' }, { a: 'x', ok: true }],
      ['/2'],
    ],
    ['the items themselves', by(''), ['a', 'b', 'A'], ['/2']],
  ])('%s', (_, schema, data, expected) => expect(faults(schema, data)).toEqual(expected));
});

describe('chronological', () => {
  const times = (...values: (string | undefined)[]): object[] => values.map((t) => ({ t }));
  it.each([
    ['ascending', { by: '/t' }, times('2026-01-05T10:00', '2026-01-05T10:00', '2026-01-06T09:00'), []],
    ['a step back', { by: '/t' }, times('2026-01-05T10:00', '2026-01-05T09:00'), ['/1']],
    ['a day and a minute of it', { by: '/t' }, times('2026-01-05T10:00', '2026-01-05'), []],
    ['over a gap without time', { by: '/t' }, times('2026-01-05T10:00', undefined, '2026-01-05T09:00'), ['/2']],
    [
      'about the same time',
      { by: '/t', about: '/a' },
      [
        { t: '2026-01-05T06:45', a: true },
        { t: '2026-01-05T06:42' },
        { t: '2026-01-05T06:30', a: true },
        { t: '2026-01-05T05:55', a: true },
      ],
      ['/3'],
    ],
    ['exact times, where some may be about', { by: '/t', about: '/a' }, times('2026-01-05T06:45', '2026-01-05T06:42'), ['/1']],
    ['descending', { by: '/t', order: 'descending' }, times('2026-01-06', '2026-01-05', '2026-01-07'), ['/2']],
    [
      'per sequence',
      { by: '/t', within: '/s' },
      [
        { t: '2026-01-05', s: 0 },
        { t: '2026-01-04', s: 1 },
        { t: '2026-01-03', s: 0 },
      ],
      ['/2'],
    ],
    [
      'zones that differ',
      { by: '/t', same: ['/z'] },
      [
        { t: '2026-01-05T10:00', z: 'UTC' },
        { t: '2026-01-05T09:00', z: 'CET' },
      ],
      [],
    ],
  ])('%s', (_, value, data, expected) => expect(faults({ chronological: value }, data)).toEqual(expected));
});

describe('versionOrder', () => {
  const value = { core: '/c', prerelease: '/p', date: '/d' };
  const release = (version: string, d?: string): object => {
    const [core = '', p] = version.split('-');
    return { c: core.split('.').map(Number), ...(p && { p }), ...(d && { d }) };
  };
  it.each([
    ['newest first', [release('2.0.0'), release('1.10.0'), release('1.9.0')], []],
    ['an older one above', [release('1.9.0'), release('1.10.0')], ['/1']],
    ['a release before its prerelease', [release('1.0.0'), release('1.0.0-rc.2'), release('1.0.0-rc.1'), release('1.0.0-beta')], []],
    ['a prerelease above its release', [release('1.0.0-rc.1'), release('1.0.0')], ['/1']],
    ['rc.10 above rc.9', [release('1.0.0-rc.10'), release('1.0.0-rc.9')], []],
    ['rc10 above rc9', [release('1.0.0-rc10'), release('1.0.0-rc9')], []],
    ['rc9 above rc10', [release('1.0.0-rc9'), release('1.0.0-rc10')], ['/1']],
    ['RC2 above rc1', [release('1.0.0-RC2'), release('1.0.0-rc1')], []],
    ['a letter patch above its release', [release('3.3-a'), release('3.3')], []],
    ['fewer fields are lower', [release('1.0.0-rc.1'), release('1.0.0-rc')], []],
    ['numbers are lower than words', [release('1.0.0-rc.x'), release('1.0.0-rc.1')], []],
    ['words in order', [release('1.0.0-alpha'), release('1.0.0-beta')], ['/1']],
    ['a maintenance release above a newer one, by date', [release('1.9.1', '2026-02-01'), release('2.0.0', '2026-01-01')], []],
    ['what has no version', [{ c: undefined }, release('1.0.0')], []],
    ['shorter cores', [release('1.1'), release('1.0.5')], []],
  ])('%s', (_, data, expected) => expect(faults({ versionOrder: value }, data)).toEqual(expected));
});

describe('consecutive', () => {
  const numbers = (...values: (number | undefined)[]): object[] => values.map((n) => ({ n }));
  it.each([
    ['no gap', { by: '/n' }, numbers(1, 2, 3), []],
    ['a gap', { by: '/n' }, numbers(1, 2, 4), ['/2']],
    ['a step back', { by: '/n' }, numbers(2, 1), ['/1']],
    ['what has no number', { by: '/n' }, numbers(1, undefined, 2), []],
    ['sorted, twice the same', { by: '/n', sorted: true }, numbers(3, 1, 2, 2), []],
    ['sorted, a gap', { by: '/n', sorted: true }, numbers(4, 1), ['/0']],
    [
      'per group',
      { by: '/n', within: '/g' },
      [
        { n: 1, g: 'a' },
        { n: 7, g: 'b' },
        { n: 2, g: 'a' },
      ],
      [],
    ],
  ])('%s', (_, value, data, expected) => expect(faults({ consecutive: value }, data)).toEqual(expected));
});

describe('agrees', () => {
  const value = { value: '/a', with: '/b', tolerance: 1 };
  it.each([
    ['equal', value, { a: 1, b: 1 }, []],
    ['within the tolerance', value, { a: 1, b: 2 }, []],
    ['beyond it', value, { a: 1, b: 3 }, ['/a']],
    ['within a share', { ...value, share: 0.1 }, { a: 100, b: 109 }, []],
    ['one of several', value, { a: 5, b: [1, 5] }, []],
    ['none of several', value, { a: 5, b: [1, 2] }, ['/a']],
    ['nothing to compare with', value, { a: 5, b: [] }, []],
    ['an absent value', value, { b: 5 }, []],
    ['texts', { value: '/a', with: '/b' }, { a: 'x', b: 'y' }, ['/a']],
  ])('%s', (_, schema, data, expected) => expect(faults({ agrees: schema }, data)).toEqual(expected));
});

describe('notFuture', () => {
  it.each([
    ['today', '2026-01-10', []],
    ['tomorrow where the day has begun', '2026-01-11', []],
    ['a day that has begun nowhere', '2026-01-12', ['']],
    ['no date', undefined, []],
  ])('%s', (_, date, expected) => expect(faults({ notFuture: true }, { date })).toEqual(expected));
});

describe('chained', () => {
  const link = (from?: string, to?: string): object => ({ from, to });
  it.each([
    ['one after the other', [link('Dev', 'Staging'), link('staging', 'Canary (10%)'), link('Canary', 'Production')], []],
    ['a gap', [link('Dev', 'Staging'), link('Canary', 'Production')], ['/1']],
    ['what has no route', [link('Dev', 'Staging'), link(), link('Staging', 'Production')], []],
  ])('%s', (_, data, expected) => expect(faults({ chained: { from: '/from', to: '/to' } }, data)).toEqual(expected));
});

describe('covers', () => {
  it('names what is missing, whatever case and punctuation', () => {
    const validate = ruleAjv(context, false).compile({ covers: ['QA lead', 'Security', 'Operations'] });
    validate(['qa-lead']);
    expect(validate.errors?.map(({ params }) => params['missing'])).toEqual(['Security', 'Operations']);
  });
});

describe('a wrong value of a keyword', () => {
  it.each([
    ['uniqueBy', { uniqueBy: ['/a'] }],
    ['chronological', { chronological: { by: '/t', order: 'up' } }],
    ['consecutive', { consecutive: {} }],
    ['agrees', { agrees: { value: '/a' } }],
    ['notFuture', { notFuture: 'soon' }],
    ['chained', { chained: { from: '/a', too: '/b' } }],
    ['covers', { covers: 'QA' }],
    ['versionOrder', { versionOrder: { core: '/c' } }],
    ['uniqueBy, a name for a pointer,', { uniqueBy: { by: ['a'] } }],
    ['uniqueBy, a name for a pointer in `where`,', { uniqueBy: { by: ['/a'], where: { ok: true } } }],
    ['uniqueBy, a list in `where`, which equals nothing,', { uniqueBy: { by: ['/a'], where: { '/b': [1] } } }],
    ['chronological, a name for a pointer,', { chronological: { by: 't' } }],
    ['consecutive, a name for a pointer,', { consecutive: { by: '/n', within: 'group' } }],
    ['agrees, a name for a pointer,', { agrees: { value: 'a', with: '/b' } }],
    ['chained, a name for a pointer,', { chained: { from: '/a', to: 'b' } }],
    ['versionOrder, a name for a pointer,', { versionOrder: { core: '/c', prerelease: 'p', date: '/d' } }],
  ])('%s is refused before any document is judged', (_, schema) => expect(() => ruleAjv(context, false).compile(schema)).toThrow());
});
