/** Facts on sign-offs: identity, content, order, copies, provenance. */

import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { compareDigest, contentDigest } from '../../src/facts/digest.ts';
import { peopleMap } from '../../src/facts/people-map.ts';
import { type SignOffQuestions, withSignOffFacts } from '../../src/facts/sign-offs.ts';
import { kinds, readDocument } from '../../src/kinds/index.ts';
import type { Document } from '../../src/model/document.ts';
import { valueAt } from '../../src/model/located.ts';
import type { SignOff } from '../../src/model/parts/sign-off.ts';
import type { Person } from '../../src/model/people.ts';
import { sourceOfText } from '../../src/model/source.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

const people: readonly Person[] = [
  { handle: '@qa', names: ['Quinn'], emails: ['quinn@example.com'], roles: ['QA'] },
  { handle: '@eng', roles: ['Engineering'] },
  { handle: '@any' },
  { handle: '@bot', human: false },
];

const files: Readonly<Record<string, string>> = {
  'docs/a.md': 'a\n',
  'docs/b.md': 'b\n',
  'docs/releases/1.4/checklist.md': 'c\n',
  'docs/with space.md': 'd\n',
};

const digestOf = async (path: string): Promise<string | undefined> =>
  files[path] === undefined ? undefined : contentDigest(bytes(files[path]));

const digest = (text: string): string => contentDigest(bytes(text));

const asked: SignOffQuestions = { people: peopleMap(people), digestOf };

const readRows = (rows: readonly string[], header = 'Role | Name | Decision | Date | Subject'): Document =>
  readDocument(
    sourceOfText(
      'docs/releases/1.4/approvals.md',
      ['# Approvals', '', `| ${header} |`, `|${header.replace(/[^|]+/g, '---')}|`, ...rows.map((row) => `| ${row} |`), ''].join('\n'),
    ),
    'approvals',
  );

const factsOf = async (
  rows: readonly string[],
  more: Partial<SignOffQuestions> & { header?: string } = {},
): Promise<readonly SignOff[]> => {
  const { header, ...questions } = more;
  return (await withSignOffFacts(readRows(rows, header), { ...asked, ...questions })).data.signOffs;
};

const oneOf = async (row: string, more: Partial<SignOffQuestions> & { header?: string } = {}): Promise<Partial<SignOff>> =>
  (await factsOf([row], more))[0] ?? {};

describe('who decided', () => {
  test.each([
    ['QA | Quinn', { identity: '@qa', known: true, human: true, mayHold: true }],
    ['QA lead | @qa', { identity: '@qa', known: true, mayHold: false }],
    ['Security | @any', { identity: '@any', known: true, mayHold: undefined }],
    ['QA | @bot', { identity: '@bot', human: false }],
    ['QA | Zed', { identity: 'zed', known: false, human: undefined, mayHold: undefined }],
    ['QA | Codex session', { known: false, human: false }],
    ['QA | @eng (for @qa)', { identity: '@eng', mayHold: true }],
    ['QA | @eng (delegated by Zed)', { identity: '@eng', mayHold: false }],
    ['QA | @qa, @eng', { known: false }],
  ])('%s', async (row, facts) => {
    const all: object = await oneOf(`${row} | approved | 2026-01-05 | `);
    expect(Object.fromEntries(Object.keys(facts).map((name) => [name, valueAt(all, `/${name}`)]))).toEqual(facts);
  });

  test('without a list nobody is unknown', async () => {
    const facts = await oneOf('QA | Zed | approved | 2026-01-05 | ', { people: peopleMap(undefined) });
    expect(facts).not.toHaveProperty('known');
    expect(facts).toMatchObject({ identity: 'zed', verified: 'text' });
  });
});

describe('content', () => {
  const full = digest('a\n');
  test.each([
    ['the whole digest', `docs/a.md ${full}`, 'unchanged'],
    ['12 digits of it', `docs/a.md ${full.slice(0, 19)}`, 'unchanged'],
    ['upper case, in code', `\`docs/a.md\` \`SHA256:${full.slice(7).toUpperCase()}\``, 'unchanged'],
    ['the digest first', `${full} docs/a.md`, 'unchanged'],
    ['11 digits prove nothing', `docs/a.md ${full.slice(0, 18)}`, 'unbound'],
    ['few digits can still contradict', 'docs/a.md sha256:0000', 'changed'],
    ['another digest', `docs/a.md ${digest('b\n')}`, 'changed'],
    ['too many digits', `docs/a.md ${full}0`, 'changed'],
    ['no digest', 'docs/a.md', 'unbound'],
    ['no file', 'docs/none.md', 'missing'],
    ['out of the tree', `../../../../etc/passwd.md ${full}`, 'missing'],
    ['a title', 'Release 1.4', 'unbound'],
    ['a bare name that may be a title', 'overview.md', 'unbound'],
    ['a bare name that is bound', `overview.md ${full}`, 'missing'],
    ['relative to the document', `checklist.md ${digest('c\n')}`, 'unchanged'],
    ['a link', `[the list](checklist.md) ${digest('c\n')}`, 'unchanged'],
    ['from the root', `/docs/a.md ${full}`, 'unchanged'],
    ['percent-encoded', `docs/with%20space.md ${digest('d\n')}`, 'unchanged'],
    ['two, both unchanged', `docs/a.md ${full}, docs/b.md ${digest('b\n')}`, 'unchanged'],
    ['two, one changed', `docs/a.md ${full}<br>docs/b.md ${full}`, 'changed'],
    ['two, one unbound', `docs/a.md ${full}, docs/b.md`, 'unbound'],
    ['two, one missing', `docs/a.md ${digest('b\n')}, docs/none.md ${full}`, 'missing'],
    ['a digest in a comment', `docs/a.md <!-- ${full} -->`, 'unbound'],
    ['an address', 'https://example.com/docs/none.md', 'unbound'],
  ])('%s', async (_, subject, content) => expect(await oneOf(`QA | @qa | approved | 2026-01-05 | ${subject}`)).toMatchObject({ content }));

  test('columns of their own', async () => {
    const header = 'Role | Name | Decision | Date | Document | Digest';
    expect(await oneOf(`QA | @qa | approved | 2026-01-05 | docs/a.md | ${full}`, { header })).toMatchObject({
      content: 'unchanged',
      subjects: [{ path: 'docs/a.md', digest: full, current: full }],
    });
    expect(await oneOf(`QA | @qa | approved | 2026-01-05 | docs/a.md, docs/b.md | ${full}, ${full}`, { header })).toMatchObject({
      content: 'changed',
    });
  });

  test('the note binds, and binds the subject', async () => {
    const header = 'Role | Name | Decision | Date | Document | Notes';
    expect(await oneOf(`QA | @qa | approved | 2026-01-05 | docs/a.md | ${full}`, { header })).toMatchObject({ content: 'unchanged' });
    expect(await oneOf(`QA | @qa | approved | 2026-01-05 |  | docs/a.md ${full}; see docs/none.md`, { header })).toMatchObject({
      content: 'unchanged',
    });
  });

  test('a commit binds where git is asked', async () => {
    const header = 'Role | Name | Decision | Date | Document | Commit';
    const row = 'QA | @qa | approved | 2026-01-05 | docs/a.md | 0123abc';
    const contentAt = (text: string) => async () => ({ commit: '0123abc', path: 'docs/a.md', bytes: bytes(text) });
    expect(await oneOf(row, { header })).toMatchObject({ content: 'unbound', subjects: [{ path: 'docs/a.md', commit: '0123abc' }] });
    expect(await oneOf(row, { header, contentAt: contentAt('a\n') })).toMatchObject({ content: 'unchanged' });
    expect(await oneOf(row, { header, contentAt: contentAt('old\n') })).toMatchObject({ content: 'changed' });
    expect(await oneOf(row, { header, contentAt: async () => ({ reason: 'gone' }) })).toMatchObject({
      content: 'unknown',
      subjects: [{ why: 'gone' }],
    });
  });

  test('boxes and fields bind, too', async () => {
    const text = [
      '# Approvals',
      '',
      '## Sign-off',
      '',
      `- [x] QA lead — @qa 2026-01-05 docs/a.md ${full}`,
      '',
      '**Approved by:** @qa',
      '**Date:** 2026-01-05',
      `**Digest:** docs/b.md ${full}`,
      '',
    ].join('\n');
    const document = await withSignOffFacts(readDocument(sourceOfText('docs/approvals.md', text), 'approvals'), asked);
    expect(document.data['signOffs']).toMatchObject([
      { form: 'task', content: 'unchanged' },
      { form: 'field', content: 'changed' },
    ]);
  });
});

describe('contentDigest', () => {
  test('is that of sha256sum', () => expect(digest('')).toBe('sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'));
  test('CRLF counts as LF', () => expect(digest('a\r\nb\r\n')).toBe(digest('a\nb\n')));
  test.each([
    ['a\r', 'a\n'],
    ['a\n', 'a'],
    ['\uFEFFa', 'a'],
    ['a\0\r\n', 'a\0\n'],
  ])('%j is not %j', (one, other) => expect(digest(one)).not.toBe(digest(other)));
  test('a prefix is the same from 12 digits on', () => {
    expect(compareDigest(digest('a').slice(0, 19), digest('a'))).toBe('same');
    expect(compareDigest(digest('a').slice(0, 18), digest('a'))).toBe('short');
    expect(compareDigest(digest('b'), digest('a'))).toBe('different');
  });
});

describe('the last decision counts', () => {
  const superseded = async (rows: readonly string[]): Promise<boolean[]> =>
    (await factsOf(rows)).map((fact) => fact['superseded'] === true);
  test.each([
    ['a rejection, then an approval', ['QA | @qa | rejected | 2026-01-05 | ', 'QA | Quinn | approved | 2026-01-06 | '], [true, false]],
    ['an approval, then a revocation', ['QA | @qa | approved | 2026-01-05 | ', 'QA | @qa | revoked | 2026-01-06 | '], [true, false]],
    ['dates before the order of rows', ['QA | @qa | revoked | 2026-01-06 | ', 'QA | @qa | approved | 2026-01-05 | '], [false, true]],
    ['one day: the order of rows', ['QA | @qa | approved | 2026-01-05 | ', 'QA | @qa | revoked | 2026-01-05 | '], [true, false]],
    [
      'one day: times, where both have one',
      ['QA | @qa | revoked | 2026-01-05 12:00 | ', 'QA | @qa | approved | 2026-01-05 11:00 | '],
      [false, true],
    ],
    [
      'one day, one time: the order of rows',
      ['QA | @qa | approved | 2026-01-05 12:00 | ', 'QA | @qa | revoked | 2026-01-05 | '],
      [true, false],
    ],
    ['zones', ['QA | @qa | revoked | 2026-01-05T09:00-05:00 | ', 'QA | @qa | approved | 2026-01-05T13:00Z | '], [false, true]],
    ['another role', ['QA | @qa | rejected | 2026-01-05 | ', 'Security | @qa | approved | 2026-01-06 | '], [false, false]],
    ['another person', ['QA | @qa | rejected | 2026-01-05 | ', 'QA | @eng | approved | 2026-01-06 | '], [false, false]],
    ['another subject', ['QA | @qa | rejected | 2026-01-05 | docs/a.md', 'QA | @qa | approved | 2026-01-06 | docs/b.md'], [false, false]],
    [
      'the same file, named otherwise',
      ['QA | @qa | rejected | 2026-01-05 | docs/releases/1.4/checklist.md', 'QA | @qa | approved | 2026-01-06 | ./checklist.md'],
      [true, false],
    ],
    ['a revocation of everything', ['QA | @qa | approved | 2026-01-05 | docs/a.md', 'QA | @qa | revoked | 2026-01-06 | '], [true, false]],
    ['approved again after it', ['QA | @qa | revoked | 2026-01-06 | ', 'QA | @qa | approved | 2026-01-07 | docs/a.md'], [true, false]],
    [
      'an approval that names nothing lifts no rejection that does',
      ['QA | @qa | rejected | 2026-01-05 | docs/a.md', 'QA | @qa | approved | 2026-01-06 | '],
      [false, false],
    ],
    [
      'a rejection of a part',
      ['QA | @qa | approved | 2026-01-05 | docs/a.md, docs/b.md', 'QA | @qa | rejected | 2026-01-06 | docs/a.md'],
      [true, false],
    ],
    [
      'an approval of a part',
      ['QA | @qa | rejected | 2026-01-05 | docs/a.md, docs/b.md', 'QA | @qa | approved | 2026-01-06 | docs/a.md'],
      [false, false],
    ],
    ['an undated approval lifts no dated rejection', ['QA | @qa | rejected | 2026-01-05 | ', 'QA | @qa | approved |  | '], [false, false]],
    ['a pending row lifts no rejection', ['QA | @qa | rejected | 2026-01-05 | ', 'QA | @qa | pending |  | '], [false, false]],
    ['a pending row, then a decision', ['QA | @qa | pending |  | ', 'QA | @qa | approved | 2026-01-05 | '], [true, false]],
    ['an approval, then pending again', ['QA | @qa | approved | 2026-01-05 | ', 'QA | @qa | pending |  | '], [true, false]],
    ['a repetition says nothing new', ['QA | @qa | approved | 2026-01-05 | ', 'QA | @QA | approved | 2026-01-05 | '], [false, false]],
    [
      'three in a row',
      ['QA | @qa | approved | 2026-01-05 | ', 'QA | @qa | revoked | 2026-01-06 | ', 'QA | @qa | approved | 2026-01-07 | '],
      [true, true, false],
    ],
    [
      'times and days mixed never wipe out everything',
      ['QA | @qa | rejected | 2026-01-05 10:00 | ', 'QA | @qa | revoked | 2026-01-05 | ', 'QA | @qa | rejected | 2026-01-05 09:00 | '],
      [true, true, false],
    ],
    [
      'a revocation, then an approval by another who holds the role',
      ['QA | @any | revoked | 2026-01-05 | ', 'QA | @qa | approved | 2026-01-06 | '],
      [true, false],
    ],
    [
      'an approval withdrawn, then one by another',
      ['QA | @any | approved | 2026-01-04 | docs/a.md', 'QA | @any | revoked | 2026-01-05 | ', 'QA | @qa | approved | 2026-01-06 | '],
      [true, true, false],
    ],
    [
      'a rejection, then an approval by another',
      ['QA | @any | rejected | 2026-01-05 | ', 'QA | @qa | approved | 2026-01-06 | '],
      [false, false],
    ],
    [
      'a revocation after an approval by another',
      ['QA | @qa | approved | 2026-01-04 | ', 'QA | @any | revoked | 2026-01-05 | '],
      [false, false],
    ],
    ['another who does not hold the role', ['QA | @qa | revoked | 2026-01-05 | ', 'QA | @eng | approved | 2026-01-06 | '], [false, false]],
    ['another whom nobody knows', ['QA | @qa | revoked | 2026-01-05 | ', 'QA | Zed | approved | 2026-01-06 | '], [false, false]],
    ['another who is a bot', ['QA | @qa | revoked | 2026-01-05 | ', 'QA | @bot | approved | 2026-01-06 | '], [false, false]],
    ['another role', ['QA | @qa | revoked | 2026-01-05 | ', 'Engineering | @eng | approved | 2026-01-06 | '], [false, false]],
    [
      'another, of other content',
      ['QA | @any | revoked | 2026-01-05 | ', `QA | @qa | approved | 2026-01-06 | docs/a.md ${digest('x')}`],
      [false, false],
    ],
    [
      'another, of a part',
      ['QA | @any | revoked | 2026-01-05 | docs/a.md, docs/b.md', 'QA | @qa | approved | 2026-01-06 | docs/a.md'],
      [false, false],
    ],
    [
      'another, who takes it back',
      ['QA | @any | revoked | 2026-01-05 | ', 'QA | @qa | approved | 2026-01-06 | ', 'QA | @qa | abstained | 2026-01-07 | '],
      [false, true, false],
    ],
    ['another, undated', ['QA | @any | revoked | 2026-01-05 | ', 'QA | @qa | approved |  | '], [false, false]],
    [
      'a repeat with another note',
      ['QA | @qa | approved | 2026-01-05 (one) | ', 'QA | @qa | approved | 2026-01-05 (two) | '],
      [true, false],
    ],
    ['nobody named', ['QA |  | rejected | 2026-01-05 | ', 'QA |  | approved | 2026-01-06 | '], [false, false]],
  ])('%s', async (_, rows, expected) => expect(await superseded(rows)).toEqual(expected));

  test('approvedRoles keeps those that still count', async () => {
    const { data } = await withSignOffFacts(
      readRows([
        'QA | @qa | approved | 2026-01-05 | ',
        'QA | @qa | revoked | 2026-01-06 | ',
        'Engineering | @eng | approved | 2026-01-05 | ',
      ]),
      asked,
    );
    expect(data['approvedRoles']).toEqual(['Engineering']);
  });
});

describe('dated before the subject was committed', () => {
  const existsAt = async (): Promise<string> => '2026-01-06T13:00:00Z';
  const early = async (date: string, subject: string, more: Partial<SignOffQuestions> = {}): Promise<string | undefined> =>
    (await oneOf(`QA | @qa | approved | ${date} | ${subject}`, { existsAt, ...more }))['early'];

  // People commit what they wrote and decided about hours ago.
  test.each([
    ['2026-01-04', true],
    ['2026-01-05', false],
    ['2026-01-05T12:59:59Z', true],
    ['2026-01-05T13:00:00Z', false],
    ['2026-01-05T14:30+02:00', true],
    // Without a zone it may be that of UTC-12.
    ['2026-01-05 08:00', false],
    ['2026-01-05 00:30', true],
    ['', false],
  ])('%s, more than a day: %s', async (date, expected) => {
    expect(await early(date, 'docs/a.md')).toBe(expected ? '2026-01-06T13:00:00Z' : undefined);
  });

  test.each([
    ['the digest of today', `docs/a.md ${digest('a\n')}`],
    ['another digest, which is stale', `docs/a.md ${digest('old')}`],
    ['the commit that holds it', 'docs/a.md commit 3f2a91c'],
  ])('says nothing of what is bound: %s', async (_, subject) => {
    const contentAt = async () => ({ commit: '3f2a91c', path: 'docs/a.md', bytes: bytes('a\n') });
    expect(await early('2025-11-01', subject, { contentAt })).toBeUndefined();
  });

  test('of several subjects what nothing binds counts', async () => {
    expect(await early('2025-11-01', `docs/a.md ${digest('a\n')}, docs/b.md`)).toBe('2026-01-06T13:00:00Z');
  });
});

describe('copied from the previous release', () => {
  const row = 'QA | @qa | approved | 2026-01-05 | ';
  const previous = (rows: readonly string[]): Document => ({
    ...readRows(rows),
    source: sourceOfText('docs/releases/1.3/approvals.md', ''),
  });
  test.each([
    ['the same row', row, [row], true],
    ['the same person, written otherwise', row, ['QA sign-off | Quinn | approved | 2026-01-05 | '], true],
    ['another date', row, ['QA | @qa | approved | 2026-01-04 | '], false],
    ['another role', row, ['Engineering | @qa | approved | 2026-01-05 | '], false],
    ['another decision', row, ['QA | @qa | rejected | 2026-01-05 | '], false],
    ['no date', 'QA | @qa | approved |  | ', ['QA | @qa | approved |  | '], false],
    ['bound to the content of today', `${row}docs/a.md ${digest('a\n')}`, [`${row}docs/a.md ${digest('a\n')}`], false],
    ['bound to other content', `${row}docs/a.md ${digest('x')}`, [`${row}docs/a.md ${digest('x')}`], true],
  ])('%s', async (_, now, before, copied) => {
    const facts = await oneOf(now, { previous: previous(before) });
    expect(facts['copiedFrom']).toBe(copied ? 'docs/releases/1.3/approvals.md' : undefined);
  });
});

describe('provenance', () => {
  const row = 'QA | @qa | approved | 2026-01-05 | ';
  const of = (...committers: string[]): SignOffQuestions['provenance'] => ({
    documentAuthors: [],
    rowCommitters: (line) => (line === 5 ? committers : []),
  });
  test.each([
    ['by that person', of('Q <quinn@example.com>'), { verified: 'change-control', committers: ['@qa'] }],
    ['by somebody else', of('@eng'), { verified: 'text', committers: ['@eng'] }],
    ['by both', of('@qa', '@eng'), { verified: 'text', committers: ['@qa', '@eng'] }],
    ['not committed', of(), { verified: 'text', committers: [] }],
  ])('%s', async (_, provenance, facts) => expect(await oneOf(row, { provenance })).toMatchObject(facts));

  test('a signature counts only for that person', async () => {
    const signed = (who: string): SignOffQuestions['provenance'] => ({
      documentAuthors: [],
      rowCommitters: () => [who],
      rowSigned: () => true,
    });
    expect(await oneOf(row, { provenance: signed('@qa') })).toMatchObject({ verified: 'signature' });
    expect(await oneOf(row, { provenance: signed('@eng') })).toMatchObject({ verified: 'text' });
  });

  test('authors and committers of what is approved', async () => {
    const provenance = { documentAuthors: ['quinn@example.com'], documentCommitters: ['@eng', 'Quinn'], rowCommitters: () => [] };
    expect(await oneOf(row, { provenance })).toMatchObject({ involved: ['author', 'committer'] });
    expect(await oneOf('Engineering | @eng | approved | 2026-01-05 | ', { provenance })).toMatchObject({ involved: ['committer'] });
    expect(await oneOf('Security | @any | approved | 2026-01-05 | ', { provenance })).not.toHaveProperty('involved');
  });

  test('the document names its authors', async () => {
    const text = [
      '# Approvals',
      '',
      '**Prepared by:** Quinn and @eng',
      '',
      '| Role | Name | Decision | Date |',
      '|---|---|---|---|',
      '| QA | @qa | approved | 2026-01-05 |',
      '| X | @any | approved | 2026-01-05 |',
      '',
    ].join('\n');
    const document = await withSignOffFacts(readDocument(sourceOfText('docs/approvals.md', text), 'approvals'), asked);
    const tabled = document.data.signOffs.filter(({ form }) => form === 'table');
    expect(tabled.map(({ involved }) => involved)).toEqual([['author'], undefined]);
  });
});

test('a document with facts still has the shape of its kind', async () => {
  const rows = [
    `QA | @qa | approved | 2026-01-04 | docs/a.md ${digest('a\n')}, docs/b.md`,
    'QA | @qa | revoked | 2026-01-07 | ',
    'QA | Zed (for @qa) | approved | 2026-01-05 | docs/none.md',
  ];
  const provenance = { documentAuthors: ['@qa'], documentCommitters: ['@qa'], rowCommitters: () => ['@qa'] };
  const { data } = await withSignOffFacts(readRows(rows), {
    ...asked,
    provenance,
    previous: readRows(rows),
    existsAt: async () => '2026-01-06T13:00:00Z',
  });
  const validate = new Ajv2020({ strict: false }).compile(kinds.approvals.schema);
  expect(validate(data), JSON.stringify(validate.errors)).toBe(true);
  expect(data['signOffs']).toMatchObject([
    { superseded: true, early: '2026-01-06T13:00:00Z', involved: ['author', 'committer'], verified: 'change-control' },
    {},
    { known: false },
  ]);
});
