import { describe, expect, test } from 'vitest';
import { readDocument } from '../../src/kinds/index.ts';
import { type Document, kindNames, placesOf } from '../../src/model/document.ts';
import { parentPointer, valueAt } from '../../src/model/located.ts';
import { sourceOfBytes, sourceOfText } from '../../src/model/source.ts';
import { marked } from '../../src/read/marked.ts';
import { signOffs } from '../../src/read/sign-offs.ts';
import { fc } from '../tooling/fast-check.ts';
import { read } from './reading.ts';

const fragments = [
  '# T',
  '## Sign-off',
  '## Timeline (UTC)',
  '## Rollback triggers',
  '### 10:15',
  'T\n===',
  '- [ ] a',
  '- [x] **b** — @jo due 2026-01-05',
  '- [X ] c',
  '- [~] d (why)',
  '  - [ ] nested',
  '\t- [x] tab',
  '-\n  [ ] next',
  '> - [ ] quoted',
  '> ',
  '1. [ ] one',
  '~~[ ] struck~~',
  '- ~~[x] s~~ no',
  '[ ] bare',
  '• [x] bullet',
  '☐ glyph',
  '| Role | Name | Decision | Date |\n|---|---|---|---|\n| QA | jo | ✅ Approved | 2026-01-05 |',
  '| | |\n|-|-|\n| **Status** | `Draft` |',
  '| Metric | Threshold | Alert |\n|-|-|-|\n| p95 | > 5x baseline for 10 minutes | page |',
  '|A|B|\n|-|',
  '**Status:** Draft',
  '**Name:** ____ **Date:** ____',
  'QA Lead: **_ Date: _**',
  'Status： x',
  '- **Key**: v',
  '---\nstatus: draft\n---',
  '---\na: [\n---',
  '---\na: b',
  '+++\na = 1\n+++',
  '```md\n- [ ] a\n```',
  '```',
  '~~~',
  '<!-- id: a -->',
  '<!--',
  '-->',
  '<details>\n- [ ] x',
  '<input type="checkbox">',
  '<pre>',
  '<name>',
  '- 2026-01-05 23:50 a\n- 00:10 b',
  '- HH:MM - x',
  '**Duration**: 4h 12m',
  'All times in CET.',
  '- Error rate > 1%',
  'vX.Y.Z {VERSION} [TBD]',
  '<<<<<<< HEAD',
  '>>>>>>> x',
  '\0',
  '‚úÖ',
  '\uFEFF',
  '\uFFFD',
  '\u2028',
  '🎉',
  '\ud800',
  '[a]: b',
  '[^1]: c\n    - [ ] f',
  'a[^1]',
  '[x](u) ![y](z)',
  '&#91; ]',
  '\\[ ]',
  '  ',
  '\\',
  '2026-02-30 25:61',
  '05/01/2026',
  '## [1.0.0] - 2026-01-05',
  '### Added',
  '## Action items',
  '| Action | Owner |\n|-|-|\n| a | b |',
  '**Detected**: 2026-01-05 10:00',
  '__proto__: x',
  'constructor: y',
  '**toString:** z',
];

const piece = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...fragments) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
);
const joint = fc.constantFrom('\n', '\n\n', '\r\n', '\r', ' ', '', '\n  ', '\n> ', '\n\t');
const pasted = fc.array(fc.tuple(piece, joint), { maxLength: 14 }).map((parts) => parts.flat().join(''));

// One deletion, doubling or swap somewhere in a text.
const mutated = fc
  .tuple(pasted, fc.nat(), fc.nat(8), fc.constantFrom('delete', 'double', 'insert'), piece)
  .map(([text, at, size, how, extra]) => {
    const start = text.length === 0 ? 0 : at % text.length;
    const cut = text.slice(start, start + size);
    const middle = how === 'delete' ? '' : how === 'double' ? cut + cut : extra;
    return text.slice(0, start) + middle + text.slice(start + size);
  });

const anyText = fc.oneof(pasted, mutated, fc.string({ unit: 'binary', maxLength: 200 }));
const anyKind = fc.constantFrom(undefined, ...kindNames);

const outOfBounds = ({ source, ranges, data }: Document): string[] =>
  [...ranges]
    .filter(
      ([pointer, { start, end }]) => !(start >= 0 && start <= end && end <= source.text.length) || valueAt(data, pointer) === undefined,
    )
    .map(([pointer, { start, end }]) => `${pointer} ${start}-${end} of ${source.text.length}`);

describe('whatever the text, as whatever kind', () => {
  test('a document comes out, every place lies within the text and belongs to a value', () => {
    fc.assert(
      fc.property(anyText, anyKind, (text, kind) => {
        expect(outOfBounds(readDocument(sourceOfText('a.md', text), kind))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  test('reading twice yields the same', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const [first, second] = [0, 1].map(() => readDocument(sourceOfText('a.md', text), 'incident'));
        expect(second?.data).toEqual(first?.data);
      }),
      { numRuns: 30 },
    );
  });

  test('the model is plain JSON, and places lie within the text, none of them backwards', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const document = readDocument(sourceOfText('a.md', text), 'approvals');
        expect(JSON.parse(JSON.stringify(document.data))).toEqual(document.data);
        const lines = text.split(/\r\n|\r|\n/);
        for (const { start, end } of Object.values(placesOf(document))) {
          expect(start.line).toBeLessThanOrEqual(lines.length);
          expect(end.line).toBeLessThanOrEqual(lines.length);
          expect(start.line < end.line || (start.line === end.line && start.column <= end.column)).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('a part’s place lies within some part above it, for tasks', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { ranges } = readDocument(sourceOfText('a.md', text), 'checklist');
        for (const [pointer, { start, end }] of ranges) {
          const above = pointer.startsWith('/tasks/') ? ranges.get(parentPointer(pointer)) : undefined;
          if (above !== undefined) expect([start >= above.start, end <= above.end]).toEqual([true, true]);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('bytes come out as well', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => outOfBounds(readDocument(sourceOfBytes('a.md', bytes))).length === 0),
      { numRuns: 30 },
    );
  });
});

test('the box of every task is where the source has a box', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const document = readDocument(sourceOfText('a.md', text), 'checklist');
      for (const [pointer, { start, end }] of document.ranges) {
        if (/^\/tasks\/\d+\/state$/.test(pointer))
          expect(document.source.text.slice(start, end)).toMatch(/^\[(?:[ \txX\r\n]?|~|n\/?a|N\/?A)\]$/);
      }
    }),
    { numRuns: 80 },
  );
});

const tableOf = (rows: readonly (readonly string[])[]): string =>
  [rows[0] ?? [], (rows[0] ?? []).map(() => '---'), ...rows.slice(1)].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

test('a state that is filled in is never passed over', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[\p{L}\p{N}✅❌][\p{L}\p{N} .,:✅❌⏳/-]{0,20}$/u), (state) => {
      const items = read(
        marked,
        tableOf([
          ['Step', 'Status'],
          ['Warm the cache', state],
        ]),
      );
      expect(items).toHaveLength(1);
      if (/[❌⏳]/u.test(state)) expect(items[0]?.state).not.toBe('done');
    }),
  );
});

test('a sign-off table says the same with a column per role', () => {
  const decision = fc.constantFrom('approved', 'NO-GO', 'rejected', 'pending', '', 'abgelehnt', '✅', 'gibberish');
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom('QA', 'Ops', 'Legal counsel'), decision), { minLength: 2, maxLength: 4 }), (signed) => {
      const rows = [['Role', 'Name', 'Decision'], ...signed.map(([role, said]) => [role, 'Jo', said])];
      const turned = ['', 'Name', 'Decision'].map((head, part) => [head, ...rows.slice(1).map((row) => row[part] ?? '')]);
      const said = (text: string) =>
        read(signOffs, `## Sign-off\n\n${text}`).map(({ role, person, decision: what }) => [role, person, what]);
      expect(said(tableOf(turned))).toEqual(said(tableOf(rows)));
    }),
  );
});
