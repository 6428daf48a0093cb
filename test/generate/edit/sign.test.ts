import { describe, expect, it } from 'vitest';
import { revokeDocument } from '../../../src/generate/edit/revoke.ts';
import { type SignRequest, signDocument } from '../../../src/generate/edit/sign.ts';
import { readDocument } from '../../../src/kinds/index.ts';
import { UsageError } from '../../../src/model/usage-error.ts';
import { digest, edited, request, signOffsOf, source } from './editing.ts';

const [a, b] = [digest('a'), digest('b')];

const sign = (text: string, other: Partial<SignRequest> = {}): string => edited(source(text), signDocument(source(text), request(other)));

const revoke = (text: string, person = '@alice'): string =>
  edited(source(text), revokeDocument(source(text), { role: 'qa', person, date: '2026-01-08T10:00Z' }));

const table = (...rows: readonly string[]): string =>
  [
    '# Approvals',
    '',
    '| Role | Name     | Decision | Date       | Notes |',
    '|------|----------|----------|------------|-------|',
    ...rows,
    '',
  ].join('\n');

const open = '| QA   |          | pending  |            |       |';

const row = (text: string, index: number): string | undefined => text.split('\n')[index + 4];

describe('signDocument in a table', () => {
  const other = '| Dev  | @dev     | approved | 2026-01-01 | a \\| b |';

  it('fills the waiting row and leaves the others alone', () => {
    const after = sign(table(other, open));
    expect(row(after, 1)).toBe(`| QA   | @alice   | approved | 2026-01-05T10:00Z | docs/plan.md ${a} |`);
    expect(after.replace(row(after, 1) ?? '', open)).toBe(table(other, open));
    expect(signOffsOf(after)[1]).toMatchObject({
      role: 'QA',
      person: '@alice',
      decision: 'approved',
      date: { date: '2026-01-05', time: '10:00', zone: 'Z' },
      subjects: [{ path: 'docs/plan.md', digest: a }],
    });
  });

  it('reads back as an approvals document', () => {
    const { data } = readDocument(source(sign(table(open, other))), 'approvals');
    expect(data).toMatchObject({
      approvedRoles: ['QA', 'Dev'],
      signOffs: [{ role: 'QA', person: '@alice', decision: 'approved' }, { person: '@dev' }],
    });
  });

  it.each([
    ['without case and punctuation', { role: 'q.a.' }],
    ['with the word sign-off', { role: 'QA sign-off' }],
  ])('finds the role %s', (_how, other) => {
    expect(signOffsOf(sign(table(open), other))).toHaveLength(1);
  });

  it.each([
    ['another person', { person: '@bob' }],
    ['another content', { subjects: [{ path: 'docs/plan.md', digest: b }] }],
    ['another decision', { decision: 'rejected' as const }],
  ])('adds a row for %s', (_what, other) => {
    const first = sign(table(open));
    const second = sign(first, other);
    expect(second.startsWith(first)).toBe(true);
    expect(signOffsOf(second)).toHaveLength(2);
    expect(sign(second, other)).toBe(second);
  });

  it('records another note, once', () => {
    const first = sign(table(open), { note: 'one', subjects: [] });
    const second = sign(first, { note: 'two', subjects: [], date: '2026-01-06T10:00Z' });
    expect(signOffsOf(second).map(({ note }) => note)).toEqual(['one', 'two']);
    expect(sign(second, { note: 'two', subjects: [], date: '2026-01-07T10:00Z' })).toBe(second);
    expect(sign(second, { subjects: [], date: '2026-01-07T10:00Z' })).toBe(second);
  });

  it.each([
    ['| QA   | @alice   | approved | 2999-01-05 |       |', 'its date "2999-01-05" is in the future. Correct it'],
    ['| QA   | @alice   | approved | 05/01/2026 |       |', 'its date "05/01/2026" may be one of two days. Correct it'],
    ['| QA   | @alice   | approved | 2026-02-30 |       |', 'its date "2026-02-30" is no date of the calendar. Correct it'],
    ['| QA   | @alice   | approved | soon       |       |', 'it has no date that can be read. Write one'],
    ['| QA   | @alice   | approved |            |       |', 'it has no date that can be read. Write one'],
  ])('says what to do where what is recorded may not count: %s', (row, remark) => {
    const { splices, summary } = signDocument(source(table(row)), request({ subjects: [] }));
    expect(splices).toEqual([]);
    expect(summary).toBe(`already recorded: QA approved by @alice; but ${remark}`);
  });

  it('says how to bind what nothing binds', () => {
    const text = table('| QA   | @alice   | approved | 2026-01-02 | docs/plan.md |').replace('Notes', 'Subject');
    expect(signDocument(source(text), request({ subjects: [] })).summary).toBe(
      'already recorded: QA approved by @alice; but nothing binds it to the content of docs/plan.md. Name it with --subject to decide again',
    );
    expect(signOffsOf(sign(text))).toHaveLength(2);
  });

  it('changes nothing when the same is said already', () => {
    const first = sign(table(open));
    expect(sign(first, { date: '2027-01-01T00:00Z', person: '@Alice', role: 'qa' })).toBe(first);
    expect(signDocument(source(first), request()).summary).toBe('already recorded: QA approved by @alice');
  });

  it('says again what was said before something else', () => {
    const changed = sign(sign(table(open)), { subjects: [{ path: 'docs/plan.md', digest: b }] });
    expect(signOffsOf(sign(changed))).toHaveLength(3);
  });

  it('leaves a row that waits for somebody else', () => {
    const waiting = table('| QA   | @carol   | pending  |            |       |');
    const after = sign(waiting);
    expect(after.startsWith(waiting)).toBe(true);
    expect(signOffsOf(after).map(({ person }) => person)).toEqual(['@carol', '@alice']);
  });

  it('knows the person by another name and keeps it', () => {
    const after = sign(table('| QA   | Alice A. | pending  |            | soon  |'), { aliases: ['alice a.'], note: 'fine' });
    expect(row(after, 0)).toBe(`| QA   | Alice A. | approved | 2026-01-05T10:00Z | soon; fine; docs/plan.md ${a} |`);
  });

  it('takes an empty row, else adds one, for a role that the table does not know', () => {
    expect(row(sign(table(other, '| | | | | |')), 1)).toBe(`| QA | @alice | approved | 2026-01-05T10:00Z | docs/plan.md ${a} |`);
    expect(row(sign(table(other)), 1)).toBe(`| QA   | @alice   | approved | 2026-01-05T10:00Z | docs/plan.md ${a} |`);
    expect(signOffsOf(sign(table()))).toHaveLength(1);
  });

  it('chooses the row of the subject', () => {
    const text = [
      '| Role | Name | Decision | Date | Subject |',
      '|--|--|--|--|--|',
      '| QA | | | | docs/other.md |',
      '| QA | | | | docs/plan.md |',
    ].join('\n');
    const after = sign(text);
    expect(after).toBe(text.replace('| QA | | | | docs/plan.md |', `| QA | @alice | approved | 2026-01-05T10:00Z | docs/plan.md ${a} |`));
    expect(signOffsOf(after)[1]?.subjects).toEqual([{ path: 'docs/plan.md', digest: a }]);
  });

  it('gives the digest its own column', () => {
    const after = sign('| Role | Name | Decision | Date | Subject | Digest |\n|-|-|-|-|-|-|\n| QA |');
    expect(after).toContain(`| QA | @alice | approved | 2026-01-05T10:00Z | docs/plan.md | ${a} |`);
    expect(signOffsOf(after)[0]?.subjects).toEqual([{ path: 'docs/plan.md', digest: a }]);
  });

  it.each([
    ['| Role | Signature | Date |\n|-|-|-|\n| QA | | |', `| QA | @alice | 2026-01-05T10:00Z (docs/plan.md ${a}) |`],
    ['Role | Name | Decision\n-|-|-\nQA | | ', `QA | @alice | approved (docs/plan.md ${a}; 2026-01-05T10:00Z) |`],
  ])('says in %j what has no column', (text, expected) => {
    const after = sign(text);
    expect(after.split('\n')[2]?.trimEnd()).toBe(expected);
    expect(sign(after)).toBe(after);
    expect(signOffsOf(after)[0]?.subjects).toEqual([{ path: 'docs/plan.md', digest: a }]);
  });

  it('escapes what Markdown would read', () => {
    const note = 'a | b <!-- c *d* [e](f) `g` _h_ \\';
    expect(signOffsOf(sign(table(open), { note, subjects: [] }))[0]?.note).toBe(note);
  });

  it.each(['docs/my plan (1).md', 'Makefile', '.github/plan.yml', 'docs/ä_b_.md', 'a%20b.md'])(
    'names the subject %j as the reader finds it',
    (path) => {
      const [subject] = signOffsOf(sign(table(open), { subjects: [{ path, digest: a }] }))[0]?.subjects ?? [];
      expect(subject?.digest).toBe(a);
      expect(decodeURIComponent(subject?.path ?? '').replace(/^\//, '')).toBe(path);
    },
  );
});

describe('signDocument elsewhere', () => {
  const boxes = '# Release\r\n\r\n## Sign-off\r\n\r\n- [ ] **QA** sign-off <!-- id: qa -->\r\n  - scan\r\n- [ ] Dev lead';

  it('ticks the box of the role', () => {
    const after = sign(boxes);
    expect(after).toBe(boxes.replace('- [ ] **QA** sign-off', `- [x] **QA** sign-off — @alice, 2026-01-05T10:00Z, docs/plan.md ${a}`));
    expect(signOffsOf(after)[0]).toMatchObject({
      role: 'QA',
      person: '@alice',
      decision: 'approved',
      date: { date: '2026-01-05' },
      subjects: [{ digest: a }],
    });
    expect(sign(after)).toBe(after);
  });

  it("adds a box beside another person's", () => {
    const after = sign(sign(boxes), { person: '@bob' });
    expect(after).toContain(`  - scan\r\n- [x] **QA** sign-off — @bob, 2026-01-05T10:00Z, docs/plan.md ${a}\r\n- [ ] Dev lead`);
  });

  it('keeps in a comment what the person said in the box before', () => {
    const after = sign(sign(boxes), { subjects: [{ path: 'docs/plan.md', digest: b }] });
    expect(after).toContain(`docs/plan.md ${b} <!-- @alice, 2026-01-05T10:00Z, docs/plan.md ${a} --> <!-- id: qa -->`);
    expect(signOffsOf(after)[0]?.subjects).toEqual([{ path: 'docs/plan.md', digest: b }]);
  });

  it('keeps the name of whom the box is for', () => {
    expect(sign('## Sign-off\n\n- [ ] QA — @alice', { subjects: [] })).toBe('## Sign-off\n\n- [x] QA — @alice — 2026-01-05T10:00Z');
  });

  it('fills the fields of the role', () => {
    const text = '## Sign-off\n\n**QA lead:** ____  \n**Date:** ____\n';
    const after = sign(text, { role: 'QA lead' });
    expect(after).toBe(`## Sign-off\n\n**QA lead:** @alice  \n**Date:** 2026-01-05T10:00Z (docs/plan.md ${a})\n`);
    expect(sign(after, { role: 'qa lead' })).toBe(after);
    expect(signOffsOf(after)[0]?.subjects).toEqual([{ path: 'docs/plan.md', digest: a }]);
  });

  it.each([
    ['# R\n', '# R\n\n', '\n'],
    ['# R', '# R\n\n', ''],
    ['# R\r\n\r\n', '# R\r\n\r\n', '\r\n'],
    ['', '', '\n'],
  ])('adds a section to %j', (text, start, end) => {
    const after = sign(text);
    expect(after.startsWith(`${start}## Sign-offs`)).toBe(true);
    expect(after.endsWith(`|  |${end}`)).toBe(true);
    expect(signOffsOf(after)).toHaveLength(1);
    expect(sign(after)).toBe(after);
  });

  it('never writes into a quotation or a fence', () => {
    const text = `> ${table('| QA | | | | |').split('\n').join('\n> ')}\n\n\`\`\`\n${table('| QA | | | | |')}\n\`\`\`\n`;
    expect(sign(text).startsWith(text)).toBe(true);
    expect(signOffsOf(sign(text))).toHaveLength(1);
  });

  it.each([
    ['an open fence', '# R\n\n```\ncode', {}],
    ['an open comment', '# R\n\n<!-- open', {}],
    ['no role', '# R', { role: ' ' }],
    ['no person', '# R', { person: '@' }],
    ['a long note', '# R', { note: 'x'.repeat(501) }],
  ])('refuses %s', (_what, text, other) => {
    expect(() => sign(text, other)).toThrow(UsageError);
  });

  it.each(['no | staging', 'a|b', 'yes / no', 'approved | rejected'])('takes the note %j, which is no choice there', (note) => {
    const boxes = '## Sign-off\n\n- [ ] QA\n';
    for (const text of [table(open), '# R\n', boxes]) {
      const after = sign(text, { note, subjects: [] });
      const [signed] = signOffsOf(after);
      expect(signed?.form === 'task' ? after.replaceAll('\\', '') : signed?.note).toContain(note);
      expect(sign(after, { note, subjects: [] })).toBe(after);
    }
  });

  it('refuses a note that a cell would not hold, and takes it where it stands among other words', () => {
    const other = { note: 'TBD', subjects: [] };
    for (const text of [table(open), '# R\n']) expect(() => sign(text, other)).toThrow('The note "TBD" would be read as a blank');
    expect(sign('## Sign-off\n\n- [ ] QA\n', other)).toContain('2026-01-05T10:00Z, TBD\n');
  });

  it.each([
    ['a person that reads as a blank', { person: 'TBD' }, '"TBD" is no person'],
    ['a person that reads as a placeholder', { person: '<name>' }, '"<name>" is no person'],
    [
      'a person that reads as somebody with a delegation',
      { person: '@alice (for @bob)' },
      'The person "@alice (for @bob)" would be read as "@alice"',
    ],
    ['a role that is all hint', { role: '(QA)' }, '"(QA)" is no role'],
    ['a role to be filled in', { role: 'tbd' }, '"tbd" is no role'],
    ['a note that names a commit', { note: 'commit 1234567' }, 'The note "commit 1234567" would be read as a part of what is approved'],
    ['a note that names a digest', { note: b, subjects: [] }, `The note "${b}" would be read as a part of what is approved`],
    ['a character that Markdown replaces', { note: 'a\u0000b' }, 'has a character in it that no document keeps'],
    ['half a character', { person: '@a\uD800' }, 'has a character in it that no document keeps'],
  ])('refuses %s in one line', (_what, other, message) => {
    for (const text of [table(open), '# R\n', '## Sign-off\n\n- [ ] QA\n', '## Sign-off\n\n**QA:** ____\n**Date:** ____\n']) {
      expect(() => sign(text, other)).toThrow(UsageError);
      expect(() => sign(text, other)).toThrow(message);
      expect(() => sign(text, other)).toThrow(/^[^\n]*$/);
    }
  });
});

describe('revokeDocument', () => {
  it('adds a row and keeps what was said', () => {
    const signed = sign(table('| QA   |          | pending  |            |       |'));
    const after = revoke(signed);
    expect(after.startsWith(signed)).toBe(true);
    expect(signOffsOf(after).map(({ decision }) => decision)).toEqual(['approved', 'revoked']);
    expect(revoke(after)).toBe(after);
    expect(signOffsOf(sign(after)).map(({ decision }) => decision)).toEqual(['approved', 'revoked', 'approved']);
  });

  it('unticks a box and says by whom; signing again is read alone', () => {
    const signed = sign('## Sign-off\n\n- [ ] QA');
    const after = revoke(signed);
    expect(after).toBe(`${signed.replace('[x]', '[ ]')} — revoked by @alice, 2026-01-08T10:00Z`);
    expect(revoke(after)).toBe(after);
    const again = sign(after, { date: '2026-01-09T10:00Z' });
    expect(signOffsOf(again)).toMatchObject([{ decision: 'approved', date: { date: '2026-01-09' }, subjects: [{ digest: a }] }]);
    expect(signOffsOf(revoke(again))).toMatchObject([{ decision: 'pending' }]);
  });

  it('takes back what a field says', () => {
    const signed = sign('## Sign-off\n\n**QA lead:** ____\n**Date:** ____\n', { role: 'QA lead' });
    const after = edited(source(signed), revokeDocument(source(signed), { role: 'QA lead', person: '@alice', date: '2026-01-08T10:00Z' }));
    expect(signOffsOf(after).map(({ decision }) => decision)).toEqual(['approved', 'revoked']);
  });

  it.each([
    ['another person', sign(table()), '@bob', /QA was approved by @alice/],
    ['an undecided row', table('| QA | @alice | pending | | |'), '@alice', /nobody has decided/],
    ['a document without sign-offs', '# R', '@alice', /nobody has decided/],
  ])('refuses %s', (_what, text, person, message) => {
    expect(() => revoke(text, person)).toThrow(message);
  });
});
