import { describe, expect, it } from 'vitest';
import { roleKey } from '../../../src/generate/edit/entry.ts';
import { revokeDocument } from '../../../src/generate/edit/revoke.ts';
import { signDocument } from '../../../src/generate/edit/sign.ts';
import { tickItem } from '../../../src/generate/edit/tick.ts';
import type { TickRequest } from '../../../src/generate/edit/tick-request.ts';
import { UsageError } from '../../../src/model/usage-error.ts';
import { fc } from '../../tooling/fast-check.ts';
import { digest, edited, linesOf, request, signOffsOf, source, tasksOf } from './editing.ts';

const ending = fc.constantFrom('\n', '\r\n', '\r');
const bom = fc.constantFrom('', '\uFEFF');

interface Layout {
  readonly endings: readonly string[];
  readonly final: boolean;
  readonly bom: string;
  readonly mixed: boolean;
}

const layout: fc.Arbitrary<Layout> = fc.record({
  endings: fc.array(ending, { minLength: 1, maxLength: 4 }),
  final: fc.boolean(),
  bom,
  mixed: fc.boolean(),
});

const laidOut = (lines: readonly string[], { endings, final, bom: mark, mixed }: Layout): string =>
  mark +
  lines
    .map((line, index) => line + (index < lines.length - 1 || final ? (endings[mixed ? index % endings.length : 0] ?? '\n') : ''))
    .join('');

const label = fc.constantFrom(
  'Tests pass',
  '**Rollback** tested',
  '`npm test` is green',
  '[Docs](a.md) updated <!-- id: x -->',
  'naïve — 日本語',
  'Load test (optional)',
  'a | b \\| c',
  'Notify @team, due 2026-01-01',
);
const box = fc.constantFrom('[ ]', '[ ]', '[x]', '[X]', '[~]', '[\t]');

const item = fc.record({
  depth: fc.integer({ min: 0, max: 2 }),
  marker: fc.constantFrom('-', '*', '1.'),
  box,
  label,
  suffix: fc.constantFrom('', '', ' (N/A: not here)', '  '),
});

const checklist = fc
  .record({ items: fc.array(item, { minLength: 1, maxLength: 8 }), quote: fc.constantFrom('', '', '> '), layout, heading: fc.boolean() })
  .map(({ items, quote, layout: how, heading }) => {
    let depth = -1;
    const lines = items.map(({ marker, box: mark, label: text, suffix, ...one }) => {
      depth = Math.min(one.depth, depth + 1);
      return `${quote}${'   '.repeat(depth)}${marker} ${mark} ${text}${suffix}`;
    });
    return laidOut([...(heading ? ['# Release checklist', ''] : []), ...lines, ...(heading ? ['', 'The end.'] : [])], how);
  });

const tickRequest: fc.Arbitrary<TickRequest> = fc.constantFrom<TickRequest>(
  { state: 'done' },
  { state: 'open' },
  { state: 'not-applicable', reason: 'no such service' },
  { state: 'not-applicable', reason: 'later (see #3) | maybe' },
);

const refused = Symbol('refused');

const attempt = <T>(action: () => T): T | typeof refused => {
  try {
    return action();
  } catch (error) {
    if (error instanceof UsageError) return refused;
    throw error;
  }
};

describe('ticking', () => {
  it('changes the lines of the asked item and nothing else, and once', () => {
    fc.assert(
      fc.property(checklist, fc.nat(), tickRequest, (text, pick, asked) => {
        const before = source(text);
        const line = 1 + (pick % before.lines.length);
        const edit = attempt(() => tickItem(before, line, asked));
        if (edit === refused) return;
        const after = edited(before, edit);
        const [old, now] = [linesOf(text), linesOf(after)];
        expect(now).toHaveLength(old.length);
        // A reason stands at the end of the label, which may end on a later line than the box.
        const touched = old.flatMap((each, index) => (each === now[index] ? [] : [index]));
        expect(touched.length).toBeLessThanOrEqual(2);
        expect(touched.filter((index) => index < line - 1)).toEqual([]);
        expect(touched.filter((index) => index > line - 1 && /^[\s>]*(?:[-*+]|\d+[.)])\s/.test(old[index] ?? ''))).toEqual([]);
        const [states, changed] = [tasksOf(text), tasksOf(after)].map((tasks) => tasks.map(({ state }) => state));
        expect(changed).toHaveLength(states?.length ?? -1);
        expect(changed?.filter((state, index) => state !== states?.[index]).length).toBeLessThanOrEqual(1);
        expect(tickItem(source(after), line, asked).splices).toEqual([]);
        if (asked.state === 'done' && !/N\/A|~/.test(old[line - 1] ?? ''))
          expect([...text].filter((char, index) => char !== [...after][index]).length).toBeLessThanOrEqual(1);
      }),
      { numRuns: 120 },
    );
  }, 300_000);
});

const cell = fc.constantFrom(
  '',
  '  ',
  'a \\| b',
  '`c \\| d`',
  '**e**',
  '日本',
  '-',
  '____',
  'pending',
  '@bob',
  'approved',
  '2026-01-01',
  'QA',
  'Dev lead',
);
const headers = fc.constantFrom(
  ['Role', 'Name', 'Decision', 'Date', 'Notes'],
  ['Role', 'Approver', 'Status', 'Date', 'Subject'],
  ['Name', 'Role', 'Signature', 'Date'],
  ['Role', 'Name', 'Decision', 'Date', 'Subject', 'Digest', 'Notes'],
  ['Stakeholder', 'Name', 'Sign-off', 'Date'],
);

const approvals = headers
  .chain((header) =>
    fc.record({
      header: fc.constant(header),
      rows: fc.array(fc.array(cell, { minLength: 1, maxLength: header.length }), { maxLength: 5 }),
      width: fc.constantFrom(0, 6, 18),
      outer: fc.boolean(),
      prefix: fc.constantFrom('', '', '  ', '> '),
      layout,
      tail: fc.constantFrom(
        [],
        ['', 'The end.'],
        ['', '- [ ] QA', '- [x] Dev lead — @bob, 2026-01-01'],
        ['', '**QA lead:** ____', '**Date:** ____'],
      ),
    }),
  )
  .map(({ header, rows, width, outer, prefix, layout: how, tail }) => {
    const line = (cells: readonly string[]): string =>
      outer || cells.length < 2 || cells[0]?.trim() === '' || cells[0] === '-'
        ? `| ${cells.map((text) => text.padEnd(width)).join(' | ')} |`
        : cells.map((text) => text.padEnd(width)).join(' | ');
    const table = [line(header), line(header.map(() => '-'.repeat(Math.max(3, width)))), ...rows.map(line)];
    return laidOut(['# Approvals', '', ...table.map((text) => `${prefix}${text}`), ...tail], how);
  });

const entry = fc.record({
  role: fc.constantFrom('QA', 'qa', 'Dev lead', 'QA lead', 'Security'),
  person: fc.constantFrom('@alice', '@bob', 'Carol Jones', 'dan@example.com'),
  decision: fc.constantFrom('approved' as const, 'approved' as const, 'rejected' as const, 'abstained' as const),
  note: fc.option(fc.constantFrom('fine', 'a | b', 'a | b, but not both of them', '<b>\\ *x* _y_', 'see docs (part 1)'), {
    nil: undefined,
  }),
  subjects: fc.constantFrom(
    [],
    [{ path: 'docs/plan.md', digest: digest('a') }],
    [
      { path: 'a b.md', digest: digest('b') },
      { path: 'docs/plan.md', digest: digest('a') },
    ],
  ),
});

const hostilePieces = [
  '@alice',
  'QA',
  'TBD',
  ' ',
  '____',
  '<name>',
  '[x]',
  '| ',
  '\\',
  '`',
  '*',
  '<!-- ',
  ' -->',
  '```',
  '\n',
  '(for @bob)',
  ' on behalf of x',
  'commit 1234567',
  digest('b'),
  'docs/other.md',
  ' / ',
  ', ',
  ' — ',
  ' (',
  ')',
  'approved',
  'revoked by',
  '2020-01-01',
  '&amp;',
  'https://x.example/a.md',
  'é',
  '**',
  '~~',
  ': ',
  '\u200B',
  '\u2028',
];

// Names compare without case, extra space and a leading `@`.
const folded = (name = ''): string => name.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase().replace(/^@/, '');

// Added text may stand in the place of at most the given number of lines; every other line stays, byte by byte.
const keepsLines = (before: string, after: string, atMost: number): void => {
  const [old, now] = [linesOf(before), linesOf(after)];
  let head = 0;
  while (head < old.length && old[head] === now[head]) head++;
  let tail = 0;
  while (tail < old.length - head && old.at(-1 - tail) === now.at(-1 - tail)) tail++;
  expect(old.length - head - tail).toBeLessThanOrEqual(atMost);
};

describe('signing', () => {
  it('adds at most one sign-off, reads back, keeps every other line, and happens once', () => {
    fc.assert(
      fc.property(approvals, entry, (text, { note, ...asked }) => {
        const before = source(text);
        const wanted = request({ ...asked, ...(note !== undefined && { note }) });
        const after = edited(before, signDocument(before, wanted));
        const [was, is] = [signOffsOf(text), signOffsOf(after)];
        expect(is.length - was.length).toBeGreaterThanOrEqual(0);
        expect(is.length - was.length).toBeLessThanOrEqual(1);
        const fresh = is.filter((one) => !was.some((other) => JSON.stringify(other) === JSON.stringify(one)));
        expect(fresh.length).toBeLessThanOrEqual(1);
        for (const { decision, date } of fresh) {
          expect(decision).toBe(wanted.decision);
          expect(date === undefined || date.date === '2026-01-05').toBe(true);
        }
        for (const { digest: bound } of wanted.subjects)
          if (after !== text) expect(after.split(bound).length).toBeGreaterThan(text.split(bound).length);
        keepsLines(text, after, 2);
        expect(signDocument(source(after), wanted).splices).toEqual([]);
        expect(signDocument(source(after), { ...wanted, date: '2026-02-01T00:00Z' }).splices).toEqual([]);
        expect(tasksOf(after).length - tasksOf(text).length).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 120 },
    );
  }, 300_000);

  it('records exactly what is given, or nothing', () => {
    const hostile = fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.string({ unit: 'binary', maxLength: 8 }),
      fc.array(fc.constantFrom(...hostilePieces), { minLength: 1, maxLength: 4 }).map((pieces) => pieces.join('')),
    );
    const documents = fc.constantFrom(
      '# Approvals\n\n| Role | Name | Decision | Date | Notes |\n|-|-|-|-|-|\n| QA | | | | |\n',
      '# Approvals\n\n| Role | Name | Decision | Date | Subject | Digest |\n|-|-|-|-|-|-|\n| QA | | | | | |\n',
      '## Sign-off\n\n- [ ] QA\n',
      '## Sign-off\n\n**QA:** ____\n**Date:** ____\n',
      '## Sign-off\n\n**QA sign-off:** ____\n**Notes:** ____\n',
      '# Release\n',
    );
    let recorded = 0;
    fc.assert(
      fc.property(
        documents,
        fc.record({
          role: fc.oneof(fc.constant('QA'), hostile),
          person: fc.oneof(fc.constant('@alice'), hostile),
          note: fc.option(hostile, { nil: undefined }),
          path: fc.oneof(
            fc.constant('docs/plan.md'),
            hostile.filter((text) => /[^\s/.]/.test(text) && !/\p{Cs}/u.test(text)),
          ),
          bound: fc.boolean(),
        }),
        (text, { role, person, note, path, bound }) => {
          const subjects = bound ? [{ path, digest: digest('a') }] : [];
          const wanted = request({ role, person, subjects, ...(note !== undefined && { note }) });
          const after = ((): string | undefined => {
            try {
              return edited(source(text), signDocument(source(text), wanted));
            } catch (error) {
              expect(error).toBeInstanceOf(UsageError);
              expect((error as Error).message).not.toMatch(/[\r\n]/);
              return undefined;
            }
          })();
          if (after === undefined) return;
          recorded += 1;
          // As a file holds it.
          const onDisk = new TextDecoder().decode(new TextEncoder().encode(after));
          const was = signOffsOf(text).map((one) => JSON.stringify(one));
          const [fresh, ...more] = signOffsOf(onDisk).filter((one) => !was.includes(JSON.stringify(one)));
          expect(more).toEqual([]);
          expect(fresh?.decision).toBe('approved');
          expect(roleKey(fresh?.role ?? '')).toBe(roleKey(role));
          if (fresh?.asks.includes('person') || fresh?.form === 'task') expect(folded(fresh.person)).toBe(folded(person));
          expect(fresh?.delegation).toBeUndefined();
          const named = (fresh?.subjects ?? []).map((one) => ({
            path: decodeURIComponent(one.path ?? '').replace(/^\//, ''),
            digest: one.digest,
          }));
          expect(named).toEqual(bound ? [{ path: path.replace(/^\//, ''), digest: digest('a') }] : []);
          const said =
            fresh?.form === 'table' ? `${fresh.note} ${fresh.date?.raw} ${fresh.raw}` : onDisk.replace(/\\([!-/:-@[-`{-~])/g, '$1');
          if (note !== undefined) expect(said.replace(/\s+/g, ' ')).toContain(note.replace(/\s+/g, ' ').trim());
        },
      ),
      { numRuns: 400 },
    );
    expect(recorded).toBeGreaterThan(40);
  }, 300_000);

  it('is revoked once, and nothing that was recorded changes', () => {
    fc.assert(
      fc.property(approvals, entry, (text, { note: _note, ...asked }) => {
        const signed = edited(source(text), signDocument(source(text), request(asked)));
        const taken = { role: asked.role, person: asked.person, date: '2026-01-08T10:00Z' };
        const after = edited(source(signed), revokeDocument(source(signed), taken));
        expect(signOffsOf(after).length - signOffsOf(signed).length).toBeLessThanOrEqual(1);
        keepsLines(signed, after, 1);
        expect(revokeDocument(source(after), taken).splices).toEqual([]);
      }),
      { numRuns: 60 },
    );
  }, 300_000);
});
